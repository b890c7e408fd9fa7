// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/noteline.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::NoteLine;

class TstNoteLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsHighAsItsNotes();
    void staysAsHighWhileATimeIsCounted();
    void beginsAnewWithOtherNotes();
};

static constexpr int narrowest = 150;
static constexpr int widest = 700; // one line has room in it

static QString note(const QString &time)
{
    return u"To http://localhost:3000/hooks: waiting, try 3 of 8 %1. It answered 500."_s.arg(time);
}

void TstNoteLine::isAsHighAsItsNotes()
{
    NoteLine line;
    line.setNotes({note(u"now"_s), note(u"now"_s)});
    const int two = line.heightForWidth(widest);
    line.setNotes({note(u"now"_s)});
    QVERIFY(line.heightForWidth(widest) < two);
}

void TstNoteLine::staysAsHighWhileATimeIsCounted()
{
    NoteLine line;
    line.keepHeight(u" in 60 min"_s);
    QList<QList<int>> heights; // at each width, one list a time
    for (const QString &time : {u"now"_s, u"in 60 min"_s, u"in 100 s"_s, u"in 9 s"_s, u"now"_s}) {
        line.setNotes({note(time)});
        heights.append(QList<int>());
        for (int width = narrowest; width < widest; ++width)
            heights.last().append(line.heightForWidth(width));
    }
    QVERIFY(heights.first().first() > heights.first().last()); // it does wrap
    for (const QList<int> &later : std::as_const(heights))
        QCOMPARE(later, heights.first());
}

void TstNoteLine::beginsAnewWithOtherNotes()
{
    NoteLine line;
    line.keepHeight(u" in 60 min"_s);
    line.setNotes({u"Short."_s});
    const int least = line.heightForWidth(narrowest);
    line.setNotes({note(u"now"_s)});
    QVERIFY(line.heightForWidth(narrowest) > least);
    line.setNotes({});
    line.setNotes({u"Short."_s});
    QCOMPARE(line.heightForWidth(narrowest), least);
}

QTEST_MAIN(TstNoteLine)
#include "tst_noteline.moc"
