// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/rawhttp.h"
#include "http/limits.h"
#include "http/parser.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

http::Request read(const QByteArray &text)
{
    const auto request = formats::readRawHttp(text);
    if (!request)
        qWarning("%s", qPrintable(core::describe(request.error())));
    return request ? *request : http::Request();
}

// As a file of several is read.
QList<http::Request> readAll(const QByteArray &text)
{
    QList<http::Request> all;
    for (qsizetype at = 0; !text.sliced(at).trimmed().isEmpty();) {
        qsizetype used = 0;
        const auto request = formats::readRawHttp(QByteArrayView(text).sliced(at), &used);
        if (!request) {
            qWarning("%s", qPrintable(core::describe(request.error())));
            return {};
        }
        all.append(*request);
        at += used;
    }
    return all;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

QString refusal(const QByteArray &text)
{
    const auto request = formats::readRawHttp(text);
    return request ? u"(taken)"_s : request.error().why;
}

} // namespace

class TstRawHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheListenerWouldRead_data();
    void readsWhatTheListenerWouldRead();
    void writesItBackByteForByte_data();
    void writesItBackByteForByte();
    void keepsTheFields();
    void takesBareLineFeeds();
    void takesNewerVersionsForOneThatHasSuchALine_data();
    void takesNewerVersionsForOneThatHasSuchALine();
    void takesTheRestWithoutALength();
    void takesNoOtherRequestForABody_data();
    void takesNoOtherRequestForABody();
    void takesARestThatIsNoRequest_data();
    void takesARestThatIsNoRequest();
    void keepsWhatStandsBehindABodyOfAnyByte();
    void keepsEveryByteOfTheBody();
    void skipsLineEndsAround();
    void joinsChunks();
    void refuses_data();
    void refuses();
    void refusesEveryTruncation();
    void makesAHeadFromFields();
    void writesAChunkedBodyAsOneChunk_data();
    void writesAChunkedBodyAsOneChunk();
};

void TstRawHttp::readsWhatTheListenerWouldRead_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a length") << QByteArray("POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
                                            "X:  padded \t\r\nX:\r\nx: caf\xe9\r\n\r\nabc");
    QTest::newRow("a length of nothing")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("nothing") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n\r\n");
    QTest::newRow("chunks and trailers")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n"
                      "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\nt: 2\r\n\r\n");
}

void TstRawHttp::readsWhatTheListenerWouldRead()
{
    QFETCH(QByteArray, text);
    const http::Limits limits;
    http::RequestParser parser(limits);
    QCOMPARE(parser.feed(text), text.size());
    QCOMPARE(parser.progress(), http::RequestParser::Progress::Complete);
    QVERIFY(read(text) == parser.take());
}

void TstRawHttp::writesItBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("odd spacing") << QByteArray(
        "PoST /%zz HTTP/1.1\r\nHOST:x\r\ncontent-length:\t3 \r\nA:  b\r\n\r\n\r\n\0", 60);
    QTest::newRow("line feeds") << QByteArray("POST / HTTP/1.1\nHost: x\n\nbody\n");
    QTest::newRow("one chunk and trailers")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "b\r\nhello world\r\n0\r\nT: 1\r\n\r\n");
}

void TstRawHttp::writesItBackByteForByte()
{
    QFETCH(QByteArray, text);
    QCOMPARE(formats::writeRawHttp(read(text)), text);
}

void TstRawHttp::keepsTheFields()
{
    const http::Request request = read("POST /x HTTP/1.1\r\nB: 1\r\na:  2 \r\nb:\r\nB: 1\r\n\r\n");
    const http::Fields expected{{"B", "1"}, {"a", "2"}, {"b", ""}, {"B", "1"}};
    QCOMPARE(request.fields, expected);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/x"));
    QCOMPARE(request.framing, http::Framing::None);
}

void TstRawHttp::takesBareLineFeeds()
{
    const http::Request request
        = read("POST / HTTP/1.1\nSmile-Timestamp: 1795428000\nContent-Length: 4\n\na\r\nb");
    QCOMPARE(request.fields.at(0), (http::Field{"Smile-Timestamp", "1795428000"}));
    QCOMPARE(request.body, QByteArray("a\r\nb"));
}

void TstRawHttp::takesNewerVersionsForOneThatHasSuchALine_data()
{
    QTest::addColumn<QByteArray>("version");
    for (const char *version : {"HTTP/2", "HTTP/2.0", "HTTP/3", "HTTP/3.0"})
        QTest::newRow(version) << QByteArray(version);
}

void TstRawHttp::takesNewerVersionsForOneThatHasSuchALine()
{
    QFETCH(const QByteArray, version);
    const QByteArray rest = "\r\nhost: a.example\r\ncontent-length: 1\r\n\r\nx";
    const QByteArray text = "POST /a " + version + rest;
    const http::Request request = read("\r\n" + text);
    QCOMPARE(formats::writeRawHttp(request), "POST /a HTTP/1.1" + rest);
    QCOMPARE(request.target, QByteArray("/a"));
    QCOMPARE(request.versionMinor, 1);
    const auto all = readAll("GET / " + version + "\n\n" + text + text);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].head, QByteArray("GET / HTTP/1.1\n\n"));
    QCOMPARE(all[0].body, QByteArray());
    QCOMPARE(all[2].body, QByteArray("x"));
}

void TstRawHttp::takesTheRestWithoutALength()
{
    const http::Request request = read("POST / HTTP/1.1\r\nHost: x\r\n\r\nbody\r\n\r\n");
    QCOMPARE(request.body, QByteArray("body\r\n\r\n"));
    QCOMPARE(request.framing, http::Framing::None);
}

void TstRawHttp::takesNoOtherRequestForABody_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("between");
    QTest::newRow("one that needs no body")
        << QByteArray("GET /get HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray();
    QTest::newRow("one that might have one")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray();
    QTest::newRow("empty lines between")
        << QByteArray("GET / HTTP/1.0\nHost: x\n\n") << QByteArray("\n\r\n");
}

void TstRawHttp::takesNoOtherRequestForABody()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, between);
    const QByteArray post = "POST /b HTTP/1.1\r\nContent-Length: 256\r\n\r\n" + everyByte();
    const auto all = readAll(first + between + post + first + first + "\r\n" + post + "\n");
    QCOMPARE(all.size(), 5);
    for (const qsizetype bare : {0, 2, 3}) {
        QCOMPARE(all[bare].head, first);
        QCOMPARE(all[bare].body, QByteArray());
    }
    for (const qsizetype posted : {1, 4})
        QCOMPARE(formats::writeRawHttp(all[posted]), post);
    QCOMPARE(refusal(first + post), u"Another request stands behind it."_s);
    QCOMPARE(readAll("GET / HTTP/1.1\r\n\r\n\r\n").value(0).body, QByteArray());
}

void TstRawHttp::takesARestThatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("a version that there is not") << QByteArray("GET / HTTP/9.1\r\n\r\n");
    QTest::newRow("a line that does not end") << QByteArray("GET / HTTP/1.1");
    QTest::newRow("a request in the middle") << QByteArray("a\nGET / HTTP/1.1\n\n");
    QTest::newRow("an answer") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    QTest::newRow("line ends") << QByteArray("\r\n\n");
    for (int i = 0; i < 256; ++i)
        QTest::addRow("the byte %d", i) << char(i) + QByteArray(" / HTTP/1.1x\n\n");
}

void TstRawHttp::takesARestThatIsNoRequest()
{
    QFETCH(const QByteArray, rest);
    const auto all = readAll("POST / HTTP/1.1\r\nHost: x\r\n\r\n" + rest);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].body, rest);
}

// Of a body that nothing said the length of, as people write such files.
void TstRawHttp::keepsWhatStandsBehindABodyOfAnyByte()
{
    for (const QByteArray head :
         {"POST /a HTTP/1.1\r\nA: b\r\n\r\n", "POST /a HTTP/1.1\nA: b\n\n"}) {
        for (int i = 0; i < 256; ++i) {
            const QByteArray body(2, char(i));
            const http::Request request = read(head + body);
            QCOMPARE(request.body, body);
            const QByteArray framed = formats::writeRawHttp(formats::framed(request));
            const auto all = readAll(framed + framed);
            QCOMPARE(all.size(), 2);
            for (const http::Request &one : all) {
                QCOMPARE(one.body, body);
                QCOMPARE(one.fields, (http::Fields{{"A", "b"}, {"Content-Length", "2"}}));
            }
        }
    }
    const http::Request withoutHead{// as a HAR gives it
                                    .method = "PUT",
                                    .target = "/",
                                    .framing = http::Framing::ContentLength,
                                    .body = "x"};
    QCOMPARE(formats::writeRawHttp(formats::framed(withoutHead)),
             QByteArray("PUT / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx"));
    const http::Request bare = read("GET / HTTP/1.1\r\n\r\n");
    QVERIFY(formats::framed(bare) == bare);
}

void TstRawHttp::keepsEveryByteOfTheBody()
{
    const QByteArray body = everyByte();
    const QByteArray head = "POST / HTTP/1.1\r\nContent-Length: 256\r\n\r\n";
    QCOMPARE(read(head + body).body, body);
    QCOMPARE(read("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n" + body
                  + "\r\n0\r\n\r\n")
                 .body,
             body);
}

void TstRawHttp::skipsLineEndsAround()
{
    const QByteArray text = "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
    const http::Request request = read("\r\n\n" + text + "\n\r\n");
    QCOMPARE(request.body, QByteArray("abc"));
    QCOMPARE(request.head, text.chopped(3));
}

void TstRawHttp::joinsChunks()
{
    const http::Request request
        = read("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
               "A\r\n0123456789\r\n0\r\nT: 1\r\n\r\n\r\n");
    QCOMPARE(request.body, QByteArray("abc0123456789"));
    QCOMPARE(request.trailers, (http::Fields{{"T", "1"}}));
    QCOMPARE(request.framing, http::Framing::Chunked);
}

void TstRawHttp::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");

    const auto add = [](const char *name, const QByteArray &text, const QString &why) {
        QTest::newRow(name) << text << why;
    };
    const QString open = u"The header block does not end with an empty line."_s;
    add("nothing", "", u"It is empty."_s);
    add("line ends", "\r\n\r\n", u"It is empty."_s);
    add("no line end", "POST / HTTP/1.1", open);
    add("no empty line", "POST / HTTP/1.1\r\nA: b\r\n", open);
    add("no request line", "A: b\r\n\r\n",
        u"Line 1: The first line is not an HTTP request line."_s);
    add("JSON", "{\"a\": 1}\n\n", u"Line 1: The first line is not an HTTP request line."_s);
    add("a version that there is not", "POST / HTTP/4\r\nA: b\r\n\r\n",
        u"Line 1: The first line is not an HTTP request line."_s);
    add("a newer version without a target", "POST HTTP/2\r\nA: b\r\n\r\n",
        u"Line 1: The first line is not an HTTP request line."_s);
    add("a field without a colon", "POST / HTTP/1.1\r\nA: b\r\nC\r\n\r\n",
        u"Line 3: A header name is empty or has a forbidden character."_s);
    add("a space before the colon", "\nPOST / HTTP/1.1\nA : b\n\n",
        u"Line 3: A header name has white space before its colon."_s);
    add("a folded line", "POST / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
        u"Line 3: A header line begins with white space (folding)."_s);
    add("too few bytes", "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabc",
        u"Content-Length says 4 bytes, but 3 follow the header block."_s);
    add("too many bytes", "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nabc",
        u"Content-Length says 2 bytes, but 3 follow the header block."_s);
    add("an open chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        u"The chunked body does not end."_s);
    add("more behind the chunks",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        u"There is more behind the chunked body."_s);
}

void TstRawHttp::refuses()
{
    QFETCH(QByteArray, text);
    QTEST(refusal(text), "why");
}

void TstRawHttp::refusesEveryTruncation()
{
    for (const QByteArray text :
         {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: 1\r\n\r\n"}) {
        QVERIFY(formats::readRawHttp(text));
        for (qsizetype i = 0; i < text.size(); ++i) {
            const auto request = formats::readRawHttp(text.first(i));
            QVERIFY2(!request, text.first(i).constData());
            QCOMPARE(request.error().kind, core::ErrorKind::Environment);
            QVERIFY(!request.error().why.isEmpty());
        }
    }
}

void TstRawHttp::makesAHeadFromFields()
{
    const http::Request request{.method = "PUT",
                                .target = "/a",
                                .versionMinor = 0,
                                .fields = {{"B", "1"}, {"Content-Length", "2"}},
                                .framing = http::Framing::ContentLength,
                                .body = "xy"};
    QCOMPARE(formats::writeRawHttp(request),
             QByteArray("PUT /a HTTP/1.0\r\nB: 1\r\nContent-Length: 2\r\n\r\nxy"));
}

void TstRawHttp::writesAChunkedBodyAsOneChunk_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("written");

    QTest::newRow("nothing") << QByteArray() << QByteArray("0\r\nT: 1\r\n\r\n");
    QTest::newRow("eleven bytes") << QByteArray("hello world")
                                  << QByteArray("b\r\nhello world\r\n0\r\nT: 1\r\n\r\n");
    QTest::newRow("more than a byte says")
        << QByteArray(300, 'x') << "12c\r\n" + QByteArray(300, 'x') + "\r\n0\r\nT: 1\r\n\r\n";
}

void TstRawHttp::writesAChunkedBodyAsOneChunk()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, written);
    http::Request request;
    request.head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    request.framing = http::Framing::Chunked;
    request.body = body;
    request.trailers = {{"T", "1"}};
    QCOMPARE(formats::writeRawHttp(request), request.head + written);
    QCOMPARE(read(request.head + written).body, body);
}

QTEST_GUILESS_MAIN(TstRawHttp)
#include "tst_rawhttp.moc"
