// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/attemptjson.h"
#include "formats/ndjson.h"
#include "formats/ndjsonreader.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;

class TstAttemptJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesALine();
    void standsInItsDeliverysLine();
    void comesBackAsItWas();
    void refusesWhatIsNoAttempt_data();
    void refusesWhatIsNoAttempt();
};

static Attempt attempt()
{
    return {.delivery = 17,
            .sentAt = 1'795'428'000'123'456,
            .target = u"http://localhost:3000/x"_s,
            .signing = u"now"_s,
            .secret = u"Dev store"_s,
            .source = u"resend"_s,
            .bodyDigest = QByteArray(32, '\xab'),
            .times = {.lookup = 0, .connect = 1, .firstByte = 2, .total = 3}};
}

static Attempt answered()
{
    Attempt made = attempt();
    made.request = http::Request{.method = "POST",
                                 .target = "/x",
                                 .fields = {{"Host", "a"}, {"Content-Length", "2"}},
                                 .framing = http::Framing::ContentLength,
                                 .body = "hi"};
    made.response = http::Response{
        .status = 201, .reason = "Made", .fields = {{"A", "\xff"}}, .body = QByteArray("\0", 1)};
    made.tlsVersion = u"TLSv1.3"_s;
    made.proxy = u"http://127.0.0.1:3128"_s;
    made.certificateChecked = false;
    return made;
}

static capture::Record record(const QList<Attempt> &attempts)
{
    auto delivery = std::make_shared<capture::Delivery>();
    delivery->id = 17;
    delivery->receivedAt = 1;
    delivery->request = {.method = "POST", .target = "/", .fields = {{"Host", "a"}}, .body = "hi"};
    return {.delivery = delivery, .attempts = attempts};
}

void TstAttemptJson::writesALine()
{
    const QByteArray line
        = R"({"format":"hookglass.attempt/1","delivery":17,)"
          R"("sent_at":"2026-11-23T10:00:00.123456Z",)"
          R"("target":"http://localhost:3000/x","signing":"now","secret":"Dev store",)"
          R"("source":"resend","request":null,"body_sha256":)"
        + QByteArray("\"ab") + QByteArray("ab").repeated(31) + "\","
        + R"("response":null,"error":null,"times_ms":{"lookup":0,"connect":1,)"
          R"("tls":null,"first_byte":2,"total":3},"tls":null,"proxy":null,"certificate_checked":true})"
          "\n";
    QCOMPARE(formats::ndjsonLine(attempt()), line);
}

void TstAttemptJson::standsInItsDeliverysLine()
{
    QVERIFY(!formats::ndjsonLine(record({})).contains("attempts"));
    QVERIFY(
        formats::ndjsonLine(record({attempt()})).contains(R"("note":"","attempts":[{"sent_at")"));
}

void TstAttemptJson::comesBackAsItWas()
{
    Attempt failed = attempt();
    failed.error = core::Error{.what = u"Cannot send."_s, .why = u"Nothing listens."_s};
    const QByteArray line = formats::ndjsonLine(record({answered(), failed}));
    const auto read = formats::readNdjsonLine(line, 1);
    QVERIFY2(read, read ? "" : qPrintable(core::describe(read.error())));
    QCOMPARE(read->record->attempts.size(), 2);
    const Attempt &first = read->record->attempts[0];
    QCOMPARE(first.response, answered().response);
    QCOMPARE(first.request, answered().request);
    QCOMPARE(first.times, answered().times);
    QCOMPARE(first.proxy, answered().proxy);
    QCOMPARE(read->record->attempts[1].proxy, QString());
    QCOMPARE(formats::ndjsonLine(*read->record), line);
}

void TstAttemptJson::refusesWhatIsNoAttempt_data()
{
    QTest::addColumn<QByteArray>("attempts");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no time") << QByteArray(R"([{"sent_at":"now","target":"x"}])");
    QTest::newRow("a word for a flag") << QByteArray(
        R"([{"sent_at":"2026-11-23T10:00:00Z","target":"x","certificate_checked":1}])");
}

void TstAttemptJson::refusesWhatIsNoAttempt()
{
    QFETCH(QByteArray, attempts);
    QByteArray line = formats::ndjsonLine(record({}));
    line.insert(line.lastIndexOf('}'), ",\"attempts\":" + attempts);
    const auto read = formats::readNdjsonLine(line, 1);
    QVERIFY(!read);
    QVERIFY2(read.error().why.contains(u"attempts"), qPrintable(read.error().why));
}

QTEST_GUILESS_MAIN(TstAttemptJson)
#include "tst_attemptjson.moc"
