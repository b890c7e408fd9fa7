// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/requestbytes.h"
#include "resend/rewrite.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstRewrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheTargetFromTheUrl_data();
    void takesTheTargetFromTheUrl();
    void writesTheHost_data();
    void writesTheHost();
    void keepsEveryByteOfTheHead();
    void keepsFieldsWithoutAHead();
    void keepsChunksAndTrailers();
    void leavesAHeadThatDoesNotFitItsFields();
    void givesAnEditedBodyItsLength_data();
    void givesAnEditedBodyItsLength();
    void forcesWhatWouldBeSet();
    void closesBehindAForcedLength_data();
    void closesBehindAForcedLength();
    void forcesNothingThatIsNotThere();
    void knowsWhatIsAsSet();
};

void TstRewrite::takesTheTargetFromTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("no path keeps it") << u"http://h:1"_s << QByteArray("/old?a=%zz");
    QTest::newRow("a slash is a path") << u"http://h:1/"_s << QByteArray("/");
    QTest::newRow("a path replaces query and all") << u"http://h/new"_s << QByteArray("/new");
    QTest::newRow("a query comes along") << u"http://h/n?b=1&c"_s << QByteArray("/n?b=1&c");
    QTest::newRow("a query alone keeps the path") << u"http://h?b=1"_s << QByteArray("/old?b=1");
    QTest::newRow("an escape stays one") << u"http://h/a%20b%2F"_s << QByteArray("/a%20b%2F");
    QTest::newRow("a fragment is nobody's business") << u"http://h/a#b"_s << QByteArray("/a");
}

void TstRewrite::takesTheTargetFromTheUrl()
{
    QFETCH(QString, url);
    QTEST(resend::targetOf(QUrl(url), "/old?a=%zz"), "target");
    QCOMPARE(resend::targetOf(QUrl(u"http://h?b=1"_s), "/old"), "/old?b=1");
}

void TstRewrite::writesTheHost_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("a name") << u"https://Example.com/x"_s << QByteArray("example.com");
    QTest::newRow("with a port") << u"http://localhost:3000"_s << QByteArray("localhost:3000");
    QTest::newRow("an IPv6 address") << u"http://[::1]:3000/"_s << QByteArray("[::1]:3000");
    QTest::newRow("an IPv6 address with a zone")
        << u"http://[fe80::1%25eth0]:3000/"_s << QByteArray("[fe80::1]:3000");
}

void TstRewrite::writesTheHost()
{
    QFETCH(QString, url);
    QTEST(resend::hostOf(QUrl(url)), "host");
}

static http::Request received()
{
    return {.method = "pOST",
            .target = "/hook",
            .head = "pOST /hook HTTP/1.0\r\nhOST:  old.example \r\nX-A:1\r\nx-a:\t2\r\nX-A: \xff"
                    "\r\ncontent-LENGTH: 004\r\n\r\n",
            .fields = {{"hOST", "old.example"},
                       {"X-A", "1"},
                       {"x-a", "2"},
                       {"X-A", "\xff"},
                       {"content-LENGTH", "004"}},
            .framing = http::Framing::ContentLength,
            .body = QByteArray("a\0\xff\n", 4)};
}

void TstRewrite::keepsEveryByteOfTheHead()
{
    const http::Request sent = resend::addressed(received(), QUrl(u"http://new.example:1/x"_s));
    QCOMPARE(resend::headBytes(sent),
             QByteArray("pOST /x HTTP/1.0\r\nhOST:  new.example:1\r\nX-A:1\r\nx-a:\t2\r\nX-A: \xff"
                        "\r\ncontent-LENGTH: 4\r\n\r\n"));
    QCOMPARE(sent.body, received().body);
    QCOMPARE(sent.fields.first().value, QByteArray("new.example:1"));
}

void TstRewrite::keepsFieldsWithoutAHead()
{
    http::Request request = received();
    request.head.clear();
    request.versionMinor = 0;
    QCOMPARE(resend::headBytes(resend::addressed(request, QUrl(u"http://new.example"_s))),
             QByteArray("pOST /hook HTTP/1.0\r\nhOST: new.example\r\nX-A: 1\r\nx-a: 2\r\nX-A: \xff"
                        "\r\ncontent-LENGTH: 4\r\n\r\n"));
}

void TstRewrite::keepsChunksAndTrailers()
{
    http::Request request{.method = "POST",
                          .target = "/",
                          .head
                          = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
                          .fields = {{"Host", "a"}, {"Transfer-Encoding", "chunked"}},
                          .trailers = {{"Host", "trailing"}, {"X", "1"}},
                          .framing = http::Framing::Chunked,
                          .body = "hello"};
    const http::Request sent = resend::addressed(request, QUrl(u"http://b"_s));
    QCOMPARE(resend::headBytes(sent) + resend::bodyPrefix(sent) + sent.body
                 + resend::bodySuffix(sent),
             QByteArray("POST / HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "5\r\nhello\r\n0\r\nHost: trailing\r\nX: 1\r\n\r\n"));
}

// A head from a foreign file may say something else than the fields that stand beside it.
void TstRewrite::leavesAHeadThatDoesNotFitItsFields()
{
    http::Request request = received();
    request.head.replace("X-A:1\r\n", "X-A:1\r\nTransfer-Encoding: chunked\r\n");
    QVERIFY(resend::addressed(request, QUrl(u"http://b"_s)).head.isEmpty());
    request = received();
    request.target = "/other";
    QVERIFY(resend::addressed(request, QUrl(u"http://b"_s)).head.isEmpty());
}

void TstRewrite::givesAnEditedBodyItsLength_data()
{
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<http::Framing>("framing");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<http::Fields>("sent");
    const http::Fields length{{"Content-Length", "3"}};
    const http::Fields chunked{{"Transfer-Encoding", "chunked"}};
    QTest::newRow("where there was none")
        << http::Fields() << http::Framing::None << QByteArray("abc") << length;
    QTest::newRow("where another stood")
        << http::Fields{{"Content-Length", "9"}} << http::Framing::ContentLength
        << QByteArray("abc") << length;
    QTest::newRow("none with chunks")
        << chunked << http::Framing::Chunked << QByteArray("abc") << chunked;
    QTest::newRow("none without a body")
        << http::Fields() << http::Framing::None << QByteArray() << http::Fields();
}

void TstRewrite::givesAnEditedBodyItsLength()
{
    QFETCH(http::Fields, fields);
    QFETCH(http::Framing, framing);
    QFETCH(QByteArray, body);
    const http::Request request{.method = "POST",
                                .target = "/",
                                .head = "stale",
                                .fields = fields,
                                .framing = framing,
                                .body = body};
    const http::Request sent = resend::composed(request, QUrl(u"http://b"_s));
    QVERIFY(sent.head.isEmpty());
    QTEST(sent.fields, "sent");
}

static http::Request edited()
{
    return {.method = "POST",
            .target = "/hook",
            .fields = {{"Host", "a"}, {"X-A", "1"}, {"host", "b"}, {"Content-Length", "9"}},
            .framing = http::Framing::ContentLength,
            .body = "abc"};
}

void TstRewrite::forcesWhatWouldBeSet()
{
    http::Request sent = resend::composed(edited(), QUrl(u"http://new.example"_s));
    resend::force(sent, {{"host", 1, "evil.example"}});
    QCOMPARE(resend::headBytes(sent),
             QByteArray("POST /hook HTTP/1.1\r\nHost: new.example\r\nX-A: 1\r\nhost: evil.example"
                        "\r\nContent-Length: 3\r\n\r\n"));
    http::Request read = received();
    resend::force(read, {{"Host", 0, "evil.example"}});
    QVERIFY2(resend::headBytes(read).contains("hOST: evil.example\r\n"),
             resend::headBytes(read).constData());
}

void TstRewrite::closesBehindAForcedLength_data()
{
    QTest::addColumn<http::Fields>("connection");
    const http::Field close{"Connection", "close"};
    QTest::newRow("where nothing is said of it") << http::Fields();
    QTest::newRow("where it was to be kept") << http::Fields{{"Connection", "keep-alive"}};
    QTest::newRow("where it was to be closed") << http::Fields{close};
}

void TstRewrite::closesBehindAForcedLength()
{
    QFETCH(http::Fields, connection);
    http::Request sent = edited();
    sent.fields += connection;
    resend::force(sent, {{"Content-Length", 0, "1"}});
    QCOMPARE(http::value(sent.fields, "Content-Length"), QByteArray("1"));
    QCOMPARE(http::count(sent.fields, "Connection"), qsizetype(1));
    QCOMPARE(http::value(sent.fields, "Connection"), QByteArray("close"));
    const http::Request once = sent;
    resend::force(sent, {{"Content-Length", 0, "1"}});
    QCOMPARE(sent.fields, once.fields);
}

void TstRewrite::forcesNothingThatIsNotThere()
{
    http::Request sent = received();
    resend::force(sent, {});
    QCOMPARE(sent, received());
    sent.fields.removeLast();
    const http::Fields before = sent.fields;
    resend::force(sent, {{"Content-Length", 0, "1"}, {"Host", 1, "b"}});
    QCOMPARE(sent.fields, before);
}

void TstRewrite::knowsWhatIsAsSet()
{
    const QUrl url(u"http://new.example:1/x"_s);
    const http::Request sent = resend::composed(edited(), url);
    for (const http::Field &field : sent.fields)
        QVERIFY2(resend::isAsSet(field, sent, url), field.name.constData());
    QVERIFY(!resend::isAsSet({"Host", "other"}, sent, url));
    QVERIFY(!resend::isAsSet({"content-length", "4"}, sent, url));
    QVERIFY(resend::isAsSet({"X-A", "other"}, sent, url));
}

QTEST_GUILESS_MAIN(TstRewrite)
#include "tst_rewrite.moc"
