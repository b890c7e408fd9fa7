// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/outcome.h"
#include "capture/store.h"
#include "inspector/resendrun.h"
#include "signature/verifier.h"
#include "support/builders.h"
#include "support/liveinspector.h"
#include "support/smile.h"
#include "support/target.h"

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;
using inspector::Details;
using inspector::Inspector;
using inspector::ResendPlan;
using inspector::ResendRun;
using support::Target;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
static const QByteArray no = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";
static const QByteArray body = R"({"topic":"ping"})";

// Sends deliveries of a store of five again.
class TstResendRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsEachOnceInOrder();
    void keepsWhatCameWithTheDelivery();
    void signsWithTheSecretThatVerified();
    void signsWhatTheEndpointKnows();
    void tellsWhatCannotBeSigned();
    void tellsWhatIsGone();
    void stopsAtTheFirstFailure();
    void cancelsTheRestAndNotWhatIsUnderWay();
    void cancelsWhatIsUnderWay();
    void waitsWhilePaused();

private:
    QList<Attempt> run(const ResendPlan &plan);
    static ResendPlan plan(const Target &target, const QList<qint64> &ids = {1, 2, 3, 4, 5});

    std::unique_ptr<support::LiveInspector> m_live;
};

void TstResendRun::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    {
        const auto store
            = capture::Store::open(m_live->path(u"test.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        capture::Batch batch;
        for (int i = 0; i < 5; ++i)
            batch.deliveries.append(builders::stored(builders::delivery(body)));
        QVERIFY((*store)->append(batch));
    }
    QVERIFY(m_live->open());
}

ResendPlan TstResendRun::plan(const Target &target, const QList<qint64> &ids)
{
    return {.turns = resend::paced(ids, 0),
            .target = QUrl(u"http://127.0.0.1:%1/x"_s.arg(target.port()))};
}

QList<Attempt> TstResendRun::run(const ResendPlan &plan)
{
    ResendRun run(**m_live, plan);
    QList<Attempt> attempts;
    connect(&run, &ResendRun::attempted, this,
            [&attempts](const Attempt &attempt) { attempts.append(attempt); });
    QSignalSpy finished(&run, &ResendRun::finished);
    run.start();
    if (finished.isEmpty() && !finished.wait(60'000))
        return {};
    return attempts;
}

void TstResendRun::sendsEachOnceInOrder()
{
    const Target target({.answer = ok, .bodySize = body.size()});
    QList<qint64> ids;
    for (const Attempt &attempt : run(plan(target, {4, 2, 5}))) {
        QVERIFY(capture::succeeded(attempt));
        ids.append(attempt.delivery);
    }
    QCOMPARE(ids, QList<qint64>({4, 2, 5}));
    QCOMPARE(target.connections(), 3);
    QVERIFY(target.received().startsWith("POST /x HTTP/1.1\r\nHost: 127.0.0.1:"));
}

void TstResendRun::keepsWhatCameWithTheDelivery()
{
    const Target target({.answer = ok, .bodySize = body.size()});
    QCOMPARE(run(plan(target, {2})).size(), 1);
    QSignalSpy fetched(&**m_live, &Inspector::fetched);
    (*m_live)->fetch(2);
    QVERIFY(fetched.wait());
    const auto attempts = fetched[0][0].value<Details>().attempts;
    QCOMPARE(attempts.size(), 1);
    QVERIFY(attempts[0].id > 0);
    QCOMPARE(attempts[0].response->body, QByteArray("hi"));
    QCOMPARE(attempts[0].signing, u"as-received"_s);
    QCOMPARE(attempts[0].secret, QString());
}

void TstResendRun::signsWithTheSecretThatVerified()
{
    (*m_live)->useSecrets(
        u"/"_s, {smile::secret(u"other"_s, "another-secret"), smile::secret(u"primary"_s)});
    const Target target({.answer = ok, .bodySize = body.size()});
    ResendPlan wanted = plan(target, {1});
    wanted.signing = resend::Signing::Now;
    const QList<Attempt> attempts = run(wanted);
    QCOMPARE(attempts.size(), 1);
    QCOMPARE(attempts[0].secret, u"primary"_s);
    QVERIFY(attempts[0].request);
    const auto verdict
        = signature::verify(*attempts[0].request, *(*m_live)->schemes().find(u"smile"),
                            {smile::secret(u"a"_s)}, attempts[0].sentAt);
    QCOMPARE(verdict.signature, signature::Signature::Verified);
}

// Of the deliveries' own endpoint, as it is now.
void TstResendRun::signsWhatTheEndpointKnows()
{
    (*m_live)->useEndpoints({{.path = u"/other"_s, .parameters = {{"app", "1"}}},
                             {.path = u"/"_s, .parameters = {{"app", "8PT"}}}});
    const capture::Delivery delivery = builders::delivery(body);
    const auto parameters = inspector::parametersOf(**m_live, delivery);
    QCOMPARE(parameters.size(), 1);
    QCOMPARE(parameters.value("app"), QByteArray("8PT"));
}

void TstResendRun::tellsWhatCannotBeSigned()
{
    const Target target({.answer = ok});
    ResendPlan wanted = plan(target, {1});
    wanted.signing = resend::Signing::Now;
    const QList<Attempt> attempts = run(wanted);
    QCOMPARE(attempts.size(), 1);
    QVERIFY(attempts[0].error && attempts[0].error->why.contains(u"no secret"));
    QCOMPARE(target.connections(), 0);
}

void TstResendRun::tellsWhatIsGone()
{
    const Target target({.answer = ok, .bodySize = body.size()});
    const QList<Attempt> attempts = run(plan(target, {77, 1}));
    QCOMPARE(attempts.size(), 2);
    QVERIFY(attempts[0].error);
    QVERIFY(attempts[1].response);
}

void TstResendRun::stopsAtTheFirstFailure()
{
    const Target target({.answer = no, .bodySize = body.size()});
    ResendPlan wanted = plan(target);
    wanted.stopsAtFailure = true;
    QCOMPARE(run(wanted).size(), 1);
    QCOMPARE(target.connections(), 1);
}

void TstResendRun::cancelsTheRestAndNotWhatIsUnderWay()
{
    const Target target({.answer = ok, .bodySize = body.size()});
    ResendRun run(**m_live, plan(target));
    QSignalSpy attempted(&run, &ResendRun::attempted);
    QSignalSpy finished(&run, &ResendRun::finished);
    connect(&run, &ResendRun::began, &run, [&run](qint64 id) {
        if (id == 2)
            run.cancelRest();
    });
    run.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(attempted.size(), 2);
    QCOMPARE(run.succeeded(), 2);
    QCOMPARE(run.cancelled(), 3);
    QCOMPARE(target.connections(), 2);
}

void TstResendRun::cancelsWhatIsUnderWay()
{
    const Target silent({.answer = {}, .bodySize = body.size()});
    ResendRun run(**m_live, plan(silent));
    QSignalSpy finished(&run, &ResendRun::finished);
    run.start();
    QTRY_COMPARE(silent.connections(), 1);
    run.cancelAll();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run.failedIds(), QList<qint64>({1}));
    QCOMPARE(run.cancelled(), 4);
}

void TstResendRun::waitsWhilePaused()
{
    const Target target({.answer = ok, .bodySize = body.size()});
    ResendRun run(**m_live, plan(target));
    QSignalSpy finished(&run, &ResendRun::finished);
    QSignalSpy attempted(&run, &ResendRun::attempted);
    run.setPaused(true);
    run.start();
    QSignalSpy fetched(&**m_live, &Inspector::fetched); // something else takes its turn
    (*m_live)->fetch(1);
    QVERIFY(fetched.wait());
    QCOMPARE(attempted.size(), 0);
    run.setPaused(false);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(attempted.size(), 5);
}

QTEST_GUILESS_MAIN(TstResendRun)
#include "tst_resendrun.moc"
