// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "core/clock.h"
#include "inspector/sending.h"
#include "support/builders.h"
#include "support/liveinspector.h"
#include "support/target.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

class TstForwarding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void tellsOnceThatATargetIsDownAndThatItIsBack();
    void saysThatAnUnusableAuthorityHasToBeChanged();
    void tellsOfATargetThatRefuses_data();
    void tellsOfATargetThatRefuses();
    void isQuietOfATargetThatTakesAll();
    void forgetsATargetThatIsGone();
    void sendsOnToThePinnedCertificateOnly_data();
    void sendsOnToThePinnedCertificateOnly();
    void countsWhatWaits();
    void sendsWhatIsStrandedToAnotherTarget();
    void dropsWhatIsStranded();
    void settlesWhatWasUnderWayToATargetThatIsGone();
    void keepsNothingInAnotherStore();
    void tellsOfEachAttemptThatIsKept();
    void tellsWhatADeliveryWaitsFor();
    void countsTheTriesOfWhatWaits();
    void tellsWhenItGivesUp();
    void sendsNothingOnFromAStoreThatIsOnlyRead();
    void sendsAgainWhatWasRefusedAfterAStart();

private:
    void sendTo(const QString &target, int retries = 0);
    static QString urlOf(quint16 port) { return u"http://127.0.0.1:%1"_s.arg(port); }
    static quint16 unusedPort();
    inspector::Details details(qint64 id);
    inspector::ForwardWait wait(qint64 id); // for the only target

    std::unique_ptr<support::LiveInspector> m_live;
};

void TstForwarding::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
}

void TstForwarding::sendTo(const QString &target, int retries)
{
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = target, .retries = retries}}}}});
}

quint16 TstForwarding::unusedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

inspector::Details TstForwarding::details(qint64 id)
{
    QSignalSpy fetched(&**m_live, &Inspector::fetched);
    (*m_live)->fetch(id);
    return fetched.wait() ? fetched.first().first().value<inspector::Details>()
                          : inspector::Details();
}

inspector::ForwardWait TstForwarding::wait(qint64 id)
{
    const auto found = std::make_shared<std::optional<QList<inspector::ForwardWait>>>();
    (*m_live)->sending().readWaits(
        id, [found](const QList<inspector::ForwardWait> &waits) { *found = waits; });
    return QTest::qWaitFor([found] { return found->has_value(); }) ? (*found)->value(0)
                                                                   : inspector::ForwardWait();
}

void TstForwarding::tellsOnceThatATargetIsDownAndThatItIsBack()
{
    const quint16 port = unusedPort();
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    QSignalSpy recovered(&**m_live, &Inspector::forwardRecovered);
    sendTo(urlOf(port));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), urlOf(port));
    QVERIFY(failed.first().at(1).value<core::Error>().what.contains(u"wait to be sent on"_s));
    int taken = 0;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    connect(&server, &QTcpServer::newConnection, &server, [&server, &taken] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &taken] {
            if (!socket->readAll().contains("ping"))
                return;
            ++taken;
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QTRY_COMPARE(taken, 2);
    QCOMPARE(failed.size(), 1);
}

void TstForwarding::saysThatAnUnusableAuthorityHasToBeChanged()
{
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    QSignalSpy recovered(&**m_live, &Inspector::forwardRecovered);
    capture::ForwardRule rule{.target = u"https://127.0.0.1:%1"_s.arg(unusedPort()),
                              .authorityFile = m_live->path(u"missing.pem"_s)};
    (*m_live)->setEndpoints({{.rules = {.forwards = {rule}}}});
    QVERIFY(m_live->ping());
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().at(1).value<core::Error>();
    QCOMPARE(error.kind, core::ErrorKind::Unusable);
    QVERIFY2(error.why.contains(u"authority is set to a file that can be used"_s),
             qPrintable(error.why));
    rule.authorityFile.clear();
    (*m_live)->setEndpoints({{.rules = {.forwards = {rule}}}});
    QCOMPARE(recovered.size(), 1); // what was told of it holds no more
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 20'000); // it is down as well
    QCOMPARE(failed.last().at(1).value<core::Error>().kind, core::ErrorKind::Environment);
}

void TstForwarding::tellsOfATargetThatRefuses_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<QString>("why");
    QTest::newRow("for good") << 0 << u"It answered 500. It does not get it again."_s;
    QTest::newRow("with retries") << 3 << u"It answered 500. It gets it again, each time later."_s;
}

void TstForwarding::tellsOfATargetThatRefuses()
{
    QFETCH(int, retries);
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    sendTo(urlOf(target.port()), retries);
    QVERIFY(m_live->ping());
    QTRY_COMPARE(failed.size(), 1);
    QTEST(failed.first().at(1).value<core::Error>().why, "why");
}

void TstForwarding::isQuietOfATargetThatTakesAll()
{
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    QSignalSpy recovered(&**m_live, &Inspector::forwardRecovered);
    sendTo(urlOf(target.port()));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    QTRY_COMPARE(target.connections(), 2);
    QCOMPARE(failed.size() + recovered.size(), 0);
}

void TstForwarding::forgetsATargetThatIsGone()
{
    const QString target = urlOf(unusedPort());
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    QSignalSpy recovered(&**m_live, &Inspector::forwardRecovered);
    sendTo(target);
    QVERIFY(m_live->ping());
    QTRY_COMPARE(failed.size(), 1);
    (*m_live)->setEndpoints({capture::Endpoint()});
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(recovered.first().first().toString(), target);
}

void TstForwarding::sendsOnToThePinnedCertificateOnly_data()
{
    QTest::addColumn<bool>("pinned");
    QTest::newRow("the pinned one") << true;
    QTest::newRow("another one") << false;
}

void TstForwarding::sendsOnToThePinnedCertificateOnly()
{
    QFETCH(bool, pinned);
    const support::Issued identity = support::issue();
    const support::Issued other = support::issue();
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"}, identity);
    const QString url = u"https://127.0.0.1:%1"_s.arg(target.port());
    const QString pin = tls::fingerprint(tls::toQt((pinned ? identity : other).certificate.get()));
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = url, .pin = pin}}}}});
    QVERIFY(m_live->ping());
    if (pinned) {
        QTRY_VERIFY(target.received().contains("ping"));
        QCOMPARE(failed.size(), 0);
        return;
    }
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().at(1).value<core::Error>();
    QVERIFY2(error.why.contains(u"not the pinned one"_s), qPrintable(error.why));
    QVERIFY(!target.received().contains("ping"));
}

void TstForwarding::countsWhatWaits()
{
    const quint16 port = unusedPort();
    QSignalSpy changed(&**m_live, &Inspector::waitingForwardsChanged);
    sendTo(urlOf(port));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    const QList<capture::ForwardQueue> both{
        {.endpoint = u"/"_s, .target = urlOf(port), .waiting = 2}};
    QTRY_COMPARE((*m_live)->waitingForwards(), both);
    (*m_live)->remove({1}, 1);
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).waiting, 1);
    (*m_live)->setEndpoints({capture::Endpoint()});
    QTRY_VERIFY((*m_live)->waitingForwards().isEmpty());
    QVERIFY(changed.size() >= 3);
}

void TstForwarding::sendsWhatIsStrandedToAnotherTarget()
{
    const QString before = urlOf(unusedPort());
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    sendTo(before);
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).waiting, 2);
    sendTo(urlOf(target.port()));
    const capture::ForwardQueue left{.endpoint = u"/"_s, .target = before, .waiting = 2};
    QTRY_COMPARE((*m_live)->strandedForwards(), QList<capture::ForwardQueue>{left});
    QVERIFY((*m_live)->waitingForwards().isEmpty());
    QCOMPARE(target.connections(), 0);
    (*m_live)->redirectForwards(left, {.endpoint = u"/"_s, .target = urlOf(target.port())});
    QTRY_COMPARE(target.connections(), 2);
    QTRY_VERIFY((*m_live)->strandedForwards().isEmpty());
    QTRY_COMPARE(details(2).attempts.size(), 1);
    QCOMPARE(details(1).attempts.first().target, urlOf(target.port()));
}

void TstForwarding::dropsWhatIsStranded()
{
    const QString target = urlOf(unusedPort());
    sendTo(target);
    QVERIFY(m_live->ping());
    QTRY_COMPARE((*m_live)->waitingForwards().size(), 1);
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = target, .enabled = false}}}}});
    QTRY_COMPARE((*m_live)->strandedForwards().size(), 1); // switched off
    (*m_live)->dropForwards((*m_live)->strandedForwards().first());
    QTRY_VERIFY((*m_live)->strandedForwards().isEmpty());
}

void TstForwarding::settlesWhatWasUnderWayToATargetThatIsGone()
{
    support::Target target({.answer = {}});
    sendTo(urlOf(target.port()));
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping"));
    (*m_live)->setEndpoints({capture::Endpoint()});
    QTRY_COMPARE((*m_live)->strandedForwards().size(), 1);
    sendTo(urlOf(target.port())); // back again, and it is still under way
    QTRY_VERIFY((*m_live)->strandedForwards().isEmpty());
    (*m_live)->setEndpoints({capture::Endpoint()});
    target.socket()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(details(1).attempts.size(), 1);
    QTRY_VERIFY((*m_live)->strandedForwards().isEmpty());
    QCOMPARE(target.connections(), 1);
}

void TstForwarding::keepsNothingInAnotherStore()
{
    support::Target target({.answer = {}});
    QVERIFY(m_live->ping());
    sendTo(urlOf(target.port()));
    QVERIFY(m_live->ping());
    QTRY_VERIFY(target.received().contains("ping"));
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    QVERIFY(opened.wait());
    sendTo(urlOf(target.port()));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    target.socket()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(target.connections(), 2); // the first one of the other store
    QVERIFY(details(2).attempts.isEmpty());
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).waiting, 2);
}

void TstForwarding::tellsOfEachAttemptThatIsKept()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    QSignalSpy kept(&(*m_live)->sending(), &inspector::Sending::kept);
    sendTo(urlOf(target.port()), 1);
    QVERIFY(m_live->ping());
    const auto sentOn = [&kept] {
        QList<qint64> ids;
        for (const QList<QVariant> &one : std::as_const(kept)) {
            const auto attempt = one.at(1).value<capture::Attempt>();
            if (attempt.source == u"forward"_s && attempt.delivery == 1)
                ids.append(attempt.id);
        }
        return ids;
    };
    QTRY_COMPARE(sentOn().size(), 2);
    QList<qint64> ids;
    for (const capture::Attempt &attempt : details(1).attempts)
        ids.append(attempt.id);
    QCOMPARE(sentOn(), ids);
}

void TstForwarding::tellsWhatADeliveryWaitsFor()
{
    const quint16 port = unusedPort();
    sendTo(u"http://me:secret@127.0.0.1:%1"_s.arg(port));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).waiting, 2);
    QTRY_VERIFY(wait(1).nextAt > 0);
    const inspector::ForwardWait first = wait(1);
    QCOMPARE(first.target, urlOf(port));
    QVERIFY(first.used);
    QVERIFY(first.first);
    QCOMPARE(first.tries, 0);
    QVERIFY(!first.why.isEmpty());
    QVERIFY(!wait(2).first);
    QCOMPARE(wait(2).why, first.why);
    QVERIFY(wait(3).target.isEmpty());
    (*m_live)->setEndpoints({capture::Endpoint()});
    QTRY_VERIFY(!wait(1).used);
}

void TstForwarding::countsTheTriesOfWhatWaits()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    sendTo(urlOf(target.port()), 7);
    QVERIFY(m_live->ping());
    QTRY_VERIFY(wait(1).tries > 0);
    QCOMPARE(wait(1).mostTries, 8);
    QCOMPARE(wait(1).why, u"It answered 500."_s);
}

// As if it had come so long ago.
static void setSince(const QString &file, qint64 since)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"since"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE forwards SET since = %1"_s.arg(since)));
    }
    QSqlDatabase::removeDatabase(u"since"_s);
}

// Nothing is sent on to its target any more, so that no other try reminds of it.
void TstForwarding::tellsWhenItGivesUp()
{
    constexpr qint64 day = 24LL * 3'600'000'000; // microseconds
    QSignalSpy kept(&(*m_live)->sending(), &inspector::Sending::kept);
    const auto givenUp = [&kept] {
        return std::count_if(kept.begin(), kept.end(), [](const QList<QVariant> &one) {
            const auto attempt = one.at(1).value<capture::Attempt>();
            return attempt.delivery == 1 && attempt.id > 0 && attempt.error
                && attempt.error->why == u"It waited longer than a day."_s;
        });
    };
    sendTo(urlOf(unusedPort()));
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    (*m_live)->setEndpoints({capture::Endpoint()});
    QTRY_COMPARE((*m_live)->strandedForwards().value(0).waiting, 2);
    setSince((*m_live)->store()->path, core::now() - day + 4'000'000);
    (*m_live)->remove({2}, 1); // what waits is counted anew
    QTRY_COMPARE((*m_live)->strandedForwards().value(0).waiting, 1);
    QCOMPARE(givenUp(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(givenUp(), 1, 20'000);
    QTRY_VERIFY((*m_live)->strandedForwards().isEmpty());
    QCOMPARE(details(1).attempts.size(), 1);
}

// As if the program had ended before it could send a delivery on.
static bool leaveWaiting(const QString &file, const capture::ForwardRule &rule)
{
    const auto store = capture::Store::open(file, capture::Access::Write);
    if (!store || !(*store)->setEndpoints({{.rules = {.forwards = {rule}}}}))
        return false;
    (*store)->setForwards({{u"/"_s, {rule.target}}});
    capture::Delivery waits = builders::delivery();
    waits.receivedAt = core::now();
    return (*store)->append({.deliveries = {builders::stored(waits)}})
        && (*store)->nextForward(u"/"_s, rule.target)->has_value();
}

// Another program may have it, and send the same on.
void TstForwarding::sendsNothingOnFromAStoreThatIsOnlyRead()
{
    const support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    const QString url = urlOf(target.port());
    const QString file = m_live->path(u"queue.hookglass"_s);
    QVERIFY(leaveWaiting(file, {.target = url}));
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(file, true);
    QVERIFY(opened.wait());
    QCOMPARE(details(1).id, 1); // What waits is looked for before that,
    QSignalSpy finished(&(*m_live)->sending(), &inspector::Sending::finished);
    (*m_live)->sending().send({.target = QUrl(url), .request = builders::delivery().request});
    QVERIFY(finished.wait());
    QCOMPARE(target.connections(), 1); // and would be sent before this one.
}

// Its sender is gone with the program that stored it.
void TstForwarding::sendsAgainWhatWasRefusedAfterAStart()
{
    const support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    const QString file = m_live->path(u"queue.hookglass"_s);
    QVERIFY(leaveWaiting(file,
                         {.target = urlOf(target.port()),
                          .relays = true,
                          .relayMilliseconds = 60'000,
                          .retries = 1}));
    QSignalSpy failed(&**m_live, &Inspector::forwardFailed);
    (*m_live)->open(file);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<core::Error>().why,
             u"It answered 500. It gets it again, each time later."_s);
    QTRY_COMPARE(target.connections(), 2);
}

QTEST_MAIN(TstForwarding)
#include "tst_forwarding.moc"
