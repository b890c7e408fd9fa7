// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjson.h"
#include "formats/ndjsonreader.h"
#include "support/builders.h"

#include <QBuffer>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using formats::Entry;
using formats::readNdjsonLine;

namespace
{

capture::Record recordOf(const capture::Delivery &delivery)
{
    capture::Record record;
    record.delivery = builders::stored(delivery);
    return record;
}

const QByteArray minimal
    = R"({"format":"hookglass.delivery/1","received_at":"2026-11-23T10:00:00Z",)"
      R"("request":{"method":"POST","target":"/","headers":[],"body":"x"}})";

// The line with a piece of it replaced.
QByteArray altered(const QByteArray &from, const QByteArray &to)
{
    QByteArray line = minimal;
    line.replace(from, to);
    return line == minimal ? QByteArray() : line;
}

} // namespace

class TstNdjsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasWritten_data();
    void readsBackWhatWasWritten();
    void readsBackEveryByte();
    void readsALineWithoutWhatIsNotNeeded();
    void forgetsAPortWithoutAnAddress();
    void passesOver_data();
    void passesOver();
    void tellsAnAlteredBody_data();
    void tellsAnAlteredBody();
    void refuses_data();
    void refuses();
    void readsLineAfterLine();
    void readsBackARejection();
    void keepsWhatItDoesNotKnow_data();
    void keepsWhatItDoesNotKnow();
};

void TstNdjsonReader::readsBackWhatWasWritten_data()
{
    QTest::addColumn<capture::Record>("record");

    const auto row = [](const char *name, auto change) {
        capture::Delivery delivery = builders::delivery();
        delivery.request.head.clear(); // not in a line
        delivery.event.summary.clear();
        capture::Record record;
        change(delivery, record);
        record.delivery = builders::stored(delivery);
        QTest::newRow(name) << record;
    };
    using capture::Delivery;
    using capture::Record;
    row("a ping", [](Delivery &, Record &) { });
    row("one of a store", [](Delivery &delivery, Record &) { delivery.id = 17; });
    row("byte order marks", [](Delivery &delivery, Record &record) {
        delivery.request.body = "\xEF\xBB\xBF{}";
        delivery.event.topic = QChar(0xFEFF) + u"ping"_s;
        record.note = QString(2, QChar(0xFEFF));
    });
    row("nothing known", [](Delivery &delivery, Record &) {
        delivery.peer = {};
        delivery.tls.reset();
        delivery.verdict = {};
        delivery.event = {};
    });
    row("a binary body", [](Delivery &delivery, Record &) {
        delivery.request.body = QByteArray::fromHex("1f8b0800ff00c0fe");
    });
    row("a body of line ends, NUL and a byte order mark", [](Delivery &delivery, Record &) {
        delivery.request.body = QByteArray("\xef\xbb\xbf\r\n\0\n\\\"/", 10);
    });
    row("fields that are no UTF-8, repeated and empty", [](Delivery &delivery, Record &) {
        delivery.request.fields = {{"X-Name", "caf\xe9"}, {"x-name", ""}, {"\xff", "\xfe"}};
        delivery.request.trailers = {{"T", "\x80"}};
    });
    row("a target that is no UTF-8", [](Delivery &delivery, Record &) {
        delivery.request.target = "/\xff?%zz";
        delivery.tls->serverName = "\xff.example";
    });
    row("HTTP/1.0 in chunks", [](Delivery &delivery, Record &) {
        delivery.request.versionMinor = 0;
        delivery.request.framing = http::Framing::Chunked;
    });
    row("all that came later", [](Delivery &delivery, Record &record) {
        delivery.id = 4;
        record.judged = signature::Verdict{.scheme = u"stripe"_s,
                                           .signature = signature::Signature::Invalid,
                                           .freshness = signature::Freshness::Future,
                                           .ageSeconds = -9'000'000'000};
        record.answer = capture::Answer{.id = 4,
                                        .status = 503,
                                        .fields = {{"Retry-After", "1"}},
                                        .body = "\xff",
                                        .source = u"profile"_s,
                                        .latency = 812};
        record.marked = true;
        record.note = u"look “here”\n"_s;
    });
}

void TstNdjsonReader::readsBackWhatWasWritten()
{
    QFETCH(capture::Record, record);
    const QByteArray line = formats::ndjsonLine(record);
    const core::Result<Entry> read = readNdjsonLine(line, 1);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().why));
    QVERIFY(read->record.has_value());
    QVERIFY(!read->altered);
    QCOMPARE(*read->record->delivery, *record.delivery);
    QCOMPARE(read->record->answer, record.answer);
    QCOMPARE(read->record->judged, record.judged);
    QCOMPARE(formats::ndjsonLine(*read->record), line);
}

void TstNdjsonReader::readsBackEveryByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray body = "x" + QByteArray(1, char(byte)) + "y";
        capture::Delivery delivery = builders::delivery(body);
        delivery.request.fields = {{"X", body}};
        const auto read = readNdjsonLine(formats::ndjsonLine(recordOf(delivery)), 1);
        QVERIFY(read);
        QCOMPARE(read->record->delivery->request.body, body);
        QCOMPARE(read->record->delivery->request.fields, delivery.request.fields);
    }
}

void TstNdjsonReader::readsALineWithoutWhatIsNotNeeded()
{
    const auto read = readNdjsonLine(minimal, 1);
    QVERIFY(read);
    const capture::Delivery &delivery = *read->record->delivery;
    QCOMPARE(delivery.id, qint64(0));
    QCOMPARE(delivery.receivedAt, qint64(1'795'428'000'000'000));
    QCOMPARE(delivery.request.body, QByteArray("x"));
    QCOMPARE(delivery.request.versionMinor, 1);
    QCOMPARE(delivery.verdict, signature::Verdict());
    QVERIFY(!read->altered);
}

void TstNdjsonReader::forgetsAPortWithoutAnAddress()
{
    const auto read = readNdjsonLine(altered("\"format\"", R"("peer":{"port":9},"format")"), 1);
    QVERIFY(read);
    QCOMPARE(read->record->delivery->peer, capture::Peer());
}

void TstNdjsonReader::passesOver_data()
{
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("unknown members") << altered("{\"method\"", R"({"x":[{"method":1}],"method")");
    QTest::newRow("an earlier one of the same name")
        << altered("{\"method\"", R"({"method":"GET","method")");
    QTest::newRow("white space") << altered(",", " ,\t\r\n ");
    QTest::newRow("names with escapes") << altered("\"body\"", R"("\u0062ody")");
}

void TstNdjsonReader::passesOver()
{
    QFETCH(QByteArray, line);
    const auto read = readNdjsonLine(line, 1);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().why));
    QCOMPARE(read->record->delivery->request.method, QByteArray("POST"));
    QCOMPARE(read->record->delivery->request.body, QByteArray("x"));
}

void TstNdjsonReader::tellsAnAlteredBody_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("altered");

    const QByteArray digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    QTest::newRow("the same") << "\"body_size\":1,\"body_sha256\":\"" + digest + '"' << false;
    QTest::newRow("another size") << QByteArray("\"body_size\":2") << true;
    QTest::newRow("another digest")
        << "\"body_sha256\":\"" + QByteArray(digest).replace("2d", "2e") + '"' << true;
    QTest::newRow("no digest") << QByteArray("\"body_sha256\":\"x\"") << true;
}

void TstNdjsonReader::tellsAnAlteredBody()
{
    QFETCH(QByteArray, members);
    const auto read = readNdjsonLine(altered("\"body\":\"x\"", "\"body\":\"x\"," + members), 1);
    QVERIFY(read);
    QTEST(read->altered, "altered");
}

void TstNdjsonReader::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("why");

    const auto row = [](const char *name, const QByteArray &line, const QString &why) {
        QTest::newRow(name) << line << why;
    };
    row("no JSON", "hello", u"It is no JSON (line 7, column 1: "_s);
    row("a cut-off line", minimal.chopped(1), u"It is no JSON (line 7, column "_s);
    row("two objects in one line", minimal + minimal, u"It is no JSON (line 7, column "_s);
    row("bytes that are no UTF-8", altered("POST", "\xff"), u"It is no JSON (line 7, column "_s);
    row("a million brackets", QByteArray(1'000'000, '['), u"It is no JSON (line 7, column "_s);
    row("a list", "[]", u"It is no object."_s);
    row("no format", "{}", u"format: It is missing."_s);
    row("another format", R"({"format":"hookglass.delivery/2"})",
        u"format: It is neither hookglass.delivery/1 nor hookglass.rejection/1."_s);
    row("no time", altered("received_at", "received"), u"received_at: It is missing."_s);
    row("a time in words", altered("2026-11-23T10:00:00Z", "noon"),
        u"received_at: It is no time as 2026-11-23T10:00:00.123456Z."_s);
    row("no request", altered("\"request\"", "\"r\""), u"request: It is missing."_s);
    row("a request that is a text",
        R"({"format":"hookglass.delivery/1","received_at":)"
        R"("2026-11-23T10:00:00Z","request":"GET /"})",
        u"request: It is no object."_s);
    row("no body", altered("\"body\"", "\"b\""), u"request.body: It is missing."_s);
    row("a body that is a number", altered("\"x\"", "1"),
        u"request.body: It is neither a text nor {\"base64\":\"…\"}."_s);
    row("a body in Base64 that is none", altered("\"x\"", R"({"base64":"=="})"),
        u"request.body: It is neither"_s);
    row("a body in Base64 that is not canonical", altered("\"x\"", R"({"base64":"eB=="})"),
        u"request.body: It is neither"_s);
    row("a body in two ways", altered("\"x\"", R"({"base64":"eA==","hex":"78"})"),
        u"request.body: It is neither"_s);
    row("no headers", altered("\"headers\"", "\"h\""), u"request.headers: It is missing."_s);
    row("headers that are an object", altered("\"headers\":[]", "\"headers\":{}"),
        u"request.headers: It is no list."_s);
    row("a header of three", altered("[]", R"([["a","b","c"]])"),
        u"request.headers: One of its entries is no list of a name and a value."_s);
    row("a header that is a text", altered("[]", R"(["a: b"])"),
        u"request.headers: One of its entries"_s);
    row("more headers than any request has",
        altered("[]", '[' + QByteArray(R"(["a","b"],)").repeated(65'536) + R"(["a","b"]])"),
        u"request.headers: It has more entries than any request."_s);
    row("an unknown framing", altered("\"body\"", R"("framing":"x","body")"),
        u"request.framing: It is none that is known."_s);
    row("HTTP/2", altered("\"body\"", R"("http_version":"2","body")"),
        u"request.http_version: It is neither 1.0 nor 1.1."_s);
    row("an id of nothing", altered("\"format\"", R"("id":0,"format")"),
        u"id: It is no whole number from 1 to 9223372036854775807."_s);
    row("an id with a fraction", altered("\"format\"", R"("id":1.5,"format")"), u"id: It is no"_s);
    row("an id beyond 64 bits", altered("\"format\"", R"("id":9223372036854775808,"format")"),
        u"id: It is no"_s);
    row("a port that is none",
        altered("\"format\"", R"("peer":{"address":"::1","port":65536},"format")"),
        u"peer.port: It is no whole number from 0 to 65535."_s);
    row("an unknown verdict",
        altered("\"format\"", R"("verdict":{"signature":"good","freshness":"fresh"},"format")"),
        u"verdict.signature: It is no verdict that is known."_s);
}

void TstNdjsonReader::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, why);
    QVERIFY(!line.isEmpty());
    const auto read = readNdjsonLine(line, 7);
    QVERIFY(!read);
    QVERIFY2(read.error().why.startsWith(why), qPrintable(read.error().why));
    QCOMPARE(read.error().what, u"Cannot read line 7."_s);
}

void TstNdjsonReader::readsLineAfterLine()
{
    capture::Rejection rejection;
    rejection.receivedAt = 1;
    QByteArray text = "\xef\xbb\xbf" + minimal + "\r\n\n  \n" + formats::ndjsonLine(rejection)
        + "oops\n" + minimal;
    QBuffer device(&text);
    QVERIFY(device.open(QIODevice::ReadOnly));
    formats::NdjsonLines lines(device);
    QStringList seen;
    while (const auto line = lines.next())
        seen.append(u"%1 %2"_s.arg(line->number)
                        .arg(!line->wrong.isEmpty()   ? u"wrong"_s
                                 : line->entry.record ? u"delivery"_s
                                                      : u"rejection"_s));
    QCOMPARE(seen, QStringList({u"1 delivery"_s, u"4 rejection"_s, u"5 wrong"_s, u"6 delivery"_s}));
}

void TstNdjsonReader::readsBackARejection()
{
    const capture::Rejection rejection{.receivedAt = 1'795'428'000'000'001,
                                       .peer = {.address = u"::1"_s, .port = 9},
                                       .reason = capture::Reason::PlainHttp,
                                       .detail = u"It was “http”."_s,
                                       .count = 3};
    const auto read = readNdjsonLine(formats::ndjsonLine(rejection), 1);
    QVERIFY(read);
    QCOMPARE(read->rejection, rejection);
}

void TstNdjsonReader::keepsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a member") << altered(R"("body":"x"}})",
                                         R"("body":"x"},"then":[1.0,{"b":"} "}]})");
    QTest::newRow("one of the request")
        << altered(R"("body":"x"}})", R"("body":"x","size of":1e400,"n":null}})");
    QTest::newRow("a repeated one")
        << altered(R"("body":"x"}})", R"("body":"x"},"a":1,"a":2,"\u00e9":true})");
}

void TstNdjsonReader::keepsWhatItDoesNotKnow()
{
    QFETCH(QByteArray, line);
    const auto once = readNdjsonLine(line, 1);
    QVERIFY(once);
    const QByteArray written = formats::ndjsonLine(*once->record);
    const QByteArray unknown = line.sliced(line.indexOf(R"("body":"x")") + 10).chopped(2);
    for (const QByteArray &piece : unknown.split(','))
        QVERIFY2(written.contains(piece.mid(piece.startsWith('}') ? 1 : 0)), written.constData());
    const auto twice = readNdjsonLine(written, 1);
    QVERIFY(twice);
    QCOMPARE(formats::ndjsonLine(*twice->record), written);
}

QTEST_GUILESS_MAIN(TstNdjsonReader)
#include "tst_ndjsonreader.moc"
