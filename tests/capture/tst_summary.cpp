// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/summary.h"
#include "support/builders.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using capture::Summary;

class TstSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatARowShowsOfADelivery();
    void takesWhatARowShowsOfARejection();
    void namesTheReasonWithoutADetail();
};

void TstSummary::takesWhatARowShowsOfADelivery()
{
    const capture::Delivery delivery = builders::delivery("0123456789");
    const Summary row = capture::summarise(delivery, 17);
    QCOMPARE(row.id, qint64(17));
    QCOMPARE(row.receivedAt, delivery.receivedAt);
    QCOMPARE(row.endpoint, u"/"_s);
    QCOMPARE(row.peer, u"127.0.0.1"_s);
    QCOMPARE(row.topic, u"ping"_s);
    QCOMPARE(row.account, u"0"_s);
    QCOMPARE(row.secret, u"primary"_s);
    QCOMPARE(row.text, u"Endpoint test"_s);
    QCOMPARE(row.method, QByteArray("POST"));
    QCOMPARE(row.target, QByteArray("/"));
    QCOMPARE(row.bodySize, qint64(10));
    QCOMPARE(row.latency, qint64(-1));
    QCOMPARE(row.ageSeconds, std::optional<qint64>(1));
    QCOMPARE(row.status, 0);
    QCOMPARE(row.signature, signature::Signature::Verified);
    QCOMPARE(row.freshness, signature::Freshness::Fresh);
    QVERIFY(!row.rejection);
    QVERIFY(!row.judgedLater);
}

void TstSummary::takesWhatARowShowsOfARejection()
{
    const Summary row = capture::summarise({.id = 3,
                                            .receivedAt = 5,
                                            .peer = {.address = u"::1"_s, .port = 9},
                                            .reason = capture::Reason::Timeout,
                                            .detail = u"Nothing came for 30 s."_s,
                                            .bytes = "POST / HT",
                                            .status = 408,
                                            .count = 4});
    QCOMPARE(row.id, qint64(3));
    QCOMPARE(row.receivedAt, qint64(5));
    QCOMPARE(row.peer, u"::1"_s);
    QCOMPARE(row.rejection, capture::Reason::Timeout);
    QCOMPARE(row.text, u"Nothing came for 30 s."_s);
    QCOMPARE(row.bodySize, qint64(9));
    QCOMPARE(row.status, 408);
    QCOMPARE(row.count, qint64(4));
    QCOMPARE(row.signature, signature::Signature::NotApplicable);
}

void TstSummary::namesTheReasonWithoutADetail()
{
    capture::Rejection rejection;
    rejection.reason = capture::Reason::PlainHttp;
    QCOMPARE(capture::summarise(rejection).text, u"Plain HTTP on the HTTPS port"_s);
}

QTEST_GUILESS_MAIN(TstSummary)
#include "tst_summary.moc"
