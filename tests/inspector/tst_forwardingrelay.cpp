// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"
#include "support/liveinspector.h"
#include "support/target.h"

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

class TstForwardingRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void letsNoSenderWaitForATargetThatIsDown();
    void tellsOfARefusalThatNoSenderHeard();
    void sendsAgainWhatWasRefusedTooLate();
    void sendsAgainWhatWasRefusedBehindAnotherAnswer();
    void tellsTheSenderThatTheTargetBrokeOff();
    void tellsTheSenderThatEachTargetBrokeOff();
    void tellsTheSenderThatOneTargetBrokeOffAndTheOtherIsDown();
    void waitsForAnotherTargetsAnswer();
    void letsNoSenderWaitForWhatIsRemoved();
    void answersNoSenderOfAnotherStore();
    void letsNoSenderWaitForATargetThatIsGone_data();
    void letsNoSenderWaitForATargetThatIsGone();

private:
    void relayTo(const QStringList &targets);
    int answerToPing(const QStringList &targets); // which are all relayed

    std::unique_ptr<support::LiveInspector> m_live;
};

void TstForwardingRelay::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
}

static QString urlOf(quint16 port) { return u"http://127.0.0.1:%1"_s.arg(port); }

static quint16 unusedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

void TstForwardingRelay::relayTo(const QStringList &targets)
{
    capture::Rules rules;
    for (const QString &target : targets)
        rules.forwards.append({.target = target, .relays = true, .relayMilliseconds = 60'000});
    (*m_live)->setEndpoints({{.profile = {.status = 202}, .rules = rules}});
}

static int statusOf(const QList<QVariant> &pinged)
{
    return pinged.first().value<capture::Attempt>().response.value_or(http::Response()).status;
}

static QList<int> statusesOf(const QSignalSpy &pinged)
{
    QList<int> statuses;
    for (const QList<QVariant> &one : pinged)
        statuses.append(statusOf(one));
    std::sort(statuses.begin(), statuses.end());
    return statuses;
}

int TstForwardingRelay::answerToPing(const QStringList &targets)
{
    relayTo(targets);
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    (*m_live)->sendPing();
    // for 5 s, a long time before its sender's patience is over
    return pinged.wait() ? statusOf(pinged.first()) : 0;
}

void TstForwardingRelay::letsNoSenderWaitForATargetThatIsDown()
{
    const QString target = urlOf(unusedPort());
    QCOMPARE(answerToPing({target}), 202);
    QCOMPARE(answerToPing({target}), 202); // behind the first one, which waits
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).waiting, 2); // and neither is lost
}

// Its sender was answered by the profile while the target was down.
void TstForwardingRelay::tellsOfARefusalThatNoSenderHeard()
{
    const quint16 port = unusedPort();
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    QCOMPARE(answerToPing({urlOf(port)}), 202);
    QTRY_COMPARE(failed.size(), 1); // it is down
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().contains("ping"))
                socket->write("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 20'000);
    QCOMPARE(failed.last().at(1).value<core::Error>().why,
             u"It answered 500. It does not get it again."_s);
}

// Its sender has heard the profile's 2xx, and does not send it again.
void TstForwardingRelay::sendsAgainWhatWasRefusedTooLate()
{
    support::Target target({.answer = {}});
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = urlOf(target.port()),
                                                      .relays = true,
                                                      .relayMilliseconds = 300,
                                                      .retries = 1}}}}});
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping"));
    QTRY_COMPARE(statusesOf(pinged), QList<int>{200});
    target.socket()->write("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(target.connections(), 2);
}

// Its sender has heard the other target's 2xx.
void TstForwardingRelay::sendsAgainWhatWasRefusedBehindAnotherAnswer()
{
    const support::Target first({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    support::Target second({.answer = {}});
    capture::Rules rules;
    for (const quint16 port : {first.port(), second.port()})
        rules.forwards.append({.target = urlOf(port), .relays = true, .retries = 1});
    (*m_live)->setEndpoints({{.rules = rules}});
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    QVERIFY(m_live->ping());
    QTRY_COMPARE(statusesOf(pinged), QList<int>{204});
    QTRY_VERIFY(second.received().contains("ping"));
    second.socket()->write("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(second.connections(), 2);
}

void TstForwardingRelay::tellsTheSenderThatTheTargetBrokeOff()
{
    const support::Target target({.ending = support::Target::Ending::Close});
    QCOMPARE(answerToPing({urlOf(target.port())}), 502);
}

void TstForwardingRelay::tellsTheSenderThatEachTargetBrokeOff()
{
    const support::Target first({.ending = support::Target::Ending::Close});
    const support::Target second({.ending = support::Target::Ending::Close});
    QCOMPARE(answerToPing({urlOf(first.port()), urlOf(second.port())}), 502);
}

// It would not get it again if the sender took it for done.
void TstForwardingRelay::tellsTheSenderThatOneTargetBrokeOffAndTheOtherIsDown()
{
    const support::Target target({.ending = support::Target::Ending::Close});
    QTcpServer down; // its TLS handshake ends once the other one has broken off
    QVERIFY(down.listen(QHostAddress::LocalHost));
    bool brokeOff = false;
    const auto hangUp = [&down, &brokeOff] {
        while (brokeOff && down.hasPendingConnections())
            down.nextPendingConnection()->abort();
    };
    connect(&down, &QTcpServer::newConnection, &down, hangUp);
    connect(&(*m_live)->sending(), &inspector::Sending::kept, &down,
            [&](int, const capture::Attempt &attempt) {
                brokeOff = brokeOff || attempt.target == urlOf(target.port());
                hangUp();
            });
    QCOMPARE(answerToPing({urlOf(target.port()), u"https://127.0.0.1:%1"_s.arg(down.serverPort())}),
             502);
    QVERIFY(brokeOff);
}

void TstForwardingRelay::waitsForAnotherTargetsAnswer()
{
    const support::Target target({.answer = "HTTP/1.1 418 No\r\nContent-Length: 0\r\n\r\n"});
    const QString last = u"http://localhost:%1"_s.arg(target.port()); // asked behind the other
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    const QStringList targets{urlOf(unusedPort()), last};
    QCOMPARE(answerToPing(targets), 418);
    QTRY_COMPARE(failed.size(), 1); // the other is known to be down
    QCOMPARE(answerToPing(targets), 418);
}

void TstForwardingRelay::letsNoSenderWaitForWhatIsRemoved()
{
    support::Target target({.answer = {}});
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    relayTo({urlOf(target.port())});
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping"));
    QVERIFY(m_live->ping());
    (*m_live)->remove({2}, 1);
    target.socket()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(pinged.size(), 2);
    QCOMPARE(statusesOf(pinged), QList<int>({200, 202}));
}

// The first one of either store is under way at the same time.
void TstForwardingRelay::answersNoSenderOfAnotherStore()
{
    support::Target target({.answer = {}});
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    relayTo({urlOf(target.port())});
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping"));
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    QVERIFY(opened.wait());
    QTRY_COMPARE(statusesOf(pinged), QList<int>{202});
    relayTo({urlOf(target.port())});
    QVERIFY(m_live->ping());
    target.socket()->write("HTTP/1.1 418 No\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(target.connections(), 2);
    QTRY_VERIFY(target.received().contains("ping"));
    target.socket()->write("HTTP/1.1 204 No Content\r\n\r\n");
    QTRY_COMPARE(statusesOf(pinged), QList<int>({202, 204}));
}

void TstForwardingRelay::letsNoSenderWaitForATargetThatIsGone_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QList<int>>("statuses"); // by the target or by the profile
    QTest::newRow("taken out of the endpoint") << false << QList<int>{200, 202};
    QTest::newRow("no longer relayed") << true << QList<int>{202, 202};
}

void TstForwardingRelay::letsNoSenderWaitForATargetThatIsGone()
{
    QFETCH(bool, kept);
    support::Target target({.answer = {}});
    QSignalSpy pinged(&**m_live, &Inspector::pinged);
    relayTo({urlOf(target.port())});
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping")); // under way
    QVERIFY(m_live->ping()); // behind it
    if (kept)
        (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = urlOf(target.port())}}}}});
    else
        relayTo({});
    target.socket()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(pinged.size(), 2);
    QTEST(statusesOf(pinged), "statuses");
}

QTEST_MAIN(TstForwardingRelay)
#include "tst_forwardingrelay.moc"
