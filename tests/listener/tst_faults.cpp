// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "listener/listener.h"
#include "tls/authority.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace listener;
using namespace Qt::Literals::StringLiterals;
using capture::Fault;

// Answers that go wrong on purpose, as a sender sees them.
class TstFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsWithoutAnAnswer_data();
    void endsWithoutAnAnswer();
    void sendsTheBodySlowly();
    void recordsASlowBodyAsItWasSent_data();
    void recordsASlowBodyAsItWasSent();
    void recordsASlowAnswerToHead();
    void answersByARule();
    void relaysTheTargetsAnswer();

private:
    void start(const capture::Rules &rules);
    void send(QSslSocket &socket, const QByteArray &method = "POST");

    QTemporaryDir m_folder;
    std::optional<tls::Identity> m_identity;
    QSslCertificate m_authority;
    std::unique_ptr<Listener> m_listener;
    QList<capture::Answer> m_answers;
    qint64 m_lastId = 0;
    quint16 m_port = 0;
};

void TstFaults::initTestCase()
{
    const auto authority = tls::Authority::open(m_folder.filePath(u"tls"_s), core::now());
    QVERIFY(authority);
    m_identity = authority->leaf();
    m_authority = authority->certificate();
}

void TstFaults::start(const capture::Rules &rules)
{
    m_lastId = 0;
    m_answers.clear();
    m_listener = std::make_unique<Listener>();
    m_listener->setRoutes(Routes::make({capture::Endpoint{.rules = rules}}, {}));
    connect(
        &m_listener->backlog(), &Backlog::received, this,
        [this](const QList<capture::DeliveryPtr> &deliveries) {
            QList<qint64> ids;
            for (qsizetype i = 0; i < deliveries.size(); ++i)
                ids.append(++m_lastId);
            m_listener->backlog().settle(ids);
        },
        Qt::QueuedConnection); // as from another thread
    connect(&m_listener->backlog(), &Backlog::answered, this,
            [this](const QList<capture::Answer> &answers) { m_answers += answers; });
    QSignalSpy started(m_listener.get(), &Listener::started);
    m_listener->start({.port = 0, .identity = *m_identity, .limits = {}});
    QCOMPARE(started.size(), 1);
    m_port = started[0][0].value<Listening>().port;
}

void TstFaults::send(QSslSocket &socket, const QByteArray &method)
{
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setCaCertificates({m_authority});
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port, u"localhost"_s);
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nok");
}

static capture::Rules failing(Fault fault, qint64 until)
{
    capture::AnswerRule rule{.fault = fault, .until = until};
    rule.answer.body = "ab";
    return {.answers = {rule}};
}

void TstFaults::endsWithoutAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("source");
    QTest::newRow("closed in order")
        << Fault::Close << u"close: Every webhook: closed without an answer"_s;
    QTest::newRow("reset") << Fault::Reset << u"reset: Every webhook: reset"_s;
    QTest::newRow("left hanging until the rule ends")
        << Fault::Hang << u"hang: Every webhook: left hanging"_s;
}

void TstFaults::endsWithoutAnAnswer()
{
    QFETCH(Fault, fault);
    start(failing(fault, fault == Fault::Hang ? core::now() + 5'000'000 : 0));
    QSslSocket socket;
    send(socket);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 60'000);
    QCOMPARE(socket.readAll(), QByteArray());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().status, 0);
    QTEST(m_answers.first().source, "source");
    m_listener.reset(); // nor is it told again by whoever tidies up
    QCOMPARE(m_answers.size(), 1);
}

void TstFaults::sendsTheBodySlowly()
{
    start(failing(Fault::SlowBody, 0));
    QSslSocket socket;
    QElapsedTimer time;
    time.start();
    send(socket);
    QByteArray all;
    QTRY_VERIFY((all += socket.readAll()).endsWith("\r\n\r\nab"));
    QVERIFY(time.elapsed() > 1'500); // two bytes, a second before each
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().source, u"rule: Every webhook: 200 with a slow body"_s);
    QCOMPARE(m_answers.first().body, QByteArray("ab"));
    QVERIFY(m_answers.first().latency > 1'500'000); // when it ended, not when it began
}

void TstFaults::recordsASlowBodyAsItWasSent_data()
{
    QTest::addColumn<bool>("stops"); // the listener, else the sender leaves
    QTest::newRow("when its sender leaves") << false;
    QTest::newRow("when nothing is received any more") << true;
}

// A body that is left empty gets bytes to send.
void TstFaults::recordsASlowBodyAsItWasSent()
{
    QFETCH(bool, stops);
    start({.answers = {{.answer = {.status = 503}, .fault = Fault::SlowBody}}});
    QSslSocket socket;
    send(socket);
    QByteArray all;
    QTRY_VERIFY((all += socket.readAll()).endsWith("\r\n\r\n."));
    QVERIFY(m_answers.isEmpty());
    if (stops)
        m_listener->stop();
    else
        socket.abort();
    QTRY_COMPARE(m_answers.size(), 1);
    const capture::Answer answer = m_answers.first();
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.latency > 900'000);
    QVERIFY(!answer.body.isEmpty());
    QCOMPARE(answer.body, QByteArray(answer.body.size(), '.'));
    QCOMPARE(answer.source,
             u"rule: Every webhook: 503 with a slow body "
             "(%1 of 30 bytes, then the connection ended)"_s.arg(answer.body.size()));
    m_listener.reset(); // nor is it told again by whoever tidies up
    QCOMPARE(m_answers.size(), 1);
}

void TstFaults::recordsASlowAnswerToHead()
{
    start(failing(Fault::SlowBody, 0));
    QSslSocket socket;
    send(socket, "HEAD");
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().source, u"rule: Every webhook: 200 with a slow body"_s);
}

void TstFaults::answersByARule()
{
    capture::AnswerRule rule;
    rule.answer.status = 503;
    start({.answers = {rule}});
    QSslSocket socket;
    send(socket);
    QByteArray all;
    QTRY_VERIFY((all += socket.readAll()).contains("HTTP/1.1 503 "));
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().source, u"rule: Every webhook: 503"_s);
}

void TstFaults::relaysTheTargetsAnswer()
{
    start({.forwards = {{.target = u"http://localhost/"_s, .relays = true}}});
    QSslSocket socket;
    send(socket);
    QTRY_COMPARE(m_lastId, 1);
    m_listener->relay(1, {.status = 418, .body = "teapot"});
    QByteArray all;
    QTRY_VERIFY((all += socket.readAll()).endsWith("teapot"));
    QVERIFY(all.startsWith("HTTP/1.1 418 "));
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().source, u"forward"_s);
}

QTEST_GUILESS_MAIN(TstFaults)
#include "tst_faults.moc"
