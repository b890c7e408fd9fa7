// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowtext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace models;
using signature::Freshness;
using signature::Signature;

class TstRowText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void saysTheFreshnessWithItsAge_data()
    {
        QTest::addColumn<Freshness>("freshness");
        QTest::addColumn<std::optional<qint64>>("age");
        QTest::addColumn<qint64>("fraction"); // of the arrival's second, in microseconds
        QTest::addColumn<QString>("text");
        const auto age = [](qint64 seconds) { return std::optional(seconds); };
        const auto none = std::optional<qint64>();
        const qint64 half = 500'000;
        QTest::newRow("at once") << Freshness::Fresh << age(0) << qint64(0) << u"Fresh · 0.0 s"_s;
        QTest::newRow("the fraction is cut, not rounded")
            << Freshness::Fresh << age(0) << qint64(899'999) << u"Fresh · 0.8 s"_s;
        QTest::newRow("nearly a minute")
            << Freshness::Fresh << age(59) << qint64(999'999) << u"Fresh · 59.9 s"_s;
        QTest::newRow("a minute") << Freshness::Fresh << age(60) << half << u"Fresh · 60 s"_s;
        QTest::newRow("just fresh") << Freshness::Fresh << age(299) << half << u"Fresh · 299 s"_s;
        QTest::newRow("sender's clock ahead")
            << Freshness::Fresh << age(-2) << half << u"Fresh · 1.5 s ahead"_s;
        QTest::newRow("ahead by a whole second")
            << Freshness::Fresh << age(-1) << qint64(0) << u"Fresh · 1.0 s ahead"_s;
        QTest::newRow("ahead by a minute")
            << Freshness::Fresh << age(-60) << half << u"Fresh · 60 s ahead"_s;
        QTest::newRow("at the limit") << Freshness::Stale << age(300) << half << u"Stale · 300 s"_s;
        QTest::newRow("beyond the limit")
            << Freshness::Stale << age(305) << half << u"Stale · 305 s"_s;
        QTest::newRow("a second short of ten minutes")
            << Freshness::Stale << age(599) << half << u"Stale · 599 s"_s;
        QTest::newRow("ten minutes") << Freshness::Stale << age(600) << half << u"Stale · 10 min"_s;
        QTest::newRow("stale") << Freshness::Stale << age(899) << half << u"Stale · 14 min"_s;
        QTest::newRow("future") << Freshness::Future << age(-360) << half << u"Future · +360 s"_s;
        QTest::newRow("older than a row can hold")
            << Freshness::Stale << age(std::numeric_limits<qint64>::max()) << half
            << u"Stale · over 68 years"_s;
        QTest::newRow("years ahead")
            << Freshness::Future << age(1 - 2'147'483'647) << half << u"Future · +68 years"_s;
        QTest::newRow("as far ahead as a row can hold")
            << Freshness::Future << age(-2'147'483'647) << half << u"Future · over 68 years"_s;
        QTest::newRow("farther ahead than a row can hold")
            << Freshness::Future << age(std::numeric_limits<qint64>::min()) << half
            << u"Future · over 68 years"_s;
        QTest::newRow("missing") << Freshness::Missing << none << half << u"No timestamp"_s;
        QTest::newRow("malformed") << Freshness::Malformed << none << half << u"Malformed"_s;
        QTest::newRow("not judged")
            << Freshness::NotApplicable << age(3) << half << u"Not applicable"_s;
    }

    void saysTheFreshnessWithItsAge()
    {
        QFETCH(Freshness, freshness);
        QFETCH(std::optional<qint64>, age);
        QFETCH(qint64, fraction);
        QTEST(freshnessText({.receivedAt = 1'732'455'135'000'000 + fraction,
                             .ageSeconds = age,
                             .freshness = freshness}),
              "text");
    }

    void cutsSpansToWholeUnits_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("a second short of a minute") << qint64(59) << u"59 s"_s;
        QTest::newRow("a minute") << qint64(60) << u"1 min"_s;
        QTest::newRow("a second short of an hour") << qint64(3599) << u"59 min"_s;
        QTest::newRow("an hour") << qint64(3600) << u"1 h"_s;
        QTest::newRow("nearly two days") << qint64(172'799) << u"47 h"_s;
        QTest::newRow("two days") << qint64(172'800) << u"2 days"_s;
        QTest::newRow("two years") << qint64(2 * 365 * 86'400) << u"2 years"_s;
        QTest::newRow("since 1970") << qint64(1'795'428'000) << u"56 years"_s;
        QTest::newRow("all a row can hold") << qint64(2'147'483'647) << u"over 68 years"_s;
    }

    void cutsSpansToWholeUnits()
    {
        QFETCH(qint64, seconds);
        QTEST(spanText(seconds), "text");
    }

    void saysTheReasonOfARejectionInsteadOfAVerdict()
    {
        const capture::Summary row{.text = u"34.192.18.4 does not know the local CA."_s,
                                   .rejection = capture::Reason::TlsHandshake,
                                   .count = 12};
        QCOMPARE(signatureText(row), u"TLS handshake failed"_s);
        QCOMPARE(freshnessText(row), QString());
        QCOMPARE(summaryText(row), u"34.192.18.4 does not know the local CA. · 12 times"_s);
    }

    void saysOnceWithoutACount()
    {
        QCOMPARE(summaryText({.text = u"Silent."_s, .rejection = capture::Reason::Timeout}),
                 u"Silent."_s);
    }

    void groupsThePoints_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("text");
        QTest::newRow("few") << u"a@b.c · 240 pts"_s << u"a@b.c · 240 pts"_s;
        QTest::newRow("many") << u"a@b.c · 1240 pts"_s << u"a@b.c · 1,240 pts"_s;
        QTest::newRow("more than a number holds")
            << u"a@b.c · 12345678901234567890 pts"_s << u"a@b.c · 12345678901234567890 pts"_s;
        QTest::newRow("a fraction") << u"a@b.c · 1240.50 pts"_s << u"a@b.c · 1240.50 pts"_s;
        QTest::newRow("in the name") << u"bot1240@b.c · 7 pts"_s << u"bot1240@b.c · 7 pts"_s;
    }

    void groupsThePoints()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QFETCH(QString, stored);
        QTEST(summaryText({.text = stored}), "text");
        QLocale::setDefault(before);
    }

    void saysWhatWasAskedForWhereNothingElseIsKnown()
    {
        QCOMPARE(summaryText({.method = "POST", .target = "/other?x=1"}), u"POST /other?x=1"_s);
        QCOMPARE(summaryText({}), QString());
    }

    void hidesNoControlCharacter()
    {
        const QString text = summaryText({.text = u"a\u202Eb\nc"_s});
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(!text.contains(u'\n'));
    }

    void tellsTimeInEachForm_data()
    {
        QTest::addColumn<TimeForm>("form");
        QTest::addColumn<QString>("text");
        QTest::newRow("clock") << TimeForm::Clock << u"14:32:15.977"_s;
        QTest::newRow("utc") << TimeForm::Utc << u"13:32:15.977"_s;
        QTest::newRow("since the first") << TimeForm::SinceFirst << u"+12.034 s"_s;
    }

    void tellsTimeInEachForm()
    {
        QFETCH(TimeForm, form);
        const qint64 time = 1'732'455'135'977'123; // 24 November 2024, 13:32:15.977123 UTC
        QTEST(timeText(time, form, time - 12'034'000), "text");
    }

    void writesAFullTimeWithItsOffset()
    {
        QCOMPARE(fullTimeText(1'732'455'135'977'123), u"2024-11-24T14:32:15.977+01:00"_s);
    }

    void choosesTheUnitOfALatency_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(-1) << QString();
        QTest::newRow("microseconds") << qint64(999) << u"999 µs"_s;
        QTest::newRow("milliseconds") << qint64(1000) << u"1.0 ms"_s;
        QTest::newRow("seconds") << qint64(2'400'000) << u"2.4 s"_s;
    }

    void choosesTheUnitOfALatency()
    {
        QFETCH(qint64, microseconds);
        QTEST(latencyText(microseconds), "text");
    }

    void saysWhyThereIsNoAnswer()
    {
        QCOMPARE(noAnswerText(u"close"), u"closed without an answer"_s);
        QCOMPARE(noAnswerText(u"hang"), u"held without an answer"_s);
        QCOMPARE(noAnswerText(u"close: ping: closed"), u"closed without an answer"_s);
        QCOMPARE(noAnswerText(u"gone"), u"not answered, the connection ended"_s);
        QCOMPARE(noAnswerText(u"of another program"), u"not answered"_s);
    }

    void knowsSmilesTopics()
    {
        QVERIFY(documentedTopic(u"ping"));
        QVERIFY(documentedTopic(u"customer/updated"));
        QVERIFY(!documentedTopic(u"customer/created"));
        QVERIFY(!documentedTopic(u"Ping"));
    }
};

QTEST_GUILESS_MAIN(TstRowText)
#include "tst_rowtext.moc"
