// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"

#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

class TstLocalTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        ::tzset();
    }

    void showsTimesAsTheClockHere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("at the end") << u"It expired on 2026-11-24T13:05:09Z."_s
                                    << u"It expired on 24 Nov 2026 14:05:09 CET."_s;
        QTest::newRow("two, in summer, across midnight")
            << u"Valid: 2026-07-01T22:30:00Z to 2027-07-01T00:00:00Z"_s
            << u"Valid: 2 Jul 2026 00:30:00 CEST to 1 Jul 2027 02:00:00 CEST"_s;
        QTest::newRow("none") << u"It showed no certificate."_s << u"It showed no certificate."_s;
        QTest::newRow("no such day") << u"2026-13-41T00:00:00Z"_s << u"2026-13-41T00:00:00Z"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void showsTimesAsTheClockHere()
    {
        QFETCH(const QString, text);
        QTEST(models::withLocalTimes(text), "shown");
    }
};

QTEST_GUILESS_MAIN(TstLocalTimes)
#include "tst_localtimes.moc"
