// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/clienthello.h"

#include <QTest>

using namespace listener;

static QByteArray run(int width, const QByteArray &bytes)
{
    QByteArray length;
    for (int i = width - 1; i >= 0; --i)
        length.append(char(bytes.size() >> (8 * i)));
    return length + bytes;
}

// A ClientHello record with these extensions, each a type and its content.
static QByteArray hello(const QList<std::pair<int, QByteArray>> &extensions)
{
    QByteArray all;
    for (const auto &[type, content] : extensions)
        all += QByteArray(1, '\0') + char(type) + run(2, content);
    const QByteArray body = QByteArray("\x03\x03") + QByteArray(32, 'r') + run(1, "session")
        + run(2, "\x13\x01") + run(1, QByteArray(1, '\0')) + run(2, all);
    return QByteArray("\x16\x03\x01") + run(2, "\x01" + run(3, body));
}

static QByteArray names(const QByteArray &name, char type = 0)
{
    return run(2, QByteArray(1, type) + run(2, name));
}

class TstClientHello : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheServerName_data();
    void findsTheServerName();
    void tellsWhetherHttp1IsOffered_data();
    void tellsWhetherHttp1IsOffered();
    void readsNothingFromACutOne();
    void survivesAnyLengthField();
    void tellsOpeningsApart_data();
    void tellsOpeningsApart();
};

void TstClientHello::findsTheServerName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("alone") << hello({{0, names("localhost")}}) << QByteArray("localhost");
    QTest::newRow("behind others")
        << hello({{43, "x"}, {10, ""}, {0, names("a.example")}}) << QByteArray("a.example");
    QTest::newRow("none") << hello({{43, "x"}}) << QByteArray();
    QTest::newRow("another kind of name") << hello({{0, names("x", 1)}}) << QByteArray();
    QTest::newRow("no extensions") << hello({}) << QByteArray();
    QTest::newRow("empty name") << hello({{0, names("")}}) << QByteArray();
    QTest::newRow("not a ClientHello") << QByteArray("GET / HTTP/1.1\r\n") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TstClientHello::findsTheServerName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QCOMPARE(serverName(bytes).value_or(QByteArray()), name);
}

static QByteArray protocols(const QByteArrayList &names)
{
    QByteArray all;
    for (const QByteArray &name : names)
        all += run(1, name);
    return run(2, all);
}

void TstClientHello::tellsWhetherHttp1IsOffered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("offered");
    QTest::newRow("behind HTTP/2") << hello({{16, protocols({"h2", "http/1.1"})}}) << true;
    QTest::newRow("the older one") << hello({{43, "x"}, {16, protocols({"http/1.0"})}}) << true;
    QTest::newRow("HTTP/2 alone") << hello({{16, protocols({"h2"})}}) << false;
    QTest::newRow("a longer name") << hello({{16, protocols({"http/1.1x"})}}) << false;
    QTest::newRow("no protocols") << hello({{16, protocols({})}}) << false;
    QTest::newRow("a list that is cut")
        << hello({{16, protocols({"http/1.1"}).chopped(1)}}) << false;
    QTest::newRow("no such extension") << hello({{0, names("http/1.1")}}) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TstClientHello::tellsWhetherHttp1IsOffered()
{
    QFETCH(QByteArray, bytes);
    QTEST(offersHttp1(bytes), "offered");
}

void TstClientHello::readsNothingFromACutOne()
{
    const QByteArray whole = hello({{0, names("localhost")}, {16, protocols({"http/1.1"})}});
    QVERIFY(serverName(whole) && offersHttp1(whole));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(!serverName(QByteArrayView(whole).first(size)));
        QVERIFY(!offersHttp1(QByteArrayView(whole).first(size)));
    }
}

void TstClientHello::survivesAnyLengthField()
{
    const QByteArray whole = hello({{0, names("localhost")}});
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char byte : {'\x00', '\x7f', '\xff'}) {
            QByteArray bent = whole;
            bent[at] = byte;
            const auto name = serverName(bent);
            QVERIFY(!name || name->size() <= whole.size());
        }
    }
}

void TstClientHello::tellsOpeningsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("expected");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01") << int(Opening::Tls);
    QTest::newRow("plain HTTP") << QByteArray("POST / HTTP/1.1\r\n") << int(Opening::PlainHttp);
    QTest::newRow("the beginning of a method") << QByteArray("PO") << int(Opening::PlainHttp);
    QTest::newRow("the beginning of a line") << QByteArray("GET /a") << int(Opening::PlainHttp);
    QTest::newRow("a method with a dash")
        << QByteArray("M-SEARCH * HTTP/1.1\r\n") << int(Opening::PlainHttp);
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                            << int(Opening::PlainHttp);
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << int(Opening::Other);
    QTest::newRow("SSH, the beginning") << QByteArray("SSH-2") << int(Opening::Other);
    QTest::newRow("a command of mail")
        << QByteArray("EHLO shop.example\r\n") << int(Opening::Other);
    QTest::newRow("a dash") << QByteArray("-\r\n") << int(Opening::Other);
    QTest::newRow("binary data") << QByteArray("\x01SSH") << int(Opening::Other);
    QTest::newRow("nothing") << QByteArray() << int(Opening::Other);
}

void TstClientHello::tellsOpeningsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, expected);
    QCOMPARE(int(opening(bytes)), expected);
}

QTEST_GUILESS_MAIN(TstClientHello)
#include "tst_clienthello.moc"
