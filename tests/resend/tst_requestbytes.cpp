// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/requestbytes.h"

#include <QTest>

using http::Framing;
using http::Request;

class TstRequestBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheHeadAsItStands();
    void writesOneChunkAndItsTrailers();
    void writesAnEmptyChunkedBody();
    void addsNothingToAPlainBody();
    void objectsToWhatBreaksTheHead_data();
    void objectsToWhatBreaksTheHead();
    void takesOddButHarmlessFields();
};

void TstRequestBytes::writesTheHeadAsItStands()
{
    const Request request{.method = "pUT",
                          .target = "/a%zz?b=\xc3\xa4",
                          .versionMinor = 0,
                          .fields = {{"hOST", "x"}, {"A", "1"}, {"a", ""}, {"A", "\xff\xfe"}}};
    QCOMPARE(resend::headBytes(request),
             QByteArray(
                 "pUT /a%zz?b=\xc3\xa4 HTTP/1.0\r\nhOST: x\r\nA: 1\r\na: \r\nA: \xff\xfe\r\n\r\n"));
}

void TstRequestBytes::writesOneChunkAndItsTrailers()
{
    const Request request{
        .trailers = {{"X-End", "yes"}}, .framing = Framing::Chunked, .body = QByteArray(26, 'x')};
    QCOMPARE(resend::bodyPrefix(request), QByteArray("1a\r\n"));
    QCOMPARE(resend::bodySuffix(request), QByteArray("\r\n0\r\nX-End: yes\r\n\r\n"));
}

void TstRequestBytes::writesAnEmptyChunkedBody()
{
    const Request request{.framing = Framing::Chunked};
    QCOMPARE(resend::bodyPrefix(request), QByteArray());
    QCOMPARE(resend::bodySuffix(request), QByteArray("0\r\n\r\n"));
}

void TstRequestBytes::addsNothingToAPlainBody()
{
    for (const Framing framing : {Framing::None, Framing::ContentLength}) {
        const Request request{.framing = framing, .body = "x"};
        QCOMPARE(resend::bodyPrefix(request) + resend::bodySuffix(request), QByteArray());
    }
}

void TstRequestBytes::objectsToWhatBreaksTheHead_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *what, const QByteArray &method, const QByteArray &target,
                        const QByteArray &name, const QByteArray &value) {
        QTest::newRow(what) << method << target << name << value;
    };
    row("no method", "", "/", "A", "1");
    row("a method of two words", "GET IT", "/", "A", "1");
    row("a line break in the method", "GET\n", "/", "A", "1");
    row("no target", "GET", "", "A", "1");
    row("a space in the target", "GET", "/a b", "A", "1");
    row("a line break in the target", "GET", "/\r\nX: 1", "A", "1");
    row("a delete character in the target", "GET", "/\x7f", "A", "1");
    row("no name", "GET", "/", "", "1");
    row("a colon in a name", "GET", "/", "A:B", "1");
    row("a line break in a name", "GET", "/", "A\nB", "1");
    row("a line feed in a value", "GET", "/", "A", "1\nB: 2");
    row("a carriage return in a value", "GET", "/", "A", "1\rB: 2");
    row("a NUL in a value", "GET", "/", "A", QByteArray("1\0", 2));
}

void TstRequestBytes::objectsToWhatBreaksTheHead()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Request request{.method = method, .target = target, .fields = {{name, value}}};
    const QString why = resend::objection(request);
    QVERIFY(why.endsWith(u'.'));
    if (method == "GET" && target == "/") {
        std::swap(request.fields, request.trailers);
        QCOMPARE(resend::objection(request), why);
    }
}

void TstRequestBytes::takesOddButHarmlessFields()
{
    const Request request{.method = "M-SEARCH",
                          .target = "*",
                          .fields = {{"A", ""}, {"A\xff", "\t\x01\xff"}, {"A B", " x "}}};
    QCOMPARE(resend::objection(request), QString());
}

QTEST_GUILESS_MAIN(TstRequestBytes)
#include "tst_requestbytes.moc"
