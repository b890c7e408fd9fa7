// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliveryrows.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::DeliveryRows;
using signature::Freshness;
using signature::Signature;

Q_DECLARE_METATYPE(capture::Summary)

class TstDeliveryRows : public QObject
{
    Q_OBJECT

private:
    static capture::Summary whole()
    {
        return {
            .id = 7,
            .receivedAt = 1'795'428'000'123'456,
            .endpoint = u"/"_s,
            .peer = u"34.192.18.4"_s,
            .topic = u"customer/updated"_s,
            .account = u"48213"_s,
            .eventId = u"evt_1"_s,
            .scheme = u"stripe"_s,
            .secret = u"Dev store"_s,
            .text = u"maya.ortiz@example.com · 1,240 pts"_s,
            .method = "POST",
            .target = "/hooks?a=\xff z",
            .bodySize = 412,
            .latency = 3100,
            .ageSeconds = -2,
            .status = 200,
            .signature = Signature::NoSecret,
            .freshness = Freshness::Malformed,
            .rejection = {},
            .marked = true,
            .judgedLater = true,
            .test = true,
            .note = u"Überprüft"_s,
        };
    }

private Q_SLOTS:
    void givesBackWhatWasPacked()
    {
        DeliveryRows rows;
        rows.append(whole());
        const capture::Summary row = rows.summary(0);
        const capture::Summary expected = whole();
        QCOMPARE(row.id, expected.id);
        QCOMPARE(row.receivedAt, expected.receivedAt);
        QCOMPARE(row.endpoint, expected.endpoint);
        QCOMPARE(row.peer, expected.peer);
        QCOMPARE(row.topic, expected.topic);
        QCOMPARE(row.account, expected.account);
        QCOMPARE(row.eventId, expected.eventId);
        QCOMPARE(row.scheme, expected.scheme);
        QCOMPARE(row.secret, expected.secret);
        QCOMPARE(row.text, expected.text);
        QCOMPARE(row.method, expected.method);
        QCOMPARE(row.target, expected.target);
        QCOMPARE(row.bodySize, expected.bodySize);
        QCOMPARE(row.latency, expected.latency);
        QCOMPARE(row.ageSeconds, expected.ageSeconds);
        QCOMPARE(row.status, expected.status);
        QCOMPARE(row.signature, expected.signature);
        QCOMPARE(row.freshness, expected.freshness);
        QCOMPARE(row.rejection, expected.rejection);
        QCOMPARE(row.marked, expected.marked);
        QCOMPARE(row.judgedLater, expected.judgedLater);
        QCOMPARE(row.test, expected.test);
        QCOMPARE(row.note, expected.note);
    }

    void tellsEachVerdictFromTheOthers()
    {
        DeliveryRows rows;
        for (int i = 0; i <= int(Signature::NotApplicable); ++i)
            rows.append({.id = i + 1, .signature = Signature(i), .freshness = Freshness(i)});
        for (int i = 0; i <= int(Signature::NotApplicable); ++i) {
            QCOMPARE(rows[i].signatureVerdict(), Signature(i));
            QCOMPARE(rows[i].freshnessVerdict(), Freshness(i));
            QVERIFY(!rows[i].rejected());
        }
    }

    void keepsTheReasonAndTheCountOfARejection()
    {
        DeliveryRows rows;
        rows.append({.id = 1, .rejection = capture::Reason::TlsHandshake});
        rows.append({.id = 2, .rejection = capture::Reason::Paused, .count = 3'000});
        QVERIFY(rows.summary(0).rejection == capture::Reason::TlsHandshake);
        QVERIFY(rows.summary(1).rejection == capture::Reason::Paused);
        QCOMPARE(rows.summary(1).count, 3'000);
        QVERIFY(!rows.summary(1).ageSeconds);
    }

    void cutsNumbersToWhatARowHolds_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<qint64>("kept");
        QTest::newRow("the smallest") << qint64(-2147483647) << qint64(-2147483647);
        QTest::newRow("one below") << qint64(-2147483648LL) << qint64(-2147483647);
        QTest::newRow("milliseconds taken for seconds")
            << qint64(-1'793'000'000'000) << qint64(-2147483647);
        QTest::newRow("the largest") << qint64(2147483647) << qint64(2147483647);
        QTest::newRow("one above") << qint64(2147483648LL) << qint64(2147483647);
        QTest::newRow("none at all") << qint64(0) << qint64(0);
    }

    void cutsNumbersToWhatARowHolds()
    {
        QFETCH(qint64, age);
        QFETCH(qint64, kept);
        DeliveryRows rows;
        rows.append({.id = 1, .bodySize = 1LL << 40, .latency = 1LL << 40, .ageSeconds = age});
        QCOMPARE(rows[0].ageSeconds(), std::optional(kept));
        QCOMPARE(rows[0].size, std::numeric_limits<quint32>::max());
        QCOMPARE(rows[0].latency, std::numeric_limits<qint32>::max());
    }

    void takesEachIdOnce()
    {
        DeliveryRows rows;
        rows.append({.id = 5});
        rows.append({.id = 5, .topic = u"again"_s});
        rows.append({.id = 4});
        rows.append({.id = 9});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.lastId(), 9);
    }

    void findsRowsById()
    {
        DeliveryRows rows;
        for (qint64 id = 10; id <= 1000; id += 10)
            rows.append({.id = id});
        QCOMPARE(rows.find(10), std::optional<quint32>(0));
        QCOMPARE(rows.find(500), std::optional<quint32>(49));
        QCOMPARE(rows.find(1000), std::optional<quint32>(99));
        QVERIFY(!rows.find(9));
        QVERIFY(!rows.find(11));
        QVERIFY(!rows.find(1001));
    }

    void retainsAcrossChunks()
    {
        DeliveryRows rows;
        for (qint64 id = 1; id <= 70'000; ++id)
            rows.append({.id = id, .topic = u"t%1"_s.arg(id % 3)});
        rows.retain([](const models::PackedRow &row) { return row.id % 2 == 0; });
        QCOMPARE(rows.size(), 35'000);
        QCOMPARE(rows[34'999].id, 70'000);
        QCOMPARE(rows.text(rows[34'999].topic), u"t1"_s);
    }

    // A body signed anew, one in between, the body as it was, and another's.
    static DeliveryRows repeated()
    {
        DeliveryRows rows;
        const auto add = [&rows](qint64 id, quint64 body, quint32 signature, qint64 seconds) {
            rows.append({.id = id,
                         .receivedAt = seconds * 1'000'000,
                         .endpoint = u"/"_s,
                         .scheme = u"smile"_s,
                         .prints = {.body = body, .signature = signature}});
        };
        add(1, 5, 1, 0);
        add(2, 5, 2, 10);
        add(3, 6, 3, 11);
        add(4, 5, 2, 30);
        return rows;
    }

    void findsWhatWasThereBefore()
    {
        DeliveryRows rows = repeated();
        rows[0].status = 500;
        QCOMPARE(quint32(rows[0].attempt), 1U);
        QVERIFY(rows[1].repeated());
        QVERIFY(!rows[1].replayed);
        QVERIFY(!rows[2].repeated());
        QVERIFY(rows[3].replayed);
        QVERIFY(rows.summary(3).repeated);
        QVERIFY(rows.summary(3).replayed);
        QVERIFY(!rows.repeat(2));
        const auto repeat = rows.repeat(3);
        QVERIFY(repeat);
        QCOMPARE(repeat->attempt, 3U);
        QCOMPARE(repeat->attempts, 3U);
        QCOMPARE(repeat->first, 1);
        QCOMPARE(repeat->previous, 2);
        QCOMPARE(repeat->sinceFirst, 30'000'000);
        QCOMPARE(repeat->sincePrevious, 20'000'000);
        QCOMPARE(repeat->firstStatus, 500);
        QVERIFY(repeat->ofSmile);
        QVERIFY(!repeat->byId);
        QCOMPARE(repeat->signing, models::Repeat::Signing::Same);
        QCOMPARE(rows.repeat(1)->signing, models::Repeat::Signing::Anew);
        QCOMPARE(rows.repeat(0)->attempts, 3U);
        QCOMPARE(rows.attemptsOf(0), (QList<qint64>{1, 2, 4}));
        QCOMPARE(rows.attemptsOf(2), QList<qint64>());
    }

    void takesNoPingForARetry()
    {
        DeliveryRows rows;
        const auto add = [&rows](qint64 id, quint32 signature) {
            rows.append({.id = id,
                         .receivedAt = id * 1'000'000,
                         .endpoint = u"/"_s,
                         .topic = u"ping"_s,
                         .prints = {.body = 5, .signature = signature}});
        };
        for (const quint32 signature : {1U, 2U, 0U, 0U})
            add(rows.size() + 1, signature);
        for (qsizetype row = 0; row < rows.size(); ++row)
            QVERIFY(!rows.repeat(row));
        add(5, 2); // with the very signature of another
        QVERIFY(rows[4].replayed);
        QCOMPARE(rows.attemptsOf(4), (QList<qint64>{2, 5}));
    }

    static capture::Summary imported(qint64 id, quint32 signature, qint64 seconds)
    {
        return {.id = id,
                .receivedAt = seconds * 1'000'000,
                .endpoint = u"/"_s,
                .prints = {.body = 5, .signature = signature},
                .importedAt = 9'000'000'000};
    }

    void takesWhatAnImportBringsAgainForACopy_data()
    {
        QTest::addColumn<capture::Summary>("row");
        QTest::addColumn<qint64>("original"); // 0: it is no copy
        QTest::newRow("of the same time and signature") << imported(5, 1, 0) << qint64(1);
        QTest::newRow("whose signature is hidden") << imported(5, 99, 10) << qint64(2);
        QTest::newRow("of another time") << imported(5, 1, 7000) << qint64(1);
        QTest::newRow("signed anew, at another time") << imported(5, 7, 7000) << qint64(0);
    }

    void takesWhatAnImportBringsAgainForACopy()
    {
        QFETCH(const capture::Summary, row);
        QFETCH(const qint64, original);
        DeliveryRows rows = repeated();
        rows.append(row);
        QVERIFY(!rows[4].replayed);
        QCOMPARE(rows[4].copied != 0, original != 0);
        QCOMPARE(rows[4].repeated(), original == 0);
        QCOMPARE(rows.repeat(0)->attempts, original == 0 ? 4U : 3U);
        const auto repeat = rows.repeat(4);
        QVERIFY(repeat);
        QCOMPARE(repeat->copied, original != 0);
        if (original == 0)
            return;
        QCOMPARE(repeat->first, original);
        QCOMPARE(rows.attemptsOf(4), QList<qint64>());
    }

    void tellsWhatOneImportHasTwiceForAReplay()
    {
        DeliveryRows rows = repeated();
        rows.append(imported(5, 50, 100));
        rows.append(imported(6, 50, 160));
        QVERIFY(!rows[5].copied);
        QVERIFY(rows[5].replayed);
        capture::Summary again = imported(7, 50, 161);
        again.importedAt += 1; // another import
        rows.append(again);
        QVERIFY(rows[6].copied);
        QVERIFY(!rows[6].replayed);
    }

    void takesWhatComesAgainForACopyInEveryLaterImport()
    {
        DeliveryRows rows = repeated();
        for (qint64 id = 5; id < 1005; ++id) {
            capture::Summary row = imported(id, 60, 100 + id);
            row.importedAt = id;
            rows.append(row);
        }
        QCOMPARE(rows.summary(4).importedAt, 5);
        QVERIFY(!rows[4].copied);
        QVERIFY(rows[1003].imported() && rows[1003].copied);
    }

    void keepsACopyOneWhenOthersGo()
    {
        DeliveryRows rows = repeated();
        rows.append(imported(5, 1, 0));
        rows.retain([](const models::PackedRow &row) { return row.id != 2; });
        QCOMPARE(rows.repeat(3)->first, 1);
        rows.retain([](const models::PackedRow &row) { return row.id != 1; });
        QVERIFY(rows.repeat(2)->copied);
        QCOMPARE(rows.repeat(2)->first, 0);
        rows.append({.id = 6,
                     .receivedAt = 40'000'000,
                     .endpoint = u"/"_s,
                     .prints = {.body = 5, .signature = 8}});
        QCOMPARE(quint32(rows[3].attempt), 4U); // the copy was none of them
    }

    void groupsByTheSendersIdFirst()
    {
        DeliveryRows rows;
        const auto add = [&rows](qint64 id, const QString &endpoint, const QString &event) {
            rows.append({.id = id, .endpoint = endpoint, .eventId = event, .prints = {.body = 5}});
        };
        add(1, u"/"_s, u"evt_1"_s);
        add(2, u"/"_s, u"evt_2"_s);
        add(3, u"/b"_s, u"evt_1"_s);
        add(4, u"/"_s, u"evt_1"_s);
        QVERIFY(!rows[1].repeated());
        QVERIFY(!rows[2].repeated());
        QCOMPARE(rows.repeat(3)->first, 1);
        QVERIFY(rows.repeat(3)->byId);
        QCOMPARE(rows.repeat(3)->signing, models::Repeat::Signing::None);
    }

    void groupsByTheBodyWhereAnIdIsCut()
    {
        DeliveryRows rows;
        for (const quint64 body : {5ULL, 6ULL, 5ULL}) {
            rows.append({.id = rows.lastId() + 1,
                         .eventId = QString(119, u'a') + u'…',
                         .prints = {.body = body}});
        }
        QVERIFY(!rows[1].repeated());
        QVERIFY(rows[2].repeated());
        QVERIFY(!rows.repeat(2)->byId);
    }

    void takesABodyForAnotherAfterADay()
    {
        constexpr qint64 day = 86'400'000'000;
        DeliveryRows rows;
        rows.append({.id = 1, .prints = {.body = 5, .signature = 1}});
        rows.append({.id = 2, .receivedAt = day + 1, .prints = {.body = 5, .signature = 2}});
        rows.append({.id = 3, .receivedAt = 2 * day, .prints = {.body = 5, .signature = 3}});
        rows.append({.id = 4, .receivedAt = 9 * day, .prints = {.body = 5, .signature = 1}});
        QVERIFY(!rows[1].repeated());
        QCOMPARE(rows.repeat(2)->first, 2);
        QCOMPARE(rows.attemptsOf(0), QList<qint64>());
        QCOMPARE(rows.attemptsOf(1), (QList<qint64>{2, 3, 4}));
        QVERIFY(rows[3].replayed); // however late
        QVERIFY(!rows.repeat(0));
    }

    void takesWhatHasNoPrintForItself()
    {
        DeliveryRows rows;
        rows.append({.id = 1, .test = true, .prints = {.body = 5}});
        rows.append({.id = 2, .prints = {.body = 5}});
        rows.append({.id = 3});
        rows.append({.id = 4});
        for (qsizetype row = 0; row < rows.size(); ++row)
            QVERIFY(!rows.repeat(row));
    }

    void givesTheLatestOfManyAttempts()
    {
        DeliveryRows rows;
        for (qint64 id = 1; id <= DeliveryRows::mostAttempts + 5; ++id)
            rows.append({.id = id, .prints = {.body = 5}});
        const QList<qint64> ids = rows.attemptsOf(0);
        QCOMPARE(ids.size(), DeliveryRows::mostAttempts);
        QCOMPARE(ids.first(), 6);
        QCOMPARE(ids.last(), DeliveryRows::mostAttempts + 5);
    }

    void keepsAnAttemptsNumberWhenOthersGo()
    {
        DeliveryRows rows = repeated();
        rows.retain([](const models::PackedRow &row) { return row.id > 2; });
        QCOMPARE(quint32(rows[1].attempt), 3U);
        QVERIFY(rows[1].replayed);
        const auto repeat = rows.repeat(1);
        QVERIFY(repeat);
        QCOMPARE(repeat->first, 0);
        QCOMPARE(repeat->previous, 0);
        rows.append({.id = 5,
                     .receivedAt = 40'000'000,
                     .endpoint = u"/"_s,
                     .prints = {.body = 5, .signature = 9}});
        QCOMPARE(rows.repeat(2)->attempt, 4U);
        QCOMPARE(rows.repeat(2)->previous, 4);
    }

    // Two of a day, and two of the next with the same body.
    void joinsNoOtherDeliveryWhenOneGoes()
    {
        constexpr qint64 hour = 3'600'000'000;
        DeliveryRows rows;
        qint64 id = 0;
        quint32 signature = 0;
        for (const qint64 at : {0LL, 20LL, 30LL, 40LL})
            rows.append({.id = ++id,
                         .receivedAt = at * hour,
                         .prints = {.body = 5, .signature = ++signature}});
        QCOMPARE(rows.attemptsOf(3), (QList<qint64>{3, 4}));
        rows.retain([](const models::PackedRow &row) { return row.id != 1; });
        QVERIFY(!rows[1].repeated());
        QCOMPARE(rows.attemptsOf(2), (QList<qint64>{3, 4}));
        QCOMPARE(quint32(rows[2].attempt), 2U);
        rows.retain([](const models::PackedRow &row) { return row.id != 3; });
        QCOMPARE(quint32(rows[1].attempt), 2U);
        QCOMPARE(rows.attemptsOf(1), QList<qint64>());
        const auto repeat = rows.repeat(1);
        QVERIFY(repeat);
        QCOMPARE(repeat->first, 0);
        QCOMPARE(repeat->previous, 0);
    }

    // The sender's time for retries began with the first one, whether that is still there or not.
    void countsFromTheFirstOneThoughItIsGone()
    {
        constexpr qint64 hour = 3'600'000'000;
        DeliveryRows rows;
        qint64 id = 0;
        const auto append = [&rows, &id](qint64 at) {
            ++id;
            rows.append({.id = id,
                         .receivedAt = at * hour,
                         .prints = {.body = 5, .signature = quint32(id)}});
        };
        for (const qint64 at : {0, 10, 12})
            append(at);
        rows.retain([](const models::PackedRow &row) { return row.id != 1; });
        rows.retain([](const models::PackedRow &row) { return row.id != 2; });
        append(23);
        QCOMPARE(quint32(rows[1].attempt), 4U);
        append(25);
        QVERIFY(!rows[2].repeated());
    }

    void staysSmall()
    {
        DeliveryRows rows;
        for (qint64 id = 1; id <= 100'000; ++id) {
            capture::Summary row = whole();
            row.id = id;
            row.text = u"customer.%1@example.com · %2 pts"_s.arg(id).arg(id * 3);
            rows.append(row);
        }
        QVERIFY2(rows.bytes() < 200 * rows.size(), qPrintable(QString::number(rows.bytes())));
    }
};

QTEST_GUILESS_MAIN(TstDeliveryRows)
#include "tst_deliveryrows.moc"
