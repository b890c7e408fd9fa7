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
    void init() { cleanup(); }
    void cleanup();
    void sendsTheSameBytesThroughAProxy_data();
    void sendsTheSameBytesThroughAProxy();
    void goesAroundItToThisComputer();
    void saysThatTheProxyRefuses();
    void saysThatThereIsNoProxy();
    void takesTheCommonProxy_data();
    void takesTheCommonProxy();
    void exemptsFromTheCommonProxy_data();
    void exemptsFromTheCommonProxy();
    void refusesACommonProxyOfAnotherKind_data();
    void refusesACommonProxyOfAnotherKind();
    void sendsThroughTheCommonProxy();

private:
    static void useProxy(quint16 port);
    static void set(const QByteArrayList &variables); // "http_proxy=http://p.test:1"
    static Attempt send(const Order &order);
    static Order orderTo(const QString &url);
};

void TstSystemProxy::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
                             "no_proxy", "NO_PROXY"})
        qunsetenv(name);
}

void TstSystemProxy::useProxy(quint16 port)
{
    for (const char *name : {"http_proxy", "https_proxy"})
        qputenv(name, "http://127.0.0.1:" + QByteArray::number(port));
    qunsetenv("no_proxy");
}

void TstSystemProxy::set(const QByteArrayList &variables)
{
    for (const QByteArray &variable : variables) {
        const qsizetype mark = variable.indexOf('=');
        qputenv(variable.first(mark).constData(), variable.sliced(mark + 1));
    }
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
    QCOMPARE(attempt.proxy, u"http://127.0.0.1:%1"_s.arg(proxy.port()));
    QVERIFY(attempt.times.lookup >= 0 && attempt.times.connect >= 0);
}

void TstSystemProxy::goesAroundItToThisComputer()
{
    const Target target({.answer = ok, .bodySize = 4});
    const Proxy proxy(target.port(), true);
    useProxy(proxy.port());
    const Attempt attempt = send(orderTo(u"http://localhost:%1/hook"_s.arg(target.port())));
    QVERIFY(attempt.response);
    QCOMPARE(attempt.proxy, QString());
    QCOMPARE(proxy.asked(), QByteArray());
}

void TstSystemProxy::saysThatTheProxyRefuses()
{
    const Proxy proxy(1, true);
    useProxy(proxy.port());
    const Attempt attempt = send(orderTo(u"https://hooks.test/"_s));
    QVERIFY(attempt.error);
    QCOMPARE(attempt.proxy, u"http://127.0.0.1:%1"_s.arg(proxy.port()));
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

void TstSystemProxy::takesTheCommonProxy_data()
{
    QTest::addColumn<QByteArrayList>("variables");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    const QString http = u"http://hooks.test/"_s;
    const QString https = u"https://hooks.test/"_s;
    const auto row = [](const char *name, const QByteArrayList &variables, const QString &url,
                        const QString &proxy) { QTest::newRow(name) << variables << url << proxy; };
    row("over http", {"all_proxy=http://p.test:1"}, http, u"http://p.test:1"_s);
    row("over https", {"all_proxy=http://p.test:1"}, https, u"http://p.test:1"_s);
    row("in capitals", {"ALL_PROXY=http://p.test:1"}, https, u"http://p.test:1"_s);
    row("small letters first", {"ALL_PROXY=http://p.test:1", "all_proxy=http://q.test:2"}, http,
        u"http://q.test:2"_s);
    row("as socks5", {"all_proxy=socks5://p.test:1"}, http, u"socks5://p.test:1"_s);
    row("as socks5h", {"all_proxy=socks5h://u:w@[::1]:1"}, http, u"socks5://[::1]:1"_s);
    row("without a scheme", {"all_proxy=p.test:1"}, http, u"http://p.test:1"_s);
    row("without a port", {"all_proxy=http://p.test"}, http, u"http://p.test:1080"_s);
    row("where another scheme has one of its own",
        {"all_proxy=http://p.test:1", "http_proxy=http://q.test:2"}, https, u"http://p.test:1"_s);
    row("where its scheme has one of its own",
        {"all_proxy=http://p.test:1", "http_proxy=http://q.test:2"}, http, u"http://q.test:2"_s);
    row("where its scheme has one in capitals",
        {"all_proxy=http://p.test:1", "HTTPS_PROXY=http://q.test:2"}, https, u"http://q.test:2"_s);
    row("empty is none", {"all_proxy=", "ALL_PROXY=http://p.test:1"}, http, u"http://p.test:1"_s);
}

void TstSystemProxy::takesTheCommonProxy()
{
    QFETCH(QByteArrayList, variables);
    QFETCH(QString, url);
    set(variables);
    const auto proxy = resend::systemProxy(QUrl(url));
    QVERIFY(proxy);
    QTEST(resend::proxyText(*proxy), "proxy");
}

void TstSystemProxy::exemptsFromTheCommonProxy_data()
{
    QTest::addColumn<QByteArray>("exempt");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("direct");
    const auto row = [](const char *name, const QByteArray &exempt, const QString &host,
                        bool direct) { QTest::newRow(name) << exempt << host << direct; };
    row("its name", "other.test, Hooks.Test", u"hooks.test"_s, true);
    row("a name that it stands below", ".test", u"hooks.test"_s, true);
    row("the same with a star", "*.test", u"hooks.test"_s, true);
    row("a name that only ends alike", "ooks.test", u"hooks.test"_s, false);
    row("everything", "*", u"hooks.test"_s, true);
    row("another", "other.test", u"hooks.test"_s, false);
    row("its address", "10.0.0.1", u"10.0.0.1"_s, true);
    row("another address", "10.0.0.10", u"10.0.0.1"_s, false);
    row("its subnet", "10.0.0.0/8", u"10.1.2.3"_s, true);
    row("another subnet", "10.0.0.0/16", u"10.1.2.3"_s, false);
    row("its IPv6 address", "[2001:db8::1]", u"[2001:db8::1]"_s, true);
}

void TstSystemProxy::exemptsFromTheCommonProxy()
{
    QFETCH(QByteArray, exempt);
    QFETCH(QString, host);
    QFETCH(bool, direct);
    for (const QByteArray &name : {QByteArray("no_proxy="), QByteArray("NO_PROXY=")}) {
        cleanup();
        set({"all_proxy=http://p.test:1", name + exempt});
        const auto proxy = resend::systemProxy(QUrl(u"https://%1/"_s.arg(host)));
        QVERIFY(proxy);
        QCOMPARE(resend::proxyText(*proxy), direct ? QString() : u"http://p.test:1"_s);
    }
}

void TstSystemProxy::refusesACommonProxyOfAnotherKind_data()
{
    QTest::addColumn<QByteArray>("proxy");
    QTest::newRow("over TLS") << QByteArray("https://p.test:1");
    QTest::newRow("an old SOCKS") << QByteArray("socks4://p.test:1");
    QTest::newRow("no host") << QByteArray("http://:1");
}

// Going there without it would show what is sent to whom it was not meant for.
void TstSystemProxy::refusesACommonProxyOfAnotherKind()
{
    QFETCH(QByteArray, proxy);
    set({"all_proxy=" + proxy});
    const Attempt attempt = send(orderTo(u"http://hooks.test/"_s));
    QVERIFY(attempt.error);
    QCOMPARE(attempt.error->why,
             u"The variable all_proxy names no proxy that can be used: it takes http, socks5 and "
             "socks5h."_s);
}

void TstSystemProxy::sendsThroughTheCommonProxy()
{
    const Target target({.answer = ok, .bodySize = 4});
    const Proxy proxy(target.port(), false);
    set({"ALL_PROXY=http://127.0.0.1:" + QByteArray::number(proxy.port())});
    const Attempt attempt = send(orderTo(u"http://hooks.test:8001/hook"_s));
    QVERIFY(attempt.response);
    QCOMPARE(proxy.asked(), QByteArray("CONNECT hooks.test:8001 HTTP/1.1"));
    QVERIFY(target.received().endsWith("\r\n\r\nbody"));
}

QTEST_GUILESS_MAIN(TstSystemProxy)
#include "tst_systemproxy.moc"
