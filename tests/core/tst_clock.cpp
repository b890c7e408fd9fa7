// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"

#include <QDateTime>
#include <QtTest>

class TstClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheSystemsTime();
    void writesSixDecimals_data();
    void writesSixDecimals();
    void writesYearsThatNobodyReads();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void refuses_data();
    void refuses();
};

void TstClock::tellsTheSystemsTime()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 now = core::now();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(now / 1000 >= before);
    QVERIFY(now / 1000 <= after);
}

void TstClock::writesSixDecimals_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");

    QTest::newRow("the epoch") << qint64(0) << QStringLiteral("1970-01-01T00:00:00.000000Z");
    QTest::newRow("the example of the format")
        << qint64(1'795'428'000'123'456) << QStringLiteral("2026-11-23T10:00:00.123456Z");
    QTest::newRow("the microsecond before the epoch")
        << qint64(-1) << QStringLiteral("1969-12-31T23:59:59.999999Z");
    QTest::newRow("a leap day") << qint64(1'709'164'800'000'000)
                                << QStringLiteral("2024-02-29T00:00:00.000000Z");
    QTest::newRow("the year 0") << qint64(-62'167'219'200'000'000)
                                << QStringLiteral("0000-01-01T00:00:00.000000Z");
    QTest::newRow("the last of four digits")
        << qint64(253'402'300'799'999'999) << QStringLiteral("9999-12-31T23:59:59.999999Z");
}

void TstClock::writesSixDecimals()
{
    QFETCH(qint64, time);
    QFETCH(QString, text);
    QCOMPARE(core::isoTime(time), text);
    QCOMPARE(core::fromIsoTime(text), time);
}

void TstClock::writesYearsThatNobodyReads()
{
    QCOMPARE(core::isoTime(253'402'300'800'000'000),
             QStringLiteral("10000-01-01T00:00:00.000000Z"));
    QCOMPARE(core::isoTime(-62'167'219'200'000'001), QStringLiteral("-001-12-31T23:59:59.999999Z"));
}

void TstClock::readsWhatOthersWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time");

    const qint64 ten = 1'795'428'000'000'000;
    QTest::newRow("no decimals") << QStringLiteral("2026-11-23T10:00:00Z") << ten;
    QTest::newRow("one decimal") << QStringLiteral("2026-11-23T10:00:00.5Z") << ten + 500'000;
    QTest::newRow("nine decimals are cut")
        << QStringLiteral("2026-11-23T10:00:00.123456999Z") << ten + 123'456;
    QTest::newRow("east of Greenwich") << QStringLiteral("2026-11-23T11:30:00+01:30") << ten;
    QTest::newRow("west of Greenwich") << QStringLiteral("2026-11-23T02:00:00.000-08:00") << ten;
}

void TstClock::readsWhatOthersWrite()
{
    QFETCH(QString, text);
    QTEST(core::fromIsoTime(text), "time");
}

void TstClock::refuses_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a date alone") << QStringLiteral("2026-11-23");
    QTest::newRow("no zone") << QStringLiteral("2026-11-23T10:00:00");
    QTest::newRow("a space for the T") << QStringLiteral("2026-11-23 10:00:00Z");
    QTest::newRow("a point without decimals") << QStringLiteral("2026-11-23T10:00:00.Z");
    QTest::newRow("ten decimals") << QStringLiteral("2026-11-23T10:00:00.1234567890Z");
    QTest::newRow("month 13") << QStringLiteral("2026-13-23T10:00:00Z");
    QTest::newRow("30 February") << QStringLiteral("2026-02-30T10:00:00Z");
    QTest::newRow("29 February of a common year") << QStringLiteral("2026-02-29T10:00:00Z");
    QTest::newRow("hour 24") << QStringLiteral("2026-11-23T24:00:00Z");
    QTest::newRow("minute 60") << QStringLiteral("2026-11-23T10:60:00Z");
    QTest::newRow("second 60") << QStringLiteral("2026-11-23T10:00:60Z");
    QTest::newRow("an offset without a colon") << QStringLiteral("2026-11-23T10:00:00+0100");
    QTest::newRow("an offset of 24 hours") << QStringLiteral("2026-11-23T10:00:00+24:00");
    QTest::newRow("something behind") << QStringLiteral("2026-11-23T10:00:00Z ");
    QTest::newRow("digits of another script") << QStringLiteral("٢٠٢٦-11-23T10:00:00Z");
}

void TstClock::refuses()
{
    QFETCH(QString, text);
    QCOMPARE(core::fromIsoTime(text), qint64(-1));
}

QTEST_GUILESS_MAIN(TstClock)
#include "tst_clock.moc"
