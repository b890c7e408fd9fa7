// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resendclient.h"
#include "resend/systemproxy.h"
#include "support/target.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using capture::Attempt;
using resend::Order;
using support::issue;
using support::Issued;
using support::Target;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

// A proxy that leads to one place, whatever it is asked for, or refuses.
class Proxy : public QObject
{
public:
    Proxy(quint16 leadsTo, bool refuses)
        : m_leadsTo(leadsTo)
        , m_refuses(refuses)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Proxy::accept);
        m_server.listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server.serverPort(); }
    QByteArray asked() const { return m_asked; } // the first line

private:
    void accept()
    {
        QTcpSocket *near = m_server.nextPendingConnection();
        connect(near, &QTcpSocket::readyRead, this, [this, near] { ask(near); });
    }

    void ask(QTcpSocket *near)
    {
        m_head += near->readAll();
        if (!m_head.contains("\r\n\r\n"))
            return;
        m_asked = m_head.first(m_head.indexOf("\r\n"));
        near->disconnect(this);
        if (m_refuses) {
            near->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            return near->disconnectFromHost();
        }
        auto *far = new QTcpSocket(near);
        connect(far, &QTcpSocket::connected, near,
                [near] { near->write("HTTP/1.1 200 Fine\r\n\r\n"); });
        connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        far->connectToHost(QHostAddress::LocalHost, m_leadsTo);
    }

    QTcpServer m_server;
    const quint16 m_leadsTo;
    const bool m_refuses;
    QByteArray m_head;
    QByteArray m_asked;
};

// Sends through what the environment names as the system's proxy.
class TstSystemProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void sendsTheSameBytesThroughAProxy_data();
    void sendsTheSameBytesThroughAProxy();
    void goesAroundItToThisComputer();
    void saysThatTheProxyRefuses();
    void saysThatThereIsNoProxy();

private:
    static void useProxy(quint16 port);
    static Attempt send(const Order &order);
    static Order orderTo(const QString &url);
};

void TstSystemProxy::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "no_proxy"})
        qunsetenv(name);
}

void TstSystemProxy::useProxy(quint16 port)
{
    for (const char *name : {"http_proxy", "https_proxy"})
        qputenv(name, "http://127.0.0.1:" + QByteArray::number(port));
    qunsetenv("no_proxy");
}

Order TstSystemProxy::orderTo(const QString &url)
{
    return {.target = QUrl(url),
            .request = {.method = "POST",
                        .target = "/hook",
                        .fields = {{"Host", "odd"}, {"Content-Length", "4"}},
                        .framing = http::Framing::ContentLength,
                        .body = "body"},
            .timeout = 20s};
}

Attempt TstSystemProxy::send(const Order &order)
{
    resend::ResendClient client;
    QSignalSpy finished(&client, &resend::ResendClient::finished);
    client.send(order);
    return finished.wait(30'000) ? finished.at(0).at(0).value<Attempt>() : Attempt();
}

void TstSystemProxy::sendsTheSameBytesThroughAProxy_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("in the clear") << false;
    QTest::newRow("over TLS") << true;
}

void TstSystemProxy::sendsTheSameBytesThroughAProxy()
{
    QFETCH(bool, secure);
    const Issued identity = issue({.alternatives = "DNS:hooks.test"});
    const Target::Script script{.answer = ok, .bodySize = 4};
    const auto target
        = secure ? std::make_unique<Target>(script, identity) : std::make_unique<Target>(script);
    const Proxy proxy(target->port(), false);
    useProxy(proxy.port());
    const QTemporaryDir folder;
    Order order = orderTo(u"%1://hooks.test:8001/hook"_s.arg(secure ? u"https"_s : u"http"_s));
    order.authorityFile = support::write(folder.filePath(u"ca.pem"_s), identity.pem());
    const Attempt attempt = send(order);
    QVERIFY2(attempt.response,
             qPrintable(attempt.error ? core::describe(*attempt.error) : QString()));
    QCOMPARE(proxy.asked(), QByteArray("CONNECT hooks.test:8001 HTTP/1.1"));
    QCOMPARE(target->received(),
             QByteArray("POST /hook HTTP/1.1\r\nHost: odd\r\nContent-Length: 4\r\n\r\nbody"));
    QVERIFY(attempt.times.lookup >= 0 && attempt.times.connect >= 0);
}

void TstSystemProxy::goesAroundItToThisComputer()
{
    const Target target({.answer = ok, .bodySize = 4});
    const Proxy proxy(target.port(), true);
    useProxy(proxy.port());
    QVERIFY(send(orderTo(u"http://localhost:%1/hook"_s.arg(target.port()))).response);
    QCOMPARE(proxy.asked(), QByteArray());
}

void TstSystemProxy::saysThatTheProxyRefuses()
{
    const Proxy proxy(1, true);
    useProxy(proxy.port());
    const Attempt attempt = send(orderTo(u"https://hooks.test/"_s));
    QVERIFY(attempt.error);
    QVERIFY2(attempt.error->why.startsWith(
                 u"The proxy 127.0.0.1:%1 made no connection to it: "_s.arg(proxy.port())),
             qPrintable(attempt.error->why));
}

void TstSystemProxy::saysThatThereIsNoProxy()
{
    quint16 free = 0;
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        free = server.serverPort();
    }
    useProxy(free);
    const Attempt attempt = send(orderTo(u"http://hooks.test/"_s));
    QVERIFY(attempt.error);
    QVERIFY2(attempt.error->why.startsWith(u"The proxy 127.0.0.1:%1 "_s.arg(free)),
             qPrintable(attempt.error->why));
}

QTEST_GUILESS_MAIN(TstSystemProxy)
#include "tst_systemproxy.moc"
