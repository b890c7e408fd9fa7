// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/subjects.h"

#include <QTest>

using capture::Subjects;

class TstSubjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewestState()
    {
        Subjects subjects;
        QCOMPARE(subjects.take({.print = 1, .changedAt = 5}, 1), 0);
        QCOMPARE(subjects.take({.print = 1, .changedAt = 4}, 2), 1);
        QCOMPARE(subjects.take({.print = 1, .changedAt = 5}, 3), 0);
        QCOMPARE(subjects.take({.print = 1, .changedAt = 4}, 4), 3);
        QCOMPARE(subjects.take({.print = 1, .changedAt = 6}, 5), 0);
        QCOMPARE(subjects.take({.print = 1, .changedAt = -1}, 6), 5);
    }

    void forgetsTheOldestOnly()
    {
        Subjects subjects;
        for (qint64 id = 1; id <= 2 * Subjects::most + 1; ++id)
            subjects.take({.print = quint64(id), .changedAt = 5}, id);
        QCOMPARE(subjects.take({.print = quint64(Subjects::most + 2), .changedAt = 4}, 0),
                 Subjects::most + 2);
        QCOMPARE(subjects.take({.print = 1, .changedAt = 4}, 0), 0);
    }
};

QTEST_APPLESS_MAIN(TstSubjects)
#include "tst_subjects.moc"
