// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliveryrows.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::DeliveryRows;
using signature::Freshness;
using signature::Signature;

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
