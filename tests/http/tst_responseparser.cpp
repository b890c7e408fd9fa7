// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/responseparser.h"

#include <QTest>

using http::Field;
using http::Fields;
using http::Response;
using http::ResponseError;
using http::ResponseParser;

static const http::Limits limits;

class TstResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void readsThemWhereverTheyAreSplit_data() { readsAnswers_data(); }
    void readsThemWhereverTheyAreSplit();
    void knowsThatHeadHasNoBody();
    void needsTheEndOfTheConnection();
    void dropsWhatFollows();
    void refusesAnswers_data();
    void refusesAnswers();
    void refusesCutAnswers_data();
    void refusesCutAnswers();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void holdsNoMoreThanTheLimit();
    void refusesOtherProtocolsAtTheFirstByte();
    void describesEachError();
};

void TstResponseParser::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("trailer");
    const QByteArray none;
    QTest::newRow("a length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") << 200
                              << QByteArray("OK") << QByteArray("hi") << none;
    QTest::newRow("an empty body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                                   << 200 << QByteArray("OK") << none << none;
    QTest::newRow("chunks with a trailer")
        << QByteArray("HTTP/1.1 201 Created\r\ntransfer-ENCODING: Chunked\r\n\r\n"
                      "3;x=1\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX-End: yes\r\n\r\n")
        << 201 << QByteArray("Created") << QByteArray("abc0123456789") << QByteArray("yes");
    QTest::newRow("tab behind the length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\t\r\n\r\nhi") << 200 << QByteArray("OK")
        << QByteArray("hi") << none;
    QTest::newRow("tab behind the encoding")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\t\r\n\r\n1\r\na\r\n0\r\n\r\n")
        << 200 << QByteArray("OK") << QByteArray("a") << none;
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 404 \r\nContent-Length: 1\r\n\r\nx") << 404
                               << none << QByteArray("x") << none;
    QTest::newRow("no reason and no space")
        << QByteArray("HTTP/1.1 404\r\nContent-Length: 1\r\n\r\nx") << 404 << none
        << QByteArray("x") << none;
    QTest::newRow("a reason beyond ASCII")
        << QByteArray("HTTP/1.1 500 Kapu\xfc tt\r\nContent-Length: 0\r\n\r\n") << 500
        << QByteArray("Kapu\xfc tt") << none << none;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204
                                << QByteArray("No Content") << none << none;
    QTest::newRow("not modified, with the length of what it would be")
        << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n") << 304
        << QByteArray("Not Modified") << none << none;
    QTest::newRow("interim answers before it")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
        << 200 << QByteArray("OK") << QByteArray("hi") << none;
    QTest::newRow("every byte value in the body")
        << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\n").append("\0\r\n\xff", 4) << 200
        << QByteArray("OK") << QByteArray("\0\r\n\xff", 4) << none;
    QTest::newRow("an upgrade that is offered, not made")
        << QByteArray("HTTP/1.1 426 Upgrade Required\r\nUpgrade: h2c\r\nConnection: upgrade\r\n"
                      "Content-Length: 2\r\n\r\nno")
        << 426 << QByteArray("Upgrade Required") << QByteArray("no") << none;
    QTest::newRow("a redirect, not followed")
        << QByteArray("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n") << 302
        << QByteArray("Found") << none << none;
}

void TstResponseParser::readsAnswers()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(limits, false);
    parser.feed(bytes);
    QCOMPARE(parser.progress(), ResponseParser::Progress::Complete);
    const Response &response = parser.response();
    QTEST(response.status, "status");
    QTEST(response.reason, "reason");
    QTEST(response.body, "body");
    QFETCH(QByteArray, trailer);
    QCOMPARE(response.trailers, trailer.isEmpty() ? Fields() : Fields({{"X-End", trailer}}));
}

void TstResponseParser::readsThemWhereverTheyAreSplit()
{
    QFETCH(QByteArray, bytes);
    ResponseParser whole(limits, false);
    whole.feed(bytes);
    ResponseParser bytewise(limits, false);
    for (const char byte : bytes)
        bytewise.feed({&byte, 1});
    QCOMPARE(bytewise.progress(), ResponseParser::Progress::Complete);
    QCOMPARE(bytewise.response(), whole.response());
    for (qsizetype at = 1; at < bytes.size(); ++at) {
        ResponseParser split(limits, false);
        split.feed(QByteArrayView(bytes).first(at));
        QCOMPARE(split.progress() == ResponseParser::Progress::Complete, false);
        split.feed(QByteArrayView(bytes).sliced(at));
        QCOMPARE(split.response(), whole.response());
    }
}

void TstResponseParser::knowsThatHeadHasNoBody()
{
    for (const char *framing : {"Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", ""}) {
        ResponseParser parser(limits, true);
        parser.feed(QByteArray("HTTP/1.1 200 OK\r\n") + framing + "\r\n");
        QCOMPARE(parser.progress(), ResponseParser::Progress::Complete);
        QCOMPARE(parser.response().body, QByteArray());
    }
}

void TstResponseParser::needsTheEndOfTheConnection()
{
    ResponseParser parser(limits, false);
    parser.feed("HTTP/1.1 200 OK\r\nX-Two: 1\r\nx-two: 2\r\n\r\nuntil the ");
    parser.feed("end");
    QCOMPARE(parser.progress(), ResponseParser::Progress::Body);
    parser.finish();
    QCOMPARE(parser.progress(), ResponseParser::Progress::Complete);
    QCOMPARE(parser.response().body, QByteArray("until the end"));
    QCOMPARE(parser.response().fields, Fields({Field{"X-Two", "1"}, Field{"x-two", "2"}}));
}

void TstResponseParser::dropsWhatFollows()
{
    ResponseParser parser(limits, false);
    parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 500 No\r\n\r\n");
    parser.feed("more");
    parser.finish();
    QCOMPARE(parser.progress(), ResponseParser::Progress::Complete);
    QCOMPARE(parser.response().status, 200);
    QCOMPARE(parser.response().body, QByteArray("a"));
}

void TstResponseParser::refusesAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    const auto row = [](const char *what, const QByteArray &bytes, ResponseError error) {
        QTest::newRow(what) << bytes << int(error);
    };
    const auto head = [&row](const char *what, const QByteArray &lines, ResponseError error) {
        row(what, "HTTP/1.1 200 OK\r\n" + lines + "\r\n", error);
    };
    using enum ResponseError;
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", NotHttp);
    row("HTTP/2", "HTTP/2 200\r\n\r\n", NotHttp);
    row("HTTP/1.2", "HTTP/1.2 200 OK\r\n\r\n", NotHttp);
    row("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", NotHttp);
    row("a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", NotHttp);
    row("a status below 100", "HTTP/1.1 099 OK\r\n\r\n", NotHttp);
    row("a request", "GET / HTTP/1.1\r\n\r\n", NotHttp);
    row("an empty line", "\r\nHTTP/1.1 200 OK\r\n\r\n", NotHttp);
    row("a line feed alone", "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n", BadHead);
    head("a folded field", "X: 1\r\n 2\r\n", BadHead);
    head("a space before the colon", "X : 1\r\n", BadHead);
    head("no colon", "X\r\n", BadHead);
    head("a NUL", QByteArray("X: \0\r\n", 6), BadHead);
    head("two lengths", "Content-Length: 1\r\nContent-Length: 1\r\n", BadFraming);
    head("a length with a sign", "Content-Length: +1\r\n", BadFraming);
    head("a length that is a list", "Content-Length: 1, 1\r\n", BadFraming);
    head("an empty length", "Content-Length:\r\n", BadFraming);
    head("length and encoding", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", BadFraming);
    head("an encoding that nobody knows", "Transfer-Encoding: gzip, chunked\r\n", BadFraming);
    row("chunks in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", BadFraming);
    head("a length beyond 64 bits", "Content-Length: 18446744073709551616\r\n", BodyTooLarge);
    head("a chunk size that is none", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", BadChunk);
    head("a chunk longer than it says", "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", BadChunk);
    row("a switch of protocols",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        Switched);
}

void TstResponseParser::refusesAnswers()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(limits, false);
    parser.feed(bytes);
    QCOMPARE(parser.progress(), ResponseParser::Progress::Failed);
    QTEST(int(parser.error()), "error");
    ResponseParser bytewise(limits, false);
    for (const char byte : bytes)
        bytewise.feed({&byte, 1});
    QTEST(int(bytewise.error()), "error");
}

void TstResponseParser::refusesCutAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nX: 1\r\n");
    QTest::newRow("an interim answer alone") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("fewer bytes than its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n1234");
    QTest::newRow("chunks without the last")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
    QTest::newRow("a last chunk without the empty line")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
}

void TstResponseParser::refusesCutAnswers()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser(limits, false);
    parser.feed(bytes);
    parser.finish();
    QCOMPARE(parser.progress(), ResponseParser::Progress::Failed);
    QCOMPARE(parser.error(), ResponseError::Cut);
}

void TstResponseParser::keepsToItsLimits_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("filler");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("fits");
    QTest::addColumn<int>("error");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    const QByteArray empty("Content-Length: 0\r\n\r\n");
    QTest::newRow("the head") << ok + "X: " << QByteArray("x") << "\r\n" + empty
                              << int(100 - ok.size() - 5 - empty.size())
                              << int(ResponseError::HeadTooLarge);
    QTest::newRow("the fields") << ok << QByteArray("X:\r\n") << empty << 4
                                << int(ResponseError::HeadTooLarge);
    QTest::newRow("a body with its chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n"
                                            << QByteArray("1\r\na\r\n") << QByteArray("0\r\n\r\n")
                                            << 10 << int(ResponseError::BodyTooLarge);
    QTest::newRow("a body until the end")
        << ok + "\r\n"
        << QByteArray("a") << QByteArray() << 10 << int(ResponseError::BodyTooLarge);
}

void TstResponseParser::keepsToItsLimits()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, filler);
    QFETCH(QByteArray, end);
    QFETCH(int, fits);
    const http::Limits few{.head = 100, .fields = 5, .body = 10};
    ResponseParser within(few, false);
    within.feed(start + filler.repeated(fits) + end);
    within.finish();
    QCOMPARE(within.progress(), ResponseParser::Progress::Complete);
    ResponseParser beyond(few, false);
    beyond.feed(start + filler.repeated(fits + 1) + end);
    QCOMPARE(beyond.progress(), ResponseParser::Progress::Failed);
    QTEST(int(beyond.error()), "error");
}

void TstResponseParser::holdsNoMoreThanTheLimit()
{
    const http::Limits few{.body = 10};
    ResponseParser exact(few, false);
    exact.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789");
    QCOMPARE(exact.progress(), ResponseParser::Progress::Complete);
    ResponseParser more(few, false);
    more.feed("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n");
    QCOMPARE(more.error(), ResponseError::BodyTooLarge); // Before a byte of it.
    ResponseParser endless(few, false);
    endless.feed("HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 0; i < 100; ++i)
        endless.feed(QByteArray(1000, 'x'));
    QCOMPARE(endless.error(), ResponseError::BodyTooLarge);
    QVERIFY(endless.response().body.size() <= 10);
}

void TstResponseParser::refusesOtherProtocolsAtTheFirstByte()
{
    ResponseParser parser(limits, false);
    parser.feed("\x15");
    QCOMPARE(parser.error(), ResponseError::NotHttp);
}

void TstResponseParser::describesEachError()
{
    QVERIFY(describe(ResponseError::None).isEmpty());
    for (int i = 1; i <= int(ResponseError::Cut); ++i)
        QVERIFY(describe(ResponseError(i)).endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TstResponseParser)
#include "tst_responseparser.moc"
