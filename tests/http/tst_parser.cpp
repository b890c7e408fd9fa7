// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/parser.h"

#include <QTest>

using namespace http;
using Progress = RequestParser::Progress;

static const Limits standard;

// What a parse gave, in a form that two parses can be compared by.
struct Outcome {
    Progress progress = Progress::Idle;
    ParseError error = ParseError::None;
    QList<Request> requests;
    QList<bool> keepsAlive;

    bool operator==(const Outcome &) const = default;
};

static void feedAll(RequestParser &parser, QByteArrayView bytes, Outcome &outcome)
{
    while (!bytes.isEmpty() && parser.progress() != Progress::Failed) {
        bytes = bytes.sliced(parser.feed(bytes));
        if (parser.progress() == Progress::Complete) {
            outcome.keepsAlive.append(parser.keepsAlive());
            outcome.requests.append(parser.take());
        }
    }
}

static Outcome parse(const QList<QByteArrayView> &pieces, const Limits &limits = standard)
{
    RequestParser parser(limits);
    Outcome outcome;
    for (const QByteArrayView piece : pieces)
        feedAll(parser, piece, outcome);
    outcome.progress = parser.progress();
    outcome.error = parser.error();
    return outcome;
}

static QByteArray head(const QByteArray &lines)
{
    return "POST /a HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
}

static QByteArray allBytes()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes.append(char(byte));
    return bytes;
}

class TstParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingAsReceived();
    void givesTheSameForEverySplit_data();
    void givesTheSameForEverySplit();
    void refuses_data();
    void refuses();
    void takes_data();
    void takes();
    void keepsTrailersApart();
    void readsTheBody_data();
    void readsTheBody();
    void holdsLimits_data();
    void holdsLimits();
    void tellsWhetherTheConnectionGoesOn_data();
    void tellsWhetherTheConnectionGoesOn();
    void refusesABadLineBeforeTheHeadEnds();
    void asksForTheBodyOnlyWhenTheSenderWaits();
    void findsThatTheSenderWaits_data();
    void findsThatTheSenderWaits();
    void keepsWhatWasReceivedOfARefusedRequest();
    void letsGoOfARequestThatNobodyWants();
};

void TstParser::keepsEverythingAsReceived()
{
    const QByteArray bytes
        = "POST /%zz?b=%20&a HTTP/1.1\r\nhOsT: localhost:8443\r\nX-A:  one \t\r\n"
          "x-a:two\r\nX-Bytes: \xff\xfe\r\nX-Empty:\r\nContent-Length: 3\r\n\r\na\r\n";
    const Outcome outcome = parse({bytes});
    QCOMPARE(outcome.requests.size(), 1);
    const Request &request = outcome.requests[0];
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/%zz?b=%20&a");
    QCOMPARE(request.versionMinor, 1);
    QCOMPARE(request.fields,
             Fields({{"hOsT", "localhost:8443"},
                     {"X-A", "one"},
                     {"x-a", "two"},
                     {"X-Bytes", "\xff\xfe"},
                     {"X-Empty", ""},
                     {"Content-Length", "3"}}));
    QCOMPARE(request.body, "a\r\n");
    QCOMPARE(request.head + request.body, bytes);
    QCOMPARE(request.framing, Framing::ContentLength);
}

void TstParser::givesTheSameForEverySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no body") << head("");
    QTest::newRow("empty line before the request") << "\r\n" + head("");
    QTest::newRow("with a length") << head("Content-Length: 5\r\n") + "hello";
    QTest::newRow("all byte values") << head("Content-Length: 256\r\n") + allBytes();
    QTest::newRow("chunked with extension and trailers") << head("Transfer-Encoding: chunked\r\n")
            + "3;a=b\r\nabc\r\n1F\r\n0123456789012345678901234567890\r\n0\r\nX-T: 1\r\nx-t: "
              "2\r\n\r\n";
    QTest::newRow("three pipelined") << head("Content-Length: 1\r\n") + "a"
            + head("Transfer-Encoding: chunked\r\n") + "1\r\nb\r\n0\r\n\r\n"
            + head("Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("carriage return in a value") << head("X: a\rb\r\n");
    QTest::newRow("line feed alone") << QByteArray("POST / HTTP/1.1\nHost: a\n\n");
    QTest::newRow("folded line") << head("X: a\r\n b\r\n");
    QTest::newRow("NUL in a value") << head(QByteArray("X: a\0b\r\n", 9));
    QTest::newRow("two lengths") << head("Content-Length: 1\r\nContent-Length: 1\r\n") + "a";
    QTest::newRow("bad chunk size") << head("Transfer-Encoding: chunked\r\n") + "x\r\nabc\r\n";
    QTest::newRow("chunk longer than said")
        << head("Transfer-Encoding: chunked\r\n") + "1\r\nab\r\n0\r\n\r\n";
    QTest::newRow("control byte in a line that a line feed alone ends")
        << QByteArray("GET / HTTP/1.\6\x31\nHost: h\n\n");
    QTest::newRow("carriage return twice") << head("X: a\r\r\n");
    QTest::newRow("control byte and a line feed alone in a chunk size")
        << head("Transfer-Encoding: chunked\r\n") + "1\6\nabc\r\n";
    QTest::newRow("bad extension before a bad trailer")
        << head("Transfer-Encoding: chunked\r\n") + "1;n=\"v\"=\r\na\r\n0\r\nX: \x01\r\n\r\n";
    QTest::newRow("white space in a chunk extension")
        << head("Transfer-Encoding: chunked\r\n") + "1 ; a = b\r\na\r\n0; c\r\n\r\n" + head("");
    QTest::newRow("longer than a version") << QByteArray("GET / HTTP/1.51\r\n\r\n");
    QTest::newRow("control byte behind a bad version") << QByteArray("GET / HTTP/2.0\x01\r\n\r\n");
    QTest::newRow("carriage return in a version") << QByteArray("GET / HTTP/1.\r1\r\n\r\n");
    QTest::newRow("a ClientHello")
        << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
}

void TstParser::givesTheSameForEverySplit()
{
    QFETCH(QByteArray, bytes);
    const Outcome whole = parse({bytes});
    const QByteArrayView view = bytes;
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        const Outcome parts = parse({view.first(split), view.sliced(split)});
        QVERIFY2(parts == whole, qPrintable(QString::number(split)));
    }
    QList<QByteArrayView> single;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        single.append(view.sliced(i, 1));
    QVERIFY(parse(single) == whole);
}

void TstParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("HTTP/0.9", "GET /\r\n");
    row("two spaces in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("lower-case protocol", "GET / http/1.1\r\nHost: a\r\n\r\n");
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 405);
    row("method with a colon", "GE:T / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("hyphen before the method", "-bl / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("folded line before it ends", "GET / HTTP/1.1\r\nHost: a\r\n H");
    row("three words and a version", "GET / a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("space behind the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n");
    row("version that can no more become one", "GET / HTTX");
    row("unknown version before the line ends", "GET / HTTP/5.6", 505);
    row("short version", "GET / HTTP/1\r");
    row("star for a POST", "POST * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("target without a slash", "GET a HTTP/1.1\r\nHost: a\r\n\r\n");
    row("URL without a host", "GET https:///x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("URL with a port alone", "GET https://:1/x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("URL with a user alone", "GET https://u:p@/x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("no host", "GET / HTTP/1.1\r\n\r\n");
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n");
    row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    row("host with a comma", "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n");
    row("host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n");
    row("host with a word for its port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n");
    row("space before the colon", head("Foo : bar\r\n"));
    row("empty name", head(": x\r\n"));
    row("line without a colon", head("foo\r\n"));
    row("name with a space", head("a b: c\r\n"));
    row("name beyond ASCII", head("\xc3\xa4: c\r\n"));
    row("white space before the first name", "GET / HTTP/1.1\r\n Host: a\r\n\r\n");
    row("CR ends an empty value", head("x:\rTransfer-Encoding: chunked\r\n"));
    row("CR CR LF", head("x: y\r\r\n"));
    row("DEL in a value", head("x: \x7f\r\n"));
    row("length and encoding", head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    row("length with a plus", head("Content-Length: +5\r\n"));
    row("negative length", head("Content-Length: -1\r\n"));
    row("hexadecimal length", head("Content-Length: 0x5\r\n"));
    row("list of lengths", head("Content-Length: 5, 5\r\n"));
    row("empty length", head("Content-Length:\r\n"));
    row("length beyond 64 bits", head("Content-Length: 18446744073709551619\r\n"), 413);
    row("unknown encoding", head("Transfer-Encoding: gzip, chunked\r\n"));
    row("identity encoding", head("Transfer-Encoding: identity\r\n"));
    row("encoding twice", head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    row("encoding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
    row("chunk size with a prefix", chunked + "0x1\r\na\r\n0\r\n\r\n");
    row("chunk size with a space", chunked + "1 \r\na\r\n0\r\n\r\n");
    row("chunk size beyond 64 bits", chunked + "10000000000000005\r\nabcde\r\n");
    row("bare LF after a chunk size", chunked + "1\na\r\n0\r\n\r\n");
    row("CR in a chunk extension", chunked + "5\r\r;ABCD\r\n");
    row("empty chunk size", chunked + "\r\n");
    row("chunk extension without a name", chunked + "1;\r\na\r\n0\r\n\r\n");
    row("chunk extension without a value", chunked + "1;a=\r\na\r\n0\r\n\r\n");
    row("bracket in a chunk extension", chunked + "1;a[=b\r\na\r\n0\r\n\r\n");
    row("quoted chunk extension that never ends", chunked + "1;a=\"b\\\"\r\na\r\n0\r\n\r\n");
    row("space behind a chunk extension", chunked + "1;a \r\na\r\n0\r\n\r\n");
    row("folded trailer", chunked + "0\r\nX: a\r\n b\r\n\r\n");
    row("trailer without a name", chunked + "0\r\n: a\r\n\r\n");
}

void TstParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Outcome outcome = parse({bytes});
    QCOMPARE(outcome.progress, Progress::Failed);
    QCOMPARE(outcome.requests.size(), 0);
    QCOMPARE(http::status(outcome.error), status);
    QVERIFY(!describe(outcome.error).isEmpty());
}

void TstParser::takes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row
        = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("method that llhttp does not know", "QUERY / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("method that llhttp treats apart", "PRI / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("fragment in the target", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n");
    row("fragment in a URL", "GET http://a/b#c HTTP/1.1\r\nHost: a\r\n\r\n");
    row("user in a URL", "GET https://u:p@h/x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absolute target", "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absolute target with a port and no path", "GET https://a:1 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absolute target with an address", "GET https://[::1]:1/ HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absolute target with a query alone", "GET http://a?b@c HTTP/1.1\r\nHost: a\r\n\r\n");
    row("at sign and colons in a path", "GET /u:p@h://x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("star for OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("target that does not decode", "GET /%zz%00 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:8443\r\n\r\n");
    row("host with an underscore", "GET / HTTP/1.1\r\nHost: my_host\r\n\r\n");
    row("HTTP/1.0 without a host", "GET / HTTP/1.0\r\n\r\n");
    row("every token character in a name", head("!#$%&'*+-.^_`|~aZ09: x\r\n"));
    row("tab in a value", head("X: a\tb\r\n"));
    row("offered upgrade is ignored", head("Connection: Upgrade\r\nUpgrade: h2c\r\n"));
    row("list in Connection", head("TE: deflate\r\nConnection: TE, close\r\n"));
    row("capital encoding", head("Transfer-Encoding: Chunked\r\n") + "0\r\n\r\n");
    row("leading zeros in a chunk size",
        head("Transfer-Encoding: chunked\r\n") + "0003\r\nabc\r\n0\r\n\r\n");
    row("quoted chunk extension",
        head("Transfer-Encoding: chunked\r\n") + "1;a=\"; \\\"\";b\r\na\r\n0\r\n\r\n");
    row("white space in chunk extensions",
        head("Transfer-Encoding: chunked\r\n") + "1 ; a\t=\t\"b\" ;c\r\na\r\n0; d\r\n\r\n");
}

void TstParser::takes()
{
    QFETCH(QByteArray, bytes);
    const Outcome outcome = parse({bytes});
    QCOMPARE(outcome.error, ParseError::None);
    QCOMPARE(outcome.requests.size(), 1);
    QCOMPARE(outcome.progress, Progress::Idle);
}

// RFC 9110, 6.5.1: what frames, routes or connects has no meaning in a trailer.
void TstParser::keepsTrailersApart()
{
    const Fields trailers{{"Content-Length", "99"},
                          {"Transfer-Encoding", "gzip"},
                          {"Host", "other"},
                          {"Connection", "close"}};
    QByteArray bytes = head("Transfer-Encoding: chunked\r\n") + "1\r\na\r\n0\r\n";
    for (const Field &trailer : trailers)
        bytes += trailer.name + ": " + trailer.value + "\r\n";
    const Outcome outcome = parse({bytes + "\r\n" + head("")});
    QCOMPARE(outcome.requests.size(), 2);
    QCOMPARE(outcome.requests[0].fields,
             Fields({{"Host", "localhost"}, {"Transfer-Encoding", "chunked"}}));
    QCOMPARE(outcome.requests[0].trailers, trailers);
    QCOMPARE(outcome.requests[0].body, "a");
    QCOMPARE(outcome.keepsAlive, QList<bool>({true, true}));
}

void TstParser::readsTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << head("Content-Length: 0\r\n") << QByteArray();
    QTest::newRow("all byte values") << head("Content-Length: 256\r\n") + allBytes() << allBytes();
    QTest::newRow("byte order mark and line ends") << head("Content-Length: 7\r\n")
            + "\xef\xbb\xbf{}\r\n" << QByteArray("\xef\xbb\xbf{}\r\n");
    const QByteArray large(3 * 1024 * 1024, 'x');
    QTest::newRow("3 MB") << head("Content-Length: 3145728\r\n") + large << large;
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
    QTest::newRow("3 MB in one chunk") << chunked + "300000\r\n" + large + "\r\n0\r\n\r\n" << large;
    QTest::newRow("tab behind the length")
        << head("Content-Length: 1\t\r\n") + "a" << QByteArray("a");
    QTest::newRow("white space around the encoding") << head("Transfer-Encoding:\t chunked \t \r\n")
            + "1\r\na\r\n0\r\n\r\n" << QByteArray("a");
    QTest::newRow("chunks") << chunked + "1\r\na\r\n2\r\n\r\n\r\n0\r\n\r\n" << QByteArray("a\r\n");
}

void TstParser::readsTheBody()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const Outcome outcome = parse({bytes});
    QCOMPARE(outcome.requests.size(), 1);
    QVERIFY(outcome.requests[0].body == body);
    QVERIFY(bytes.startsWith(outcome.requests[0].head)); // as it came
}

void TstParser::holdsLimits_data()
{
    QTest::addColumn<QByteArray>("atLimit");
    QTest::addColumn<QByteArray>("oneOver");
    QTest::addColumn<int>("status");
    const auto target = [](int size) {
        return "GET /" + QByteArray(size - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
    };
    QTest::newRow("target") << target(40) << target(41) << 414;
    const auto sized = [](qsizetype size) {
        return head("X: " + QByteArray(size - head("X: \r\n").size(), 'a') + "\r\n");
    };
    QTest::newRow("head") << sized(300) << sized(301) << 431;
    const auto fields = [](int more) { return head(QByteArray("X: a\r\n").repeated(more)); };
    QTest::newRow("fields") << fields(9) << fields(10) << 431;
    const auto body = [](int size) {
        return head("Content-Length: " + QByteArray::number(size) + "\r\n") + QByteArray(size, 'a');
    };
    QTest::newRow("body") << body(50) << body(51) << 413;
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
    const auto chunks = [&](int size) {
        return chunked + "19\r\n" + QByteArray(25, 'a') + "\r\n" + QByteArray::number(size - 25, 16)
            + "\r\n" + QByteArray(size - 25, 'b') + "\r\n0\r\n\r\n";
    };
    QTest::newRow("body in chunks") << chunks(50) << chunks(51) << 413;
    const auto extensions = [&](int size) {
        return chunked + "1;" + QByteArray(7, 'e') + "\r\na\r\n0;" + QByteArray(size - 9, 'e')
            + "\r\n\r\n";
    };
    QTest::newRow("chunk extensions") << extensions(20) << extensions(21) << 413;
    const auto trailers
        = [&](int size) { return chunked + "0\r\nX:" + QByteArray(size - 6, 't') + "\r\n\r\n"; };
    QTest::newRow("trailers") << trailers(28) << trailers(29) << 431;
}

void TstParser::holdsLimits()
{
    QFETCH(QByteArray, atLimit);
    QFETCH(QByteArray, oneOver);
    QFETCH(int, status);
    const Limits limits{
        .head = 300, .fields = 10, .target = 40, .chunkExtensions = 20, .trailers = 28, .body = 50};
    const Outcome taken = parse({atLimit}, limits);
    QCOMPARE(taken.error, ParseError::None);
    QCOMPARE(taken.requests.size(), 1);
    QCOMPARE(http::status(parse({oneOver}, limits).error), status);
}

void TstParser::tellsWhetherTheConnectionGoesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("HTTP/1.1") << head("") << true;
    QTest::newRow("HTTP/1.1 that closes") << head("Connection: close\r\n") << false;
    QTest::newRow("close with a tab behind") << head("Connection: close\t\r\n") << false;
    QTest::newRow("close with a tab before") << head("Connection:\tclose\r\n") << false;
    QTest::newRow("close in a list") << head("Connection: TE, close\r\n") << false;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0 kept alive")
        << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
}

void TstParser::tellsWhetherTheConnectionGoesOn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, goesOn);
    QCOMPARE(parse({bytes}).keepsAlive, QList<bool>{goesOn});
}

void TstParser::refusesABadLineBeforeTheHeadEnds()
{
    QCOMPARE(parse({"POST / HTTP/1.1\r\nBad Name: x\r\n"}).error, ParseError::BadFieldName);
}

void TstParser::asksForTheBodyOnlyWhenTheSenderWaits()
{
    RequestParser parser(standard);
    const QByteArray waits = head("Expect: 100-Continue\r\nContent-Length: 1\r\n");
    QCOMPARE(parser.feed(waits), waits.size());
    QCOMPARE(parser.progress(), Progress::Body);
    QVERIFY(parser.expectsContinue());
    QCOMPARE(parser.feed("a"), 1);
    QCOMPARE(parser.take().body, "a");
    parser.feed(head("Content-Length: 1\r\n"));
    QVERIFY(!parser.expectsContinue());
}

void TstParser::findsThatTheSenderWaits_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("waits");
    QTest::newRow("alone") << QByteArray("expect: 100-Continue\r\n") << true;
    QTest::newRow("before another") << QByteArray("Expect: 100-continue, foo\r\n") << true;
    QTest::newRow("behind another") << QByteArray("Expect: foo=1\t,\t100-continue\r\n") << true;
    QTest::newRow("in a second field")
        << QByteArray("Expect: foo\r\nExpect: 100-continue\r\n") << true;
    QTest::newRow("something else") << QByteArray("Expect: 100-continued, foo\r\n") << false;
    QTest::newRow("in another field") << QByteArray("X-Expect: 100-continue\r\n") << false;
}

void TstParser::findsThatTheSenderWaits()
{
    QFETCH(QByteArray, lines);
    RequestParser parser(standard);
    parser.feed(head(lines + "Content-Length: 1\r\n"));
    QCOMPARE(parser.progress(), Progress::Body);
    QTEST(parser.expectsContinue(), "waits");
}

void TstParser::keepsWhatWasReceivedOfARefusedRequest()
{
    RequestParser parser(standard);
    const QByteArray bytes = head("Content-Length: 100\r\n") + "half";
    parser.feed(bytes);
    QCOMPARE(parser.received(), bytes);
}

void TstParser::letsGoOfARequestThatNobodyWants()
{
    RequestParser parser(standard);
    parser.feed(head("Content-Length: 100\r\n") + "half");
    parser.drop();
    QCOMPARE(parser.request(), Request());
    QCOMPARE(parser.received(), QByteArray());
    QCOMPARE(parser.feed("the other half"), 0);
    QCOMPARE(parser.progress(), Progress::Failed);
}

QTEST_GUILESS_MAIN(TstParser)
#include "tst_parser.moc"
