// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/timestamp.h"

#include <QtTest>

#include <limits>

using signature::Freshness;
using Numbers = std::numeric_limits<qint64>;

class TstTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void countsWholeSeconds_data();
    void countsWholeSeconds();
    void readsEitherUnit_data();
    void readsEitherUnit();
    void judgesBothLimits_data();
    void judgesBothLimits();
};

void TstTimestamp::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");

    QTest::newRow("today") << QByteArray("1795428000") << qint64(1'795'428'000);
    QTest::newRow("the epoch") << QByteArray("0") << qint64(0);
    QTest::newRow("before the epoch") << QByteArray("-1") << qint64(-1);
    QTest::newRow("leading zeros")
        << QByteArray("000000000000000000000000001795428000") << qint64(1'795'428'000);
    QTest::newRow("minus zero") << QByteArray("-0") << qint64(0);
    QTest::newRow("the largest") << QByteArray("9223372036854775807") << Numbers::max();
    QTest::newRow("the smallest") << QByteArray("-9223372036854775808") << Numbers::min();
}

void TstTimestamp::reads()
{
    QFETCH(QByteArray, text);
    const auto seconds = signature::readTimestamp(text);
    QVERIFY(seconds.has_value());
    QTEST(*seconds, "seconds");
}

void TstTimestamp::refuses_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("yesterday");
    QTest::newRow("Ruby's digit groups") << QByteArray("1_700_000_000");
    QTest::newRow("a plus") << QByteArray("+1795428000");
    QTest::newRow("a minus alone") << QByteArray("-");
    QTest::newRow("two minuses") << QByteArray("--1");
    QTest::newRow("a fraction") << QByteArray("1795428000.0");
    QTest::newRow("an exponent") << QByteArray("1e9");
    QTest::newRow("hex") << QByteArray("0x6b0");
    QTest::newRow("a space before") << QByteArray(" 1795428000");
    QTest::newRow("a space behind") << QByteArray("1795428000 ");
    QTest::newRow("junk behind") << QByteArray("1795428000x");
    QTest::newRow("a NUL behind") << QByteArray("1795428000\0", 11);
    QTest::newRow("a list") << QByteArray("1795428000, 1795428000");
    QTest::newRow("Arabic digits") << QByteArray("١٧٩٥");
    QTest::newRow("one above 64 bits") << QByteArray("9223372036854775808");
    QTest::newRow("one below 64 bits") << QByteArray("-9223372036854775809");
    QTest::newRow("a thousand digits") << QByteArray(1000, '9');
}

void TstTimestamp::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!signature::readTimestamp(text).has_value());
}

void TstTimestamp::countsWholeSeconds_data()
{
    QTest::addColumn<qint64>("receivedAt");
    QTest::addColumn<qint64>("timestamp");
    QTest::addColumn<qint64>("age");

    QTest::newRow("the same second") << qint64(10'000'000) << qint64(10) << qint64(0);
    QTest::newRow("the end of the same second") << qint64(10'999'999) << qint64(10) << qint64(0);
    QTest::newRow("the next second") << qint64(11'000'000) << qint64(10) << qint64(1);
    QTest::newRow("just before the signed second") << qint64(9'999'999) << qint64(10) << qint64(-1);
    QTest::newRow("arrival before the epoch") << qint64(-1) << qint64(0) << qint64(-1);
    QTest::newRow("arrival a second before the epoch")
        << qint64(-1'000'000) << qint64(0) << qint64(-1);
    QTest::newRow("the oldest there is") << qint64(10'000'000) << Numbers::min() << Numbers::max();
    QTest::newRow("the newest there is")
        << qint64(10'000'000) << Numbers::max() << Numbers::min() + 11;
    QTest::newRow("the newest, before the epoch")
        << qint64(-10'000'000) << Numbers::max() << Numbers::min();
    QTest::newRow("one before it would not fit")
        << qint64(10'000'000) << Numbers::min() + 11 << Numbers::max();
}

void TstTimestamp::countsWholeSeconds()
{
    QFETCH(qint64, receivedAt);
    QFETCH(qint64, timestamp);
    QTEST(signature::ageInSeconds(receivedAt, timestamp), "age");
}

void TstTimestamp::readsEitherUnit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("time");

    using Time = std::optional<qint64>;
    QTest::newRow("seconds") << QByteArray("1795428000") << Time(1'795'428'000'000);
    QTest::newRow("milliseconds") << QByteArray("1795428000250") << Time(1'795'428'000'250);
    QTest::newRow("the last seconds") << QByteArray("99999999999") << Time(99'999'999'999'000);
    QTest::newRow("the first milliseconds") << QByteArray("100000000000") << Time(100'000'000'000);
    QTest::newRow("the smallest") << QByteArray("-9223372036854775808") << Time(Numbers::min());
    QTest::newRow("a word") << QByteArray("yesterday") << Time();
}

void TstTimestamp::readsEitherUnit()
{
    QFETCH(QByteArray, text);
    QTEST(signature::readTime(text, signature::Unit::SecondsOrMilliseconds), "time");
}

void TstTimestamp::judgesBothLimits_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<int>("freshness");

    const auto add = [](const char *name, qint64 age, Freshness freshness) {
        QTest::newRow(name) << age << int(freshness);
    };
    add("now", 0, Freshness::Fresh);
    add("299 seconds", 299, Freshness::Fresh);
    add("300 seconds", 300, Freshness::Stale);
    add("301 seconds", 301, Freshness::Stale);
    add("900 seconds", 900, Freshness::Stale);
    add("299 seconds ahead", -299, Freshness::Fresh);
    add("300 seconds ahead", -300, Freshness::Future);
    add("301 seconds ahead", -301, Freshness::Future);
    add("the oldest", Numbers::max(), Freshness::Stale);
    add("the newest", Numbers::min(), Freshness::Future);
}

void TstTimestamp::judgesBothLimits()
{
    QFETCH(qint64, age);
    QTEST(int(signature::judgeAge(age, *signature::smile().time)), "freshness");
}

QTEST_GUILESS_MAIN(TstTimestamp)
#include "tst_timestamp.moc"
