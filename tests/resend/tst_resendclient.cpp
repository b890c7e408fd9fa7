// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resendclient.h"
#include "resend/tlsfault.h"
#include "support/target.h"
#include "tls/identity.h"
#include "tls/issuing.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using capture::Attempt;
using resend::Order;
using resend::ResendClient;
using support::issue;
using support::Issued;
using support::Target;
using Ending = Target::Ending;
using Script = Target::Script;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

class TstResendClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsTheBytesOnce_data();
    void sendsTheBytesOnce();
    void sendsALargeBodyWhole_data();
    void sendsALargeBodyWhole();
    void readsTheAnswer_data();
    void readsTheAnswer();
    void takesAnAnswerBeforeTheRequestIsOut();
    void followsNoRedirect();
    void measuresTheLegs_data();
    void measuresTheLegs();

    void trustsTheGivenAuthority();
    void acceptsAnyCertificateWhenToldTo();
    void tellsWhatWasRefused();
    void refusesCertificates_data();
    void refusesCertificates();
    void saysThatAKeyIsTooShort();
    void refusesANameBeyondItsAuthority();
    void acceptsThePinnedCertificate_data();
    void acceptsThePinnedCertificate();
    void refusesWhatIsNotThePinnedCertificate_data();
    void refusesWhatIsNotThePinnedCertificate();
    void saysThatTheTargetSpeaksNoTls();
    void saysThatTheTargetClosedDuringTheHandshake();
    void sendsTheNameButNoAddress_data();
    void sendsTheNameButNoAddress();

    void refusesOrders_data();
    void refusesOrders();
    void saysThatNothingListens();
    void saysThatTheNameIsUnknown();
    void triesEveryAddressOfAName();
    void failsOnBadAnswers_data();
    void failsOnBadAnswers();
    void tellsAResetOverTls();
    void endsTheConnectionWithTheAnswer();
    void failsOnACutAnswerOverTls();
    void stopsAtTheLimit_data();
    void stopsAtTheLimit();
    void runsOutOfTime_data();
    void runsOutOfTime();
    void cancels();
    void cancelsBeforeItBegins();
    void sendsSeveralAtATime();
    void goesAwayInTheMiddle();

private:
    Attempt send(const Order &order);
    static Order order(const Target &target, const QString &scheme = u"http"_s,
                       const QByteArray &body = "body");
    QString file(const QByteArray &bytes);
    static QString sentence(const Attempt &attempt);
    static QStringList refused(const Order &order); // what it says of certificates
    static QString pinOf(const Issued &identity);

    QTemporaryDir m_folder;
    int m_files = 0;
    Issued m_authority = issue({.name = "the authority", .authority = true});
    Issued m_good = issue({.issuer = &m_authority});
};

void TstResendClient::initTestCase() { QVERIFY(QSslSocket::supportsSsl()); }

QString TstResendClient::file(const QByteArray &bytes)
{
    return support::write(m_folder.filePath(QString::number(++m_files)), bytes);
}

Order TstResendClient::order(const Target &target, const QString &scheme, const QByteArray &body)
{
    http::Request request{.method = "POST",
                          .target = "/hook?x=1",
                          .fields = {{"Host", "odd.example"},
                                     {"x-ONE", "1"},
                                     {"X-One", "\xff\xfe"},
                                     {"Content-Length", QByteArray::number(body.size())}},
                          .framing = http::Framing::ContentLength,
                          .body = body};
    return {.target = QUrl(u"%1://127.0.0.1:%2/other"_s.arg(scheme).arg(target.port())),
            .request = request,
            .timeout = 20s,
            .delivery = 7,
            .signing = u"as-received"_s};
}

Attempt TstResendClient::send(const Order &order)
{
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    client.send(order);
    if (finished.isEmpty() && !finished.wait(30'000))
        return {};
    return finished.at(0).at(0).value<Attempt>();
}

QStringList TstResendClient::refused(const Order &order)
{
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    QStringList certificates;
    connect(&client, &ResendClient::refused, &client, [&](const QString &certificate) {
        certificates += finished.isEmpty() ? certificate : u"too late"_s;
    });
    client.send(order);
    if (finished.isEmpty() && !finished.wait(30'000))
        return {u"nothing came"_s};
    return certificates;
}

QString TstResendClient::sentence(const Attempt &attempt)
{
    return attempt.error ? core::describe(*attempt.error) : u"no error"_s;
}

QString TstResendClient::pinOf(const Issued &identity)
{
    return tls::fingerprint(tls::toQt(identity.certificate.get()));
}

void TstResendClient::sendsTheBytesOnce_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("in the clear") << u"http"_s;
    QTest::newRow("over TLS") << u"https"_s;
}

void TstResendClient::sendsTheBytesOnce()
{
    QFETCH(QString, scheme);
    const Script script{.answer = ok, .bodySize = 4};
    const auto target = scheme == u"http"_s ? std::make_unique<Target>(script)
                                            : std::make_unique<Target>(script, m_good);
    Order wanted = order(*target, scheme, QByteArray("\0\r\n\xff", 4));
    wanted.authorityFile = file(m_authority.pem());
    const Attempt attempt = send(wanted);
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QCOMPARE(target->received(),
             QByteArray("POST /hook?x=1 HTTP/1.1\r\nHost: odd.example\r\nx-ONE: 1\r\n"
                        "X-One: \xff\xfe\r\nContent-Length: 4\r\n\r\n")
                 .append("\0\r\n\xff", 4));
    QCOMPARE(target->connections(), 1);
    QCOMPARE(attempt.delivery, 7);
    QCOMPARE(attempt.signing, u"as-received"_s);
    QCOMPARE(attempt.target, wanted.target.toString());
    QVERIFY(attempt.sentAt > 1'700'000'000'000'000);
    QVERIFY(attempt.certificateChecked);
}

void TstResendClient::sendsALargeBodyWhole_data() { sendsTheBytesOnce_data(); }

void TstResendClient::sendsALargeBodyWhole()
{
    QFETCH(QString, scheme);
    QByteArray body(5'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char(i * 31 >> 3);
    const Script script{.answer = ok, .bodySize = body.size()};
    const auto target = scheme == u"http"_s ? std::make_unique<Target>(script)
                                            : std::make_unique<Target>(script, m_good);
    Order wanted = order(*target, scheme, body);
    wanted.authorityFile = file(m_authority.pem());
    const Attempt attempt = send(wanted);
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QVERIFY(target->received().endsWith("\r\n\r\n" + body));
}

void TstResendClient::readsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a length") << ok << false << 200 << QByteArray("hi");
    QTest::newRow("in chunks") << QByteArray(
        "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")
                               << false << 202 << QByteArray("hi");
    QTest::newRow("until the end")
        << QByteArray("HTTP/1.0 500 Oh\r\n\r\nlong") << true << 500 << QByteArray("long");
    QTest::newRow("after an interim one")
        << "HTTP/1.1 100 Continue\r\n\r\n" + ok << false << 200 << QByteArray("hi");
    QTest::newRow("three megabytes until the end")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\n") + QByteArray(3'000'000, 'x') << true << 200
        << QByteArray(3'000'000, 'x');
}

void TstResendClient::readsTheAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    const Script script{
        .answer = answer, .ending = closes ? Ending::Close : Ending::Stay, .bodySize = 4};
    Target clear(script);
    Target secure(script, m_good);
    Order overTls = order(secure, u"https"_s);
    overTls.authorityFile = file(m_authority.pem());
    for (const Order &wanted : {order(clear), overTls}) {
        const Attempt attempt = send(wanted);
        QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
        QVERIFY(!attempt.error);
        QTEST(attempt.response->status, "status");
        QTEST(attempt.response->body, "body");
    }
}

void TstResendClient::takesAnAnswerBeforeTheRequestIsOut()
{
    Target target({.answer = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"});
    const Attempt attempt = send(order(target, u"http"_s, QByteArray(20'000'000, 'x')));
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QCOMPARE(attempt.response->status, 413);
}

void TstResendClient::followsNoRedirect()
{
    Target elsewhere({.answer = ok});
    const QByteArray location
        = "http://127.0.0.1:" + QByteArray::number(elsewhere.port()) + "/elsewhere";
    Target target({.answer = "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + location
                       + "\r\nContent-Length: 0\r\n\r\n",
                   .bodySize = 4});
    const Attempt attempt = send(order(target));
    QVERIFY(attempt.response);
    QCOMPARE(attempt.response->status, 307);
    QCOMPARE(http::value(attempt.response->fields, "location"), location);
    QCOMPARE(elsewhere.connections(), 0);
}

void TstResendClient::measuresTheLegs_data() { sendsTheBytesOnce_data(); }

void TstResendClient::measuresTheLegs()
{
    QFETCH(QString, scheme);
    const bool secure = scheme == u"https"_s;
    const Script script{.answer = ok, .bodySize = 4};
    const auto target
        = secure ? std::make_unique<Target>(script, m_good) : std::make_unique<Target>(script);
    Order wanted = order(*target, scheme);
    wanted.authorityFile = file(m_authority.pem());
    const capture::Times times = send(wanted).times;
    QVERIFY(times.lookup >= 0 && times.connect >= 0 && times.firstByte >= 0);
    QCOMPARE(times.tls >= 0, secure);
    QVERIFY(times.total >= times.lookup + times.connect + qMax(0, times.tls) + times.firstByte);
}

void TstResendClient::trustsTheGivenAuthority()
{
    Target target({.answer = ok, .bodySize = 4}, m_good);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    for (const auto &host : {"127.0.0.1"_L1, "localhost"_L1}) {
        wanted.target.setHost(host);
        const Attempt attempt = send(wanted);
        QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    }
}

void TstResendClient::acceptsAnyCertificateWhenToldTo()
{
    const Issued bad = issue({.alternatives = "DNS:other.example", .fromDay = -9, .untilDay = -2});
    Target target({.answer = ok, .bodySize = 4}, bad);
    Order wanted = order(target, u"https"_s);
    wanted.checkCertificate = false;
    const Attempt attempt = send(wanted);
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QVERIFY(!attempt.certificateChecked);
}

void TstResendClient::tellsWhatWasRefused()
{
    const Issued identity = issue({.alternatives = "IP:127.0.0.1", .issuer = &m_authority});
    Target target({.answer = ok, .bodySize = 4}, identity);
    Order wanted = order(target, u"https"_s);
    const QStringList told = refused(wanted);
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].contains(pinOf(identity)) && told[0].contains(u"For: 127.0.0.1"_s)
                 && told[0].contains(u"Signed by: CN=the authority"_s)
                 && told[0].contains(u"TLS says: "_s),
             qPrintable(told[0]));
    wanted.pin = pinOf(m_good);
    QVERIFY(refused(wanted).value(0).contains(pinOf(identity)));
    wanted.pin.clear();
    wanted.checkCertificate = false;
    QCOMPARE(refused(wanted), QStringList());
    Target plain({.answer = ok, .bodySize = 4});
    Order silent = order(plain, u"https"_s);
    silent.timeout = 200ms;
    QCOMPARE(refused(silent), QStringList()); // it shows none
}

void TstResendClient::refusesCertificates_data()
{
    QTest::addColumn<QByteArray>("alternatives");
    QTest::addColumn<int>("fromDay");
    QTest::addColumn<int>("untilDay");
    QTest::addColumn<QByteArray>("trusted"); // "ca", "other" or "none"
    QTest::addColumn<bool>("selfSigned");
    QTest::addColumn<QString>("said");
    const QByteArray local = "IP:127.0.0.1";
    const QByteArray ca = "ca";
    const QByteArray other = "other";
    QTest::newRow("self-signed") << local << -1 << 9 << QByteArray("none") << true
                                 << u"Its certificate is self-signed and not trusted."_s;
    QTest::newRow("self-signed, another authority trusted")
        << local << -1 << 9 << other << true << u"self-signed"_s;
    QTest::newRow("an authority that nobody knows")
        << local << -1 << 9 << QByteArray("none") << false
        << u"signed by an unknown authority, “the authority”"_s;
    QTest::newRow("another authority") << local << -1 << 9 << other << false
                                       << u"signed by an unknown authority, “the authority”"_s;
    QTest::newRow("another name") << QByteArray("DNS:other.example,DNS:more.example") << -1 << 9
                                  << ca << false << u"is for "_s;
    QTest::newRow("another address") << QByteArray("IP:127.0.0.2") << -1 << 9 << ca << false
                                     << u"is for 127.0.0.2, not for 127.0.0.1."_s;
    QTest::newRow("expired") << local << -9 << -1 << ca << false
                             << u"Its certificate expired on "_s;
    QTest::newRow("of tomorrow") << local << 1 << 9 << ca << false << u"is not valid before "_s;
}

void TstResendClient::refusesCertificates()
{
    QFETCH(QByteArray, alternatives);
    QFETCH(int, fromDay);
    QFETCH(int, untilDay);
    QFETCH(QByteArray, trusted);
    QFETCH(bool, selfSigned);
    QFETCH(QString, said);
    const Issued identity = issue({.alternatives = alternatives,
                                   .fromDay = fromDay,
                                   .untilDay = untilDay,
                                   .issuer = selfSigned ? nullptr : &m_authority});
    Target target({.answer = ok, .bodySize = 4}, identity);
    Order wanted = order(target, u"https"_s);
    if (trusted == "ca")
        wanted.authorityFile = file(m_authority.pem());
    if (trusted == "other")
        wanted.authorityFile = file(issue({.name = "other", .authority = true}).pem());
    const Attempt attempt = send(wanted);
    QVERIFY(attempt.error);
    QVERIFY(!attempt.response);
    QVERIFY2(attempt.error->why.contains(said), qPrintable(sentence(attempt)));
    QCOMPARE(attempt.error->what, u"Cannot send to https://127.0.0.1:%1."_s.arg(target.port()));
    QCOMPARE(target.received(), QByteArray()); // Nothing was told to a stranger.
}

void TstResendClient::saysThatAKeyIsTooShort()
{
    const Issued identity = issue({}, support::rsaKey(1024));
    const QSslError error(QSslError::UnspecifiedError, tls::toQt(identity.certificate.get()));
    QCOMPARE(resend::certificateFault({error}, u"localhost"_s),
             u"The key of its certificate is too short: 1024 bits."_s);
}

// Our own authority's limits hold in our own client.
void TstResendClient::refusesANameBeyondItsAuthority()
{
    Issued limited{.key = tls::newKey(), .certificate = {}};
    limited.certificate
        = tls::newAuthority(limited.key.get(), QDateTime::currentMSecsSinceEpoch() * 1000);
    const Issued identity
        = issue({.alternatives = "IP:127.0.0.1,DNS:example.com", .issuer = &limited});
    Target target({.answer = ok, .bodySize = 4}, identity);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(limited.pem());
    const Attempt attempt = send(wanted);
    QVERIFY2(sentence(attempt).contains(u"its authority may vouch for"_s),
             qPrintable(sentence(attempt)));
}

void TstResendClient::acceptsThePinnedCertificate_data()
{
    QTest::addColumn<QByteArray>("alternatives");
    QTest::addColumn<bool>("selfSigned");
    QTest::newRow("self-signed") << QByteArray("IP:127.0.0.1") << true;
    QTest::newRow("for another name") << QByteArray("DNS:other.example") << true;
    QTest::newRow("of an authority that nobody knows") << QByteArray("IP:127.0.0.1") << false;
}

void TstResendClient::acceptsThePinnedCertificate()
{
    QFETCH(QByteArray, alternatives);
    QFETCH(bool, selfSigned);
    const Issued identity
        = issue({.alternatives = alternatives, .issuer = selfSigned ? nullptr : &m_authority});
    Target target({.answer = ok, .bodySize = 4}, identity);
    Order wanted = order(target, u"https"_s);
    wanted.pin = pinOf(identity);
    const Attempt attempt = send(wanted);
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QVERIFY(attempt.certificateChecked);
}

void TstResendClient::refusesWhatIsNotThePinnedCertificate_data()
{
    QTest::addColumn<int>("untilDay");
    QTest::addColumn<bool>("pinned");
    QTest::addColumn<QString>("said");
    QTest::newRow("another one of a trusted authority")
        << 9 << false << u"Its certificate is not the pinned one: its SHA-256 begins with "_s;
    QTest::newRow("the pinned one, expired") << -1 << true << u"Its certificate expired on "_s;
}

void TstResendClient::refusesWhatIsNotThePinnedCertificate()
{
    QFETCH(int, untilDay);
    QFETCH(bool, pinned);
    QFETCH(QString, said);
    const Issued identity = issue({.fromDay = -9, .untilDay = untilDay, .issuer = &m_authority});
    Target target({.answer = ok, .bodySize = 4}, identity);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    wanted.pin = pinOf(pinned ? identity : m_good);
    const Attempt attempt = send(wanted);
    QVERIFY(attempt.error && !attempt.response);
    QVERIFY2(attempt.error->why.startsWith(said), qPrintable(sentence(attempt)));
    QCOMPARE(target.received(), QByteArray()); // Nothing was told to a stranger.
}

void TstResendClient::saysThatTheTargetSpeaksNoTls()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    const Attempt attempt
        = send({.target = QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())),
                .request = {.method = "GET", .target = "/"}});
    QVERIFY2(sentence(attempt).contains(u"It does not speak TLS"_s), qPrintable(sentence(attempt)));
}

void TstResendClient::saysThatTheTargetClosedDuringTheHandshake()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    connect(&server, &QTcpServer::newConnection, &server,
            [&server] { server.nextPendingConnection()->disconnectFromHost(); });
    const Attempt attempt
        = send({.target = QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())),
                .request = {.method = "GET", .target = "/"}});
    QVERIFY2(sentence(attempt).contains(u"during the TLS handshake"_s),
             qPrintable(sentence(attempt)));
}

void TstResendClient::sendsTheNameButNoAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("named");
    QTest::newRow("a name") << u"localhost"_s << true;
    QTest::newRow("an IPv4 address") << u"127.0.0.1"_s << false;
}

void TstResendClient::sendsTheNameButNoAddress()
{
    QFETCH(QString, host);
    QFETCH(bool, named);
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QByteArray hello;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&hello, socket] {
            hello += socket->readAll();
            socket->abort();
        });
    });
    send({.target = QUrl(u"https://%1:%2"_s.arg(host).arg(server.serverPort())),
          .request = {.method = "GET", .target = "/"}});
    QVERIFY(hello.startsWith('\x16'));
    QCOMPARE(hello.contains(host.toUtf8()), named);
    QVERIFY(hello.contains("http/1.1"));
    QVERIFY(!hello.contains("\x02h2"));
}

void TstResendClient::refusesOrders_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("said");
    const QByteArray post = "POST";
    QTest::newRow("another protocol") << u"ftp://127.0.0.1/"_s << post << u"https:// or http://"_s;
    QTest::newRow("no protocol") << u"localhost:8443"_s << post << u"https:// or http://"_s;
    QTest::newRow("no host") << u"https:///path"_s << post << u"names no host"_s;
    QTest::newRow("not a URL") << u"http://[::1"_s << post << u"not a URL"_s;
    QTest::newRow("a user in it") << u"http://me:pass@127.0.0.1/"_s << post << u"a user name"_s;
    QTest::newRow("a method of two lines")
        << u"http://127.0.0.1:1/"_s << QByteArray("A\r\nB") << u"method"_s;
}

void TstResendClient::refusesOrders()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, method);
    QFETCH(QString, said);
    const Attempt attempt
        = send({.target = QUrl(url), .request = {.method = method, .target = "/"}});
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->kind, core::ErrorKind::Usage);
    QVERIFY2(attempt.error->why.contains(said), qPrintable(sentence(attempt)));
    QVERIFY(!sentence(attempt).contains(u"pass"_s));
    QVERIFY(!attempt.target.contains(u"pass"_s));
}

void TstResendClient::saysThatNothingListens()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    const quint16 port = server.serverPort();
    server.close();
    const Attempt attempt = send({.target = QUrl(u"http://127.0.0.1:%1"_s.arg(port)),
                                  .request = {.method = "GET", .target = "/"}});
    const QString said
        = u"The connection was refused: nothing listens on port %1 of this computer."_s.arg(port);
    QVERIFY2(sentence(attempt).contains(said), qPrintable(sentence(attempt)));
    QCOMPARE(attempt.error->kind, core::ErrorKind::Environment);
    QCOMPARE(attempt.times.connect, -1);
}

void TstResendClient::saysThatTheNameIsUnknown()
{
    const Attempt attempt = send({.target = QUrl(u"http://nowhere.invalid/"_s),
                                  .request = {.method = "GET", .target = "/"}});
    QVERIFY2(sentence(attempt).contains(u"“nowhere.invalid”"_s), qPrintable(sentence(attempt)));
}

// "localhost" has two addresses on most systems, and a developer's server listens on one of them.
void TstResendClient::triesEveryAddressOfAName()
{
    Target target({.answer = ok, .bodySize = 4}); // Only on 127.0.0.1.
    Order wanted = order(target);
    wanted.target.setHost(u"localhost"_s);
    const Attempt attempt = send(wanted);
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
}

void TstResendClient::failsOnBadAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<QString>("said");
    const QByteArray cut = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
    QTest::newRow("no byte") << QByteArray() << false
                             << u"closed the connection without an answer"_s;
    QTest::newRow("a reset instead")
        << QByteArray() << true << u"It reset the connection without an answer."_s;
    QTest::newRow("fewer bytes than said")
        << cut << false << u"3 of 10 bytes of a 200 answer had come."_s;
    QTest::newRow("a reset in the middle") << cut << true
                                           << u"It reset the connection before its answer was "
                                              "whole. 3 of 10 bytes of a 200 answer had come."_s;
    QTest::newRow("a reset of an answer without a length")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << true
        << u"It reset the connection before its answer was whole. 3 B of a 200 answer"_s;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << false
                                 << u"Only a part of its header block"_s;
    QTest::newRow("something else")
        << QByteArray("220 mail.example ESMTP\r\n") << false << u"The answer is not HTTP/1."_s;
    QTest::newRow("a chunk that is none")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n") << false
        << u"malformed chunk"_s;
    QTest::newRow("chunks without an end")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n") << false
        << u"before the answer was whole"_s;
}

void TstResendClient::failsOnBadAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, reset);
    QFETCH(QString, said);
    Target target(
        {.answer = answer, .ending = reset ? Ending::Reset : Ending::Close, .bodySize = 4});
    const Attempt attempt = send(order(target));
    QVERIFY(!attempt.response);
    QVERIFY2(attempt.error && attempt.error->why.contains(said), qPrintable(sentence(attempt)));
    const QString came = answer.isEmpty() ? u"no answer came."_s : u"no whole answer came."_s;
    QVERIFY2(attempt.error->what.endsWith(u"but "_s + came), qPrintable(sentence(attempt)));
    QCOMPARE(target.connections(), 1); // Never a second try.
}

void TstResendClient::tellsAResetOverTls()
{
    Target target({.answer = {}, .ending = Ending::Reset, .bodySize = 4}, m_good);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    const Attempt attempt = send(wanted);
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->why, u"It reset the connection without an answer."_s);
}

// The second descriptor must not keep a connection alive that is over.
void TstResendClient::endsTheConnectionWithTheAnswer()
{
    Target target({.answer = ok, .bodySize = 4});
    const Attempt attempt = send(order(target));
    QVERIFY2(attempt.response, qPrintable(sentence(attempt)));
    QTRY_COMPARE(target.socket()->state(), QAbstractSocket::UnconnectedState);
}

// Without a length only the notice of TLS tells an end from a cut.
void TstResendClient::failsOnACutAnswerOverTls()
{
    Target target({.answer = "HTTP/1.1 200 OK\r\n\r\nthe beginning", .bodySize = 4}, m_good);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    client.send(wanted);
    QTRY_VERIFY(target.received().endsWith("body"));
    shutdown(int(target.socket()->socketDescriptor()), SHUT_RDWR);
    QVERIFY(finished.wait());
    const auto attempt = finished.at(0).at(0).value<Attempt>();
    QVERIFY2(sentence(attempt).contains(u"notice of TLS"_s), qPrintable(sentence(attempt)));
}

void TstResendClient::stopsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("repeated");
    QTest::newRow("a body without end")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QByteArray(65536, 'x');
    QTest::newRow("chunks without end")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        << "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n";
    QTest::newRow("a header without end")
        << QByteArray("HTTP/1.1 200 OK\r\nX: ") << QByteArray(65536, 'x');
    QTest::newRow("headers without end")
        << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X: y\r\n").repeated(1000);
}

void TstResendClient::stopsAtTheLimit()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, repeated);
    Target target({.answer = answer, .repeated = repeated, .bodySize = 4}, m_good);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    wanted.responseLimit = 2'000'000;
    const Attempt attempt = send(wanted);
    QVERIFY2(sentence(attempt).contains(u"larger than the limit"_s), qPrintable(sentence(attempt)));
    QVERIFY2(attempt.error->what.startsWith(u"Sent to "_s), qPrintable(sentence(attempt)));
}

void TstResendClient::runsOutOfTime_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("said");
    QTest::newRow("in the handshake")
        << 0 << u"It did not finish the TLS handshake within 0.3 s."_s;
    QTest::newRow("before the answer")
        << 1 << u"It did not answer within 0.3 s; it may still work on it."_s;
    QTest::newRow("in the request") << 2 << u"It did not take the whole request within 0.3 s."_s;
    QTest::newRow("in the answer") << 3 << u"Its answer was not whole within 0.3 s. 1 of 9 bytes"_s;
}

void TstResendClient::runsOutOfTime()
{
    QFETCH(int, stage);
    QFETCH(QString, said);
    const QByteArray part = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx";
    Target target({.answer = stage == 3 ? part : QByteArray(), .bodySize = 4, .reads = stage != 2});
    Order wanted = order(target, stage == 0 ? u"https"_s : u"http"_s,
                         stage == 2 ? QByteArray(30'000'000, 'x') : QByteArray("body"));
    wanted.timeout = 300ms;
    const Attempt attempt = send(wanted);
    QVERIFY2(sentence(attempt).contains(said), qPrintable(sentence(attempt)));
    QVERIFY(attempt.times.total >= 300);
    QCOMPARE(target.connections(), 1);
}

void TstResendClient::cancels()
{
    Target target({.bodySize = 4});
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    client.send(order(target));
    QTRY_VERIFY(target.received().endsWith("body"));
    client.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(sentence(finished.at(0).at(0).value<Attempt>()).contains(u"cancelled"_s));
    client.cancel();
    QTRY_COMPARE(target.socket()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(finished.size(), 1);
}

void TstResendClient::cancelsBeforeItBegins()
{
    Target target({.answer = ok, .bodySize = 4});
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    client.send(order(target));
    client.cancel();
    QCOMPARE(finished.size(), 1);
    client.send(order(target));
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 2);
    QCOMPARE(target.connections(), 1);
}

void TstResendClient::sendsSeveralAtATime()
{
    Target silent({.bodySize = 4});
    ResendClient client;
    QSignalSpy finished(&client, &ResendClient::finished);
    client.send(order(silent));
    std::vector<std::unique_ptr<Target>> targets;
    for (int i = 0; i < 5; ++i) {
        targets.push_back(std::make_unique<Target>(Script{.answer = ok, .bodySize = 4}));
        client.send(order(*targets.back()));
    }
    QTRY_COMPARE(finished.size(), 5);
    for (const QList<QVariant> &arguments : finished)
        QVERIFY(arguments.at(0).value<Attempt>().response);
}

void TstResendClient::goesAwayInTheMiddle()
{
    Target target({.bodySize = 4}, m_good);
    Order wanted = order(target, u"https"_s);
    wanted.authorityFile = file(m_authority.pem());
    auto client = std::make_unique<ResendClient>();
    client->send(wanted);
    QTRY_VERIFY(target.received().endsWith("body"));
    client.reset();
    QTRY_COMPARE(target.socket()->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TstResendClient)
#include "tst_resendclient.moc"
