// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"

#include <QLocale>
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
        QLocale::setDefault(QLocale::c());
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

    void datesWhatIsOfAnotherDay_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("shown");
        const QDate day(2024, 11, 24); // of 14:32:15.977 here
        const auto utc = [](const QDate &date) { return QDateTime(date, {1, 0}, Qt::UTC); };
        QTest::newRow("of today") << day.endOfDay() << u"14:32:15.977"_s;
        QTest::newRow("of yesterday") << day.addDays(1).startOfDay() << u"24 Nov 14:32:15.977"_s;
        QTest::newRow("of tomorrow, by a clock that was put back")
            << day.addDays(-1).endOfDay() << u"24 Nov 14:32:15.977"_s;
        QTest::newRow("of last year")
            << day.addYears(1).startOfDay() << u"24 Nov 2024 14:32:15.977"_s;
        QTest::newRow("of today, in UTC") << utc(day) << u"13:32:15.977"_s;
        QTest::newRow("of yesterday, in UTC") << utc(day.addDays(1)) << u"24 Nov 13:32:15.977"_s;
    }

    void datesWhatIsOfAnotherDay()
    {
        QFETCH(const QDateTime, now);
        QTEST(models::datedTime(1'732'455'135'977'123, now), "shown");
    }
};

QTEST_GUILESS_MAIN(TstLocalTimes)
#include "tst_localtimes.moc"
