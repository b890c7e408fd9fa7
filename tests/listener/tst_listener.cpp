// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "listener/listener.h"
#include "tls/authority.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <openssl/ssl.h>

#include <atomic>
#include <malloc.h>

using namespace listener;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// A listener with a store that only counts: it settles what it is asked to, or waits.
class TstListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void answersAfterTheCommitOnly();
    void answersPipelinedRequestsInTheirOrder();
    void letsARefusalWaitForEarlierCommits();
    void answers503WhatCannotBeStored();
    void keepsTheConnectionAlive();
    void knowsItsOwnRequestOnce();
    void closesWhenTheSenderAsks();
    void asksForABodyThatWaits();
    void tellsTheConnectionsFacts();
    void answersWhateverProtocolIsOffered_data();
    void answersWhateverProtocolIsOffered();
    void answersPlainHttpInPlainHttp();
    void tellsOfARefusedCertificate();
    void tellsOfACutOffRequest();
    void saysNothingOfASilentVisitor();
    void servesOthersBesideManyThatFailTheHandshake();
    void resumesSessions();
    void givesTheOldestIdleConnectionAway();
    void refusesWhatIsTooLarge();
    void keepsNoBodyThatItRefused();
    void namesTheLimitThatARequestIsBeyond_data();
    void namesTheLimitThatARequestIsBeyond();
    void refusesWhatIsTooSlow();
    void answers503WhilePaused();
    void offersTheNextPortWhenOneIsTaken();
    void tellsAnAddressThatIsNotHere();
    void refusesAnAddressThatIsNone();
    void staysWhereItListensWhenItCannotMove_data();
    void staysWhereItListensWhenItCannotMove();
    void movesToAnotherPort();
    void takesOtherLimitsWhereItListens();
    void listensOnBothLoopbacks();
    void answersWhatIsUnderWayBeforeItStops();
    void delaysAnAnswerByTheProfile();

private:
    std::unique_ptr<QSslSocket> client(const QHostAddress &address = QHostAddress::LocalHost);
    QByteArray answerTo(const QByteArray &request);
    void start(const http::Limits &limits = {});
    void settle(qsizetype count);

    QTemporaryDir m_folder;
    std::optional<tls::Identity> m_identity;
    QSslCertificate m_authority;
    std::unique_ptr<Listener> m_listener;
    QList<capture::DeliveryPtr> m_received;
    QList<capture::Rejection> m_rejected;
    qint64 m_lastId = 0;
    bool m_settles = true;
    quint16 m_port = 0;
};

static const QByteArray post = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nok";

void TstListener::initTestCase()
{
    const auto authority = tls::Authority::open(m_folder.filePath(u"tls"_s), core::now());
    QVERIFY(authority);
    m_identity = authority->leaf();
    m_authority = authority->certificate();
}

void TstListener::init()
{
    m_received.clear();
    m_rejected.clear();
    m_lastId = 0;
    m_settles = true;
}

void TstListener::cleanup() { m_listener.reset(); }

void TstListener::start(const http::Limits &limits)
{
    m_listener = std::make_unique<Listener>();
    m_listener->setRoutes(Routes::make({capture::Endpoint{}}, {}));
    connect(
        &m_listener->backlog(), &Backlog::received, this,
        [this](const QList<capture::DeliveryPtr> &deliveries) {
            m_received += deliveries;
            if (m_settles)
                settle(deliveries.size());
        },
        Qt::QueuedConnection); // as from another thread
    connect(&m_listener->rejections(), &RejectionLog::rejected, this,
            [this](const QList<capture::Rejection> &rejections) { m_rejected += rejections; });
    QSignalSpy started(m_listener.get(), &Listener::started);
    m_listener->start({.port = 0, .identity = *m_identity, .limits = limits});
    QCOMPARE(started.size(), 1);
    m_port = started[0][0].value<Listening>().port;
}

void TstListener::settle(qsizetype count)
{
    QList<qint64> ids;
    for (qsizetype i = 0; i < count; ++i)
        ids.append(++m_lastId);
    m_listener->backlog().settle(ids);
}

std::unique_ptr<QSslSocket> TstListener::client(const QHostAddress &address)
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setCaCertificates({m_authority});
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(address.toString(), m_port, u"localhost"_s);
    if (!QTest::qWaitFor([&] { return socket->isEncrypted(); }))
        qWarning("no handshake: %s", qPrintable(socket->errorString()));
    return socket;
}

// What comes until the peer is quiet for good: answers end with the empty line in these tests.
static QByteArray readUntil(QSslSocket &socket, const QByteArray &end)
{
    QByteArray all;
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
        all += socket.readAll();
        return all.endsWith(end);
    });
    return all;
}

static int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

QByteArray TstListener::answerTo(const QByteArray &request)
{
    const auto socket = client();
    socket->write(request);
    QByteArray all;
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
        all += socket->readAll();
        return all.contains("\r\n\r\n");
    });
    return all;
}

void TstListener::answersAfterTheCommitOnly()
{
    start();
    m_settles = false;
    const auto socket = client();
    socket->write(post);
    QTRY_COMPARE(m_received.size(), 1);
    QVERIFY(!socket->waitForReadyRead(50));
    settle(1);
    QCOMPARE(statusOf(readUntil(*socket, "\r\n\r\n")), 200);
    QCOMPARE(m_received[0]->request.body, "ok");
}

void TstListener::answersPipelinedRequestsInTheirOrder()
{
    start();
    QSignalSpy answered(&m_listener->backlog(), &Backlog::answered);
    const auto socket = client();
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests += "POST /" + QByteArray::number(i)
            + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
    socket->write(requests);
    QByteArray all;
    QTRY_VERIFY((all += socket->readAll(), all.count("HTTP/1.1 200") == 200));
    for (int i = 0; i < 200; ++i)
        QCOMPARE(m_received[i]->request.target, "/" + QByteArray::number(i));
    QList<qint64> ids;
    for (const auto &call : answered) {
        for (const auto &answer : call[0].value<QList<capture::Answer>>())
            ids.append(answer.id);
    }
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
}

void TstListener::letsARefusalWaitForEarlierCommits()
{
    start();
    m_settles = false;
    const auto socket = client();
    socket->write(post + "BAD\r\n\r\n");
    QTRY_COMPARE(m_rejected.size(), 1);
    QVERIFY(!socket->waitForReadyRead(50));
    settle(1);
    QByteArray all;
    QTRY_VERIFY((all += socket->readAll(), all.contains("400 Bad Request")));
    QVERIFY(all.startsWith("HTTP/1.1 200"));
}

void TstListener::answers503WhatCannotBeStored()
{
    start();
    m_settles = false;
    const auto socket = client();
    socket->write(post);
    QTRY_COMPARE(m_received.size(), 1);
    m_listener->backlog().refuse(1, {.what = u"Cannot write."_s, .why = u"The disk is full."_s});
    QCOMPARE(statusOf(readUntil(*socket, "full.\n")), 503);
    m_settles = true;
    socket->write(post);
    QCOMPARE(statusOf(readUntil(*socket, "\r\n\r\n")), 200);
}

void TstListener::keepsTheConnectionAlive()
{
    start();
    const auto socket = client();
    for (int i = 0; i < 3; ++i) {
        socket->write(post);
        QCOMPARE(statusOf(readUntil(*socket, "\r\n\r\n")), 200);
    }
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void TstListener::knowsItsOwnRequestOnce()
{
    start();
    m_listener->expectOwn("token");
    const QByteArray own = "POST / HTTP/1.1\r\nHost: localhost\r\nHookglass-Test: token\r\n"
                           "Content-Length: 2\r\n\r\nok";
    for (const QByteArray &request : {post, own, own})
        QCOMPARE(statusOf(answerTo(request)), 200);
    QCOMPARE(m_received.size(), 3);
    QVERIFY(!m_received[0]->test);
    QVERIFY(m_received[1]->test);
    QVERIFY(!m_received[2]->test); // somebody sent again what was seen
}

void TstListener::closesWhenTheSenderAsks()
{
    start();
    const auto socket = client();
    socket->write("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket->readAll();
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("Connection: close\r\n"));
}

void TstListener::asksForABodyThatWaits()
{
    start();
    const auto socket = client();
    socket->write(
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(readUntil(*socket, "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    socket->write("ok");
    QCOMPARE(statusOf(readUntil(*socket, "\r\n\r\n")), 200);
}

void TstListener::tellsTheConnectionsFacts()
{
    start();
    const auto socket = client();
    socket->write(post);
    QTRY_COMPARE(m_received.size(), 1);
    const capture::Delivery &delivery = *m_received[0];
    QCOMPARE(delivery.peer.address, u"127.0.0.1"_s);
    QCOMPARE(delivery.peer.port, socket->localPort());
    QVERIFY(delivery.tls);
    QCOMPARE(delivery.tls->version, u"TLSv1.3"_s);
    QVERIFY(delivery.tls->cipher.startsWith(u"TLS_"_s));
    QCOMPARE(delivery.tls->serverName.value_or(QByteArray()), "localhost");
}

void TstListener::answersWhateverProtocolIsOffered_data()
{
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArray>("agreed");
    QTest::newRow("HTTP/2 alone") << QByteArrayList{"h2"} << QByteArray();
    QTest::newRow("HTTP/2 and 1.1") << QByteArrayList{"h2", "http/1.1"} << QByteArray("http/1.1");
    QTest::newRow("HTTP/1.0 alone") << QByteArrayList{"http/1.0"} << QByteArray("http/1.0");
}

// The second one shares what the first one has made.
void TstListener::answersWhateverProtocolIsOffered()
{
    QFETCH(const QByteArrayList, offered);
    start();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(statusOf(answerTo(post)), 200); // offers nothing
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates({m_authority});
        configuration.setAllowedNextProtocols(offered);
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port, u"localhost"_s);
        QTRY_VERIFY2(socket.isEncrypted(), qPrintable(socket.errorString()));
        socket.write(post);
        QCOMPARE(statusOf(readUntil(socket, "\r\n\r\n")), 200);
        QTEST(socket.sslConfiguration().nextNegotiatedProtocol(), "agreed");
    }
    QVERIFY(m_rejected.isEmpty());
}

void TstListener::answersPlainHttpInPlainHttp()
{
    start();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write("POST / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QCOMPARE(statusOf(answer), 400);
    QVERIFY(answer.contains("https://"));
    QCOMPARE(m_rejected.size(), 1);
    QCOMPARE(m_rejected[0].reason, capture::Reason::PlainHttp);
    QCOMPARE(m_rejected[0].bytes, "POST / HTTP/1.1\r\nHost: a\r\n\r\n");
}

void TstListener::tellsOfARefusedCertificate()
{
    start();
    QSslSocket socket;
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port, u"localhost"_s);
    QTRY_COMPARE(m_rejected.size(), 1);
    QCOMPARE(m_rejected[0].reason, capture::Reason::TlsHandshake);
    QVERIFY2(!m_rejected[0].detail.isEmpty(), qPrintable(m_rejected[0].detail));
    QVERIFY(m_rejected[0].bytes.startsWith('\x16'));
}

void TstListener::tellsOfACutOffRequest()
{
    start();
    const auto socket = client();
    socket->write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 412\r\n\r\n"
                  + QByteArray(200, 'x'));
    socket->disconnectFromHost();
    QTRY_COMPARE(m_rejected.size(), 1);
    QCOMPARE(m_rejected[0].reason, capture::Reason::CutOff);
    QVERIFY(m_rejected[0].detail.contains(u"200 of 412"_s));
    QVERIFY(m_rejected[0].bytes.endsWith("xxx"));
}

void TstListener::saysNothingOfASilentVisitor()
{
    start();
    QTcpSocket visitor;
    visitor.connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_COMPARE(visitor.state(), QAbstractSocket::ConnectedState);
    visitor.abort();
    QCOMPARE(statusOf(answerTo(post)), 200);
    QVERIFY(m_rejected.isEmpty());
}

// QSslServer itself falls silent for good after thirty of these.
void TstListener::servesOthersBesideManyThatFailTheHandshake()
{
    start();
    std::vector<std::unique_ptr<QTcpSocket>> bad;
    for (int i = 0; i < 300; ++i) {
        auto &socket = bad.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(QHostAddress::LocalHost, m_port);
        if (i % 3 == 0)
            socket->write("GET / HTTP/1.1\r\n\r\n");
        else if (i % 3 == 1)
            socket->write(QByteArray("\x16\x03\x01\x00\x05garbage", 12));
    }
    QTRY_VERIFY(m_rejected.size() >= 50);
    QCOMPARE(statusOf(answerTo(post)), 200);
    bad.clear();
    QCOMPARE(statusOf(answerTo(post)), 200);
}

// Two connections of OpenSSL's own client, which tells whether the second went on where the first
// was.
static bool secondHandshakeIsShort(quint16 port)
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION); // Its session needs no reading.
    const QByteArray address = "127.0.0.1:" + QByteArray::number(port);
    std::unique_ptr<SSL_SESSION, decltype(&SSL_SESSION_free)> session(nullptr, SSL_SESSION_free);
    for (int handshake = 0; handshake < 2; ++handshake) {
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new_ssl_connect(context.get()),
                                                                BIO_free_all);
        SSL *ssl = nullptr;
        BIO_get_ssl(bio.get(), &ssl);
        BIO_set_conn_hostname(bio.get(), address.constData());
        if (session)
            SSL_set_session(ssl, session.get());
        if (BIO_do_connect(bio.get()) != 1 || BIO_do_handshake(bio.get()) != 1)
            return false;
        if (handshake == 1)
            return SSL_session_reused(ssl) == 1;
        session.reset(SSL_get1_session(ssl));
    }
    return false;
}

void TstListener::resumesSessions()
{
    start();
    std::atomic<bool> resumed = false;
    const std::unique_ptr<QThread> visitor(
        QThread::create([&, port = m_port] { resumed = secondHandshakeIsShort(port); }));
    visitor->start();
    QTRY_VERIFY(visitor->isFinished());
    QVERIFY(resumed);
}

void TstListener::givesTheOldestIdleConnectionAway()
{
    start({.connections = 2});
    const auto oldest = client();
    const auto second = client();
    second->write(post);
    QCOMPARE(statusOf(readUntil(*second, "\r\n\r\n")), 200);
    QCOMPARE(statusOf(answerTo(post)), 200);
    QTRY_COMPARE(oldest->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(second->state(), QAbstractSocket::ConnectedState);
}

void TstListener::refusesWhatIsTooLarge()
{
    start({.body = 10});
    const QByteArray answer
        = answerTo("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n12345678901");
    QCOMPARE(statusOf(answer), 413);
    QCOMPARE(m_rejected[0].reason, capture::Reason::BodyTooLarge);
    QCOMPARE(m_rejected[0].detail, u"The body of 11 bytes is larger than the limit of 10."_s);
    QCOMPARE(m_rejected[0].status, 413);
    QVERIFY(m_received.isEmpty());
}

static qsizetype allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return qsizetype(info.uordblks + info.hblkhd);
}

// Its answer waits for an earlier commit, and the connection stays open for that long.
void TstListener::keepsNoBodyThatItRefused()
{
    constexpr qsizetype megabyte = 1024 * 1024;
    start();
    m_settles = false;
    QVERIFY(m_listener->backlog().reserve(496 * megabyte)); // 16 are left
    const auto socket = client();
    socket->write(post);
    QTRY_COMPARE(m_received.size(), 1);
    const qsizetype before = allocated();
    socket->write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 33554432\r\n\r\n");
    const QByteArray piece(256 * 1024, 'x');
    for (int i = 0; i < 100 && m_rejected.isEmpty(); ++i) {
        socket->write(piece);
        QTRY_VERIFY(socket->bytesToWrite() + socket->encryptedBytesToWrite() == 0
                    || !m_rejected.isEmpty());
    }
    QCOMPARE(m_rejected.size(), 1);
    QCOMPARE(m_rejected[0].status, 503);
    QCOMPARE(m_rejected[0].bytes.size(), 64 * 1024);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    const qsizetype kept = allocated() - before;
    QVERIFY2(kept < 6 * megabyte, qPrintable(QString::number(kept)));
}

void TstListener::namesTheLimitThatARequestIsBeyond_data()
{
    QTest::addColumn<http::Limits>("limits");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("detail");
    const QByteArray first = "POST /longer HTTP/1.1\r\nHost: a\r\n";
    http::Limits head;
    head.head = 200;
    QTest::newRow("a header block") << head << first + "X-Long: " + QByteArray(300, 'x')
                                    << u"The header block is larger than the limit of 200 bytes."_s;
    http::Limits fields;
    fields.fields = 1;
    QTest::newRow("too many headers") << fields << first + "X-More: b\r\n\r\n"
                                      << u"There are more header fields than the limit of 1."_s;
    http::Limits target;
    target.target = 6;
    QTest::newRow("a long target") << target << first + "\r\n"
                                   << u"The request target is longer than the limit of 6 bytes."_s;
}

void TstListener::namesTheLimitThatARequestIsBeyond()
{
    QFETCH(http::Limits, limits);
    QFETCH(QByteArray, request);
    start(limits);
    answerTo(request);
    QTRY_COMPARE(m_rejected.size(), 1);
    QTEST(m_rejected[0].detail, "detail");
}

void TstListener::refusesWhatIsTooSlow()
{
    start({.headTime = 1ms});
    const QByteArray answer = answerTo("POST / HTTP/1.1\r\nHost:");
    QCOMPARE(statusOf(answer), 408);
    QCOMPARE(m_rejected[0].reason, capture::Reason::Timeout);
}

void TstListener::answers503WhilePaused()
{
    start();
    m_listener->setPaused(true);
    QCOMPARE(statusOf(answerTo(post)), 503);
    QVERIFY(m_received.isEmpty());
    QCOMPARE(m_rejected[0].reason, capture::Reason::Paused);
    QCOMPARE(m_rejected[0].bytes, post);
    m_listener->setPaused(false);
    QCOMPARE(statusOf(answerTo(post)), 200);
}

void TstListener::offersTheNextPortWhenOneIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Listener listener;
    QSignalSpy failed(&listener, &Listener::failed);
    listener.start({.port = other.serverPort(), .identity = *m_identity});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Error>().kind, core::ErrorKind::InUse);
    QVERIFY(failed[0][1].value<quint16>() > other.serverPort());
}

void TstListener::tellsAnAddressThatIsNotHere()
{
    Listener listener;
    QSignalSpy failed(&listener, &Listener::failed);
    listener.start({.address = u"192.0.2.1"_s, .port = 0, .identity = *m_identity}); // RFC 5737
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Error>().kind, core::ErrorKind::NoSuchAddress);
    QCOMPARE(failed[0][1].value<quint16>(), 0);
    QVERIFY(!failed[0][2].toBool()); // it never listened
}

void TstListener::refusesAnAddressThatIsNone()
{
    Listener listener;
    QSignalSpy failed(&listener, &Listener::failed);
    listener.start({.address = u"nowhere"_s, .port = 0, .identity = *m_identity});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Error>().kind, core::ErrorKind::Usage);
    QCOMPARE(failed[0][1].value<quint16>(), 0);
}

void TstListener::staysWhereItListensWhenItCannotMove_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<bool>("samePort");
    QTest::newRow("another program uses the port") << u"127.0.0.1"_s << true << false;
    QTest::newRow("this computer has no such address") << u"192.0.2.1"_s << false << false;
    QTest::newRow("no such address, on the port in use") << u"192.0.2.1"_s << false << true;
    QTest::newRow("what is no address, on the port in use") << u"nowhere"_s << false << true;
}

void TstListener::staysWhereItListensWhenItCannotMove()
{
    QFETCH(const QString, address);
    QFETCH(const bool, taken);
    QFETCH(const bool, samePort);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    start();
    const quint16 port = taken ? other.serverPort() : samePort ? m_port : 0;
    QSignalSpy failed(m_listener.get(), &Listener::failed);
    m_listener->start({.address = address, .port = port, .identity = *m_identity});
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][2].toBool());
    QCOMPARE(statusOf(answerTo(post)), 200);
}

void TstListener::movesToAnotherPort()
{
    start();
    const quint16 before = m_port;
    QSignalSpy started(m_listener.get(), &Listener::started);
    m_listener->start({.port = 0, .identity = *m_identity});
    QCOMPARE(started.size(), 1);
    m_port = started[0][0].value<Listening>().port;
    QVERIFY(m_port != before);
    QCOMPARE(statusOf(answerTo(post)), 200);
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost, before)); // nobody holds it any more
}

void TstListener::takesOtherLimitsWhereItListens()
{
    start();
    QSignalSpy started(m_listener.get(), &Listener::started);
    m_listener->start({.port = m_port, .identity = *m_identity, .limits = {.body = 1}});
    QCOMPARE(started.size(), 1);
    QCOMPARE(started[0][0].value<Listening>().port, m_port);
    QCOMPARE(statusOf(answerTo(post)), 413);
}

void TstListener::listensOnBothLoopbacks()
{
    start();
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    const auto socket = client(QHostAddress::LocalHostIPv6);
    socket->write(post);
    QCOMPARE(statusOf(readUntil(*socket, "\r\n\r\n")), 200);
    QCOMPARE(m_received[0]->peer.address, u"::1"_s);
}

void TstListener::answersWhatIsUnderWayBeforeItStops()
{
    start();
    m_settles = false;
    const auto socket = client();
    const auto idle = client();
    socket->write(post);
    QTRY_COMPARE(m_received.size(), 1);
    QSignalSpy stopped(m_listener.get(), &Listener::stopped);
    m_listener->stop();
    QVERIFY(stopped.isEmpty());
    settle(1);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(statusOf(socket->readAll()), 200);
    QTRY_COMPARE(stopped.size(), 1);
    QTRY_COMPARE(idle->state(), QAbstractSocket::UnconnectedState);
}

void TstListener::delaysAnAnswerByTheProfile()
{
    start();
    capture::Endpoint slow;
    slow.profile.delayMilliseconds = 80;
    m_listener->setRoutes(Routes::make({slow}, {}));
    QSignalSpy answered(&m_listener->backlog(), &Backlog::answered);
    QCOMPARE(statusOf(answerTo(post)), 200);
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(answered[0][0].value<QList<capture::Answer>>().first().latency >= 75'000);
}

QTEST_GUILESS_MAIN(TstListener)
#include "tst_listener.moc"
