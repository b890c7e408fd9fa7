// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/rejectionlog.h"
#include "listener/responder.h"
#include "signature/catalogue.h"

#include <QSignalSpy>
#include <QTest>

using namespace listener;
using namespace Qt::Literals::StringLiterals;

class TstResponder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByTheMatchingEndpoint();
    void leavesAPathWithoutEndpointUnjudged();
    void judgesNothingByAnUnknownScheme();
    void judgesByAStoresOwnScheme();
    void takesPrints();
    void tellsTheSubject();
    void encodes_data();
    void encodes();
    void saysWhichMethodsItTakes();
    void writesTheDateAsHttpHasIt();
    void givesEveryParseErrorAReason();
    void foldsRejectionsAboveFiftyASecond();
};

static Routes routes(const QList<capture::Endpoint> &endpoints)
{
    return Routes::make(endpoints, {});
}

static http::Request request(const QByteArray &target)
{
    return {.method = "POST", .target = target, .body = R"({"topic":"ping","account_id":7})"};
}

void TstResponder::judgesByTheMatchingEndpoint()
{
    const auto delivery
        = judge(request("/b/x?y"), routes({{.path = u"/"_s, .scheme = {}}, {.path = u"/b"_s}}), 5);
    QCOMPARE(delivery.endpoint, u"/b"_s);
    QCOMPARE(delivery.receivedAt, 5);
    QCOMPARE(delivery.verdict.signature, signature::Signature::Unsigned);
    QCOMPARE(delivery.event.topic, u"ping"_s);
    QCOMPARE(delivery.event.account, u"7"_s);
}

void TstResponder::leavesAPathWithoutEndpointUnjudged()
{
    const auto delivery = judge(request("/a"), routes({{.path = u"/b"_s}}), 5);
    QCOMPARE(delivery.endpoint, QString());
    QCOMPARE(delivery.verdict, signature::Verdict());
}

void TstResponder::judgesNothingByAnUnknownScheme()
{
    const auto delivery = judge(request("/"), routes({{.scheme = u"gone"_s}}), 5);
    QCOMPARE(delivery.verdict, signature::Verdict({.scheme = u"gone"_s}));
    QVERIFY(delivery.event == capture::Event());
}

void TstResponder::judgesByAStoresOwnScheme()
{
    signature::Scheme own = signature::smile();
    own.id = u"own"_s;
    const auto delivery = judge(
        request("/"), Routes::make({{.scheme = u"own"_s}}, {}, signature::SchemeBook({own})), 5);
    QCOMPARE(delivery.verdict.scheme, u"own"_s);
    QCOMPARE(delivery.verdict.signature, signature::Signature::Unsigned);
}

void TstResponder::takesPrints()
{
    http::Request sent = request("/a");
    sent.fields = {{"Smile-Signature", "abc="}, {"Smile-Timestamp", "1"}};
    const auto delivery = judge(sent, routes({{.path = u"/"_s}}), 5);
    QVERIFY(delivery.prints.body != 0);
    QVERIFY(delivery.prints.signature != 0);
    const auto nowhere = judge(sent, routes({{.path = u"/b"_s}}), 5);
    QCOMPARE(nowhere.prints.body, delivery.prints.body);
    QCOMPARE(nowhere.prints.signature, 0U);
}

void TstResponder::tellsTheSubject()
{
    http::Request sent = request("/a");
    sent.fields = {{"Smile-Signature", QByteArray(43, 'A') + '='}, {"Smile-Timestamp", "1"}};
    const capture::Endpoint endpoint{.path = u"/"_s, .rules = {.subject = u"/account_id"_s}};
    const auto delivery = judge(sent, routes({endpoint}), 5);
    QCOMPARE(delivery.told->pointer, u"/account_id"_s);
    QVERIFY(delivery.told->subject.print != 0);
    QCOMPARE(delivery.told->subject, capture::subjectOf(delivery, u"/account_id"_s));
    const auto unsigned_ = judge(request("/a"), routes({endpoint}), 5);
    QCOMPARE(unsigned_.told->subject, capture::Subject());
}

void TstResponder::encodes_data()
{
    QTest::addColumn<capture::ResponseProfile>("profile");
    QTest::addColumn<Answering>("answering");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("the default") << capture::ResponseProfile{} << Answering{.date = "D"}
                                 << QByteArray(
                                        "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("with fields and a body")
        << capture::ResponseProfile{.status = 500, .fields = {{"X-A", "b"}}, .body = "no"}
        << Answering{.closes = true, .date = "D"}
        << QByteArray(
               "HTTP/1.1 500 Internal Server Error\r\nDate: D\r\nX-A: b\r\nContent-Length: 2\r\n"
               "Connection: close\r\n\r\nno");
    QTest::newRow("HEAD has no body")
        << capture::ResponseProfile{.body = "abc"} << Answering{.head = true, .date = "D"}
        << QByteArray("HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 3\r\n\r\n");
    QTest::newRow("204 has no length")
        << capture::ResponseProfile{.status = 204, .body = "abc"} << Answering{.date = "D"}
        << QByteArray("HTTP/1.1 204 No Content\r\nDate: D\r\n\r\n");
    QTest::newRow("framing of a profile gives way")
        << capture::ResponseProfile{.fields
                                    = {{"content-length", "9"}, {"Transfer-Encoding", "chunked"}}}
        << Answering{.date = "D"}
        << QByteArray("HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("HTTP/1.0 kept alive")
        << capture::ResponseProfile{} << Answering{.versionMinor = 0, .date = "D"}
        << QByteArray(
               "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
    QTest::newRow("a status without a phrase")
        << capture::ResponseProfile{.status = 299} << Answering{.date = "D"}
        << QByteArray("HTTP/1.1 299 \r\nDate: D\r\nContent-Length: 0\r\n\r\n");
}

void TstResponder::encodes()
{
    QFETCH(capture::ResponseProfile, profile);
    QFETCH(Answering, answering);
    QFETCH(QByteArray, bytes);
    QCOMPARE(encode(profile, answering), bytes);
}

void TstResponder::saysWhichMethodsItTakes()
{
    QVERIFY(http::value(refusal(405, u"no"_s).fields, "Allow"));
    QVERIFY(!http::value(refusal(400, u"no"_s).fields, "Allow"));
}

void TstResponder::writesTheDateAsHttpHasIt()
{
    QCOMPARE(httpDate(784'111'777'000'000), "Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(httpDate(784'111'778'999'999), "Sun, 06 Nov 1994 08:49:38 GMT");
}

void TstResponder::givesEveryParseErrorAReason()
{
    QCOMPARE(reasonOf(http::ParseError::BodyTooLarge), capture::Reason::BodyTooLarge);
    QCOMPARE(reasonOf(http::ParseError::TargetTooLong), capture::Reason::TargetTooLong);
    QCOMPARE(reasonOf(http::ParseError::TooManyFields), capture::Reason::HeadTooLarge);
    QCOMPARE(reasonOf(http::ParseError::ConnectRefused), capture::Reason::MethodRefused);
    QCOMPARE(reasonOf(http::ParseError::VersionNotSupported), capture::Reason::VersionRefused);
    QCOMPARE(reasonOf(http::ParseError::FoldedField), capture::Reason::MalformedHttp);
}

void TstResponder::foldsRejectionsAboveFiftyASecond()
{
    RejectionLog log;
    QSignalSpy rejected(&log, &RejectionLog::rejected);
    for (int i = 0; i < 60; ++i)
        log.add({.receivedAt = 10'000'000, .reason = capture::Reason::PlainHttp});
    log.add({.receivedAt = 10'500'000, .reason = capture::Reason::Timeout});
    QCOMPARE(rejected.size(), 50);
    log.sweep(10'900'000);
    QCOMPARE(rejected.size(), 50);
    log.sweep(11'000'000);
    QCOMPARE(rejected.size(), 51);
    const auto folded = rejected.last()[0].value<QList<capture::Rejection>>();
    QCOMPARE(folded.size(), 2);
    QCOMPARE(folded[0].count, 10);
    QCOMPARE(folded[1].count, 1);
    log.add({.receivedAt = 11'000'001, .reason = capture::Reason::Timeout});
    QCOMPARE(rejected.size(), 52);
}

QTEST_GUILESS_MAIN(TstResponder)
#include "tst_responder.moc"
