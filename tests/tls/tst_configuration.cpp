// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "tls/configuration.h"

#include <QSignalSpy>
#include <QSslCipher>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Handshakes over loopback with OpenSSL's client library on the other side, as Qt drives it.
class TstConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesModernClients_data();
    void takesModernClients();
    void refusesOthers_data();
    void refusesOthers();
    void speaksHttp1WhateverElseIsOffered();
    void servesEachKindOfKey_data();
    void servesEachKindOfKey();

private:
    struct Outcome {
        bool encrypted = false;
        QString cipher;
        QSsl::SslProtocol protocol = QSsl::UnknownProtocol;
        QByteArray alpn;
    };
    Outcome shakeHands(const support::Issued &server, const QSslConfiguration &client);
    QSslConfiguration client(const QString &cipher = {}) const;

    QTemporaryDir m_folder;
    support::Issued m_ec = support::issue();
    support::Issued m_rsa = support::issue({}, support::rsaKey());
};

void TstConfiguration::initTestCase() { QVERIFY(QSslSocket::supportsSsl()); }

QSslConfiguration TstConfiguration::client(const QString &cipher) const
{
    QSslConfiguration configuration;
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!cipher.isEmpty())
        configuration.setCiphers(cipher);
    return configuration;
}

TstConfiguration::Outcome TstConfiguration::shakeHands(const support::Issued &server,
                                                       const QSslConfiguration &client)
{
    QSslServer listener;
    listener.setSslConfiguration(tls::serverConfiguration(
        {.key = tls::toQt(server.key.get()), .chain = {tls::toQt(server.certificate.get())}}));
    listener.listen(QHostAddress::LocalHost);
    QSslSocket socket;
    socket.setSslConfiguration(client);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, listener.serverPort());
    const bool settled = QTest::qWaitFor([&socket] {
        return socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState;
    });
    if (!settled || !socket.isEncrypted())
        return {};
    // A refusal by a TLS 1.3 server comes after the client's own end of the handshake.
    return {.encrypted
            = QTest::qWaitFor([&listener] { return listener.hasPendingConnections(); }, 2000),
            .cipher = socket.sessionCipher().name(),
            .protocol = socket.sessionProtocol(),
            .alpn = socket.sslConfiguration().nextNegotiatedProtocol()};
}

void TstConfiguration::takesModernClients_data()
{
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<bool>("rsa");
    for (const char *name :
         {"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"})
        QTest::newRow(name) << QString::fromLatin1(name) << int(QSsl::TlsV1_3) << false;
    for (const char *name : {"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
                             "ECDHE-ECDSA-AES128-GCM-SHA256"})
        QTest::newRow(name) << QString::fromLatin1(name) << int(QSsl::TlsV1_2) << false;
    for (const char *name : {"ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305",
                             "ECDHE-RSA-AES128-GCM-SHA256"})
        QTest::newRow(name) << QString::fromLatin1(name) << int(QSsl::TlsV1_2) << true;
}

void TstConfiguration::takesModernClients()
{
    QFETCH(QString, cipher);
    QFETCH(int, protocol);
    QFETCH(bool, rsa);
    QSslConfiguration wanted = client(cipher);
    wanted.setProtocol(QSsl::SslProtocol(protocol));
    const Outcome outcome = shakeHands(rsa ? m_rsa : m_ec, wanted);
    QVERIFY(outcome.encrypted);
    QCOMPARE(outcome.cipher, cipher);
    QCOMPARE(int(outcome.protocol), protocol);
}

void TstConfiguration::refusesOthers_data()
{
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<bool>("rsa");
    QTest::newRow("CBC with ECDSA") << u"ECDHE-ECDSA-AES128-SHA"_s << false;
    QTest::newRow("CBC with RSA") << u"ECDHE-RSA-AES256-SHA384"_s << true;
    QTest::newRow("no forward secrecy") << u"AES128-GCM-SHA256"_s << true;
    QTest::newRow("finite-field Diffie-Hellman") << u"DHE-RSA-AES128-GCM-SHA256"_s << true;
}

void TstConfiguration::refusesOthers()
{
    QFETCH(QString, cipher);
    QFETCH(bool, rsa);
    QSslConfiguration wanted = client(cipher);
    wanted.setProtocol(QSsl::TlsV1_2);
    QCOMPARE(wanted.ciphers().size(), 1);
    QVERIFY(!shakeHands(rsa ? m_rsa : m_ec, wanted).encrypted);
}

void TstConfiguration::speaksHttp1WhateverElseIsOffered()
{
    QSslConfiguration wanted = client();
    wanted.setAllowedNextProtocols({"h2", "http/1.1"});
    const Outcome outcome = shakeHands(m_ec, wanted);
    QVERIFY(outcome.encrypted);
    QCOMPARE(outcome.alpn, QByteArray("http/1.1"));
    wanted.setAllowedNextProtocols({"http/1.0"}); // as curl --http1.0 does
    const Outcome older = shakeHands(m_ec, wanted);
    QVERIFY(older.encrypted);
    QCOMPARE(older.alpn, QByteArray("http/1.0"));
}

void TstConfiguration::servesEachKindOfKey_data()
{
    QTest::addColumn<QByteArray>("curve");
    QTest::addColumn<int>("protocol");
    for (const char *curve : {"P-256", "P-384", "P-521"}) {
        QTest::addRow("%s over TLS 1.2", curve) << QByteArray(curve) << int(QSsl::TlsV1_2);
        QTest::addRow("%s over TLS 1.3", curve) << QByteArray(curve) << int(QSsl::TlsV1_3);
    }
}

void TstConfiguration::servesEachKindOfKey()
{
    QFETCH(QByteArray, curve);
    QFETCH(int, protocol);
    QSslConfiguration wanted = client();
    wanted.setProtocol(QSsl::SslProtocol(protocol));
    QVERIFY(shakeHands(support::issue({}, support::ecKey(curve.constData())), wanted).encrypted);
}

QTEST_GUILESS_MAIN(TstConfiguration)
#include "tst_configuration.moc"
