// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/inspector.h"
#include "signature/catalogue.h"
#include "support/certificates.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;
using namespace Qt::Literals::StringLiterals;

// The whole program without a window: real store, real listener, real TLS.
class TstInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bringsAPingFromTheSocketToARow();
    void judgesAgainWhenASecretIsPasted();
    void keepsTheVerdictAtArrivalAsHistory();
    void judgesAgainWhenASecretIsForgotten();
    void renamesASecret();
    void triesASecretBeforeItIsAdded();
    void triesASecretOnWhatWasVerifiedWithOneThatIsGone();
    void showsEverythingAgainAfterARestart();
    void tellsEachRowOnceWhileItLoads();
    void marksNotesClearsAndRestores();
    void storesEndpoints();
    void refusesAStoreThatAnotherWrites();
    void saysWhenThePortIsTaken();
    void refusesACertificateThatIsNone();
    void asksForTheCertificatesPasswordOnce();
    void goesOnListeningWhenTheNewPortIsTaken();
    void keepsItsStoreWhenAnotherCannotBeOpened();
    void putsANewLocalCertificateInPlace();
    void staysWholeWhenItEndsUnderLoad();

private:
    void open();
    void listen();
    void ping();
    QString file() const { return m_folder->filePath(u"s.hookglass"_s); }
    Details details(qint64 id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Inspector> m_inspector;
    Places m_places;
};

static signature::SecretPtr secret(const QString &label, QByteArray bytes)
{
    return signature::Secret::take(label, bytes);
}

void TstInspector::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_places = {.dataFolder = m_folder->filePath(u"data"_s),
                .configFile = m_folder->filePath(u"config/hookglass.conf"_s)};
    open();
}

void TstInspector::cleanup() { m_inspector.reset(); }

void TstInspector::open()
{
    m_inspector.reset(); // Two writers at once would be refused.
    m_inspector = std::make_unique<Inspector>(m_places);
    QSignalSpy opened(m_inspector.get(), &Inspector::opened);
    m_inspector->open(file());
    QVERIFY(opened.wait());
}

void TstInspector::listen()
{
    QSignalSpy started(m_inspector.get(), &Inspector::listeningStarted);
    m_inspector->listen({.port = 0});
    QVERIFY(started.wait());
}

void TstInspector::ping()
{
    QSignalSpy pinged(m_inspector.get(), &Inspector::pinged);
    QSignalSpy answered(m_inspector.get(), &Inspector::answered);
    m_inspector->sendPing();
    QTRY_COMPARE(pinged.size(), 1);
    const auto attempt = pinged[0][0].value<capture::Attempt>();
    QVERIFY2(attempt.response, attempt.error ? qPrintable(core::describe(*attempt.error)) : "");
    QCOMPARE(attempt.response->status, 200);
    QTRY_COMPARE(answered.size(), 1);
}

Details TstInspector::details(qint64 id)
{
    QSignalSpy fetched(m_inspector.get(), &Inspector::fetched);
    m_inspector->fetch(id);
    if (!fetched.wait())
        return {};
    return fetched[0][0].value<Details>();
}

void TstInspector::bringsAPingFromTheSocketToARow()
{
    QSignalSpy stored(m_inspector.get(), &Inspector::stored);
    m_inspector->useSecrets(u"/"_s, {secret(u"Dev"_s, "abcdefghijkl")});
    listen();
    ping();
    QTRY_COMPARE(stored.size(), 1);
    const auto row = stored[0][0].value<QList<capture::Summary>>().first();
    QCOMPARE(row.id, 1);
    QCOMPARE(row.topic, u"ping"_s);
    QCOMPARE(row.signature, signature::Signature::Verified);
    QCOMPARE(row.freshness, signature::Freshness::Fresh);
    QCOMPARE(row.secret, u"Dev"_s);
    QVERIFY(row.test);
    const Details found = details(1);
    QVERIFY(found.delivery->test);
    QVERIFY(found.answer);
    QCOMPARE(found.answer->status, 200);
    QCOMPARE(found.delivery->tls->serverName.value_or(QByteArray()), "localhost");
}

void TstInspector::judgesAgainWhenASecretIsPasted()
{
    m_inspector->useSecrets(u"/"_s, {secret(u"Old"_s, "abcdefghijkl")});
    listen();
    ping();
    open(); // The secret was for that run only.
    QSignalSpy judged(m_inspector.get(), &Inspector::judged);
    QSignalSpy rejudged(m_inspector.get(), &Inspector::rejudged);
    m_inspector->addSecret(u"/"_s, secret(u"Wrong"_s, "mnopqrstuvwx"), false);
    QVERIFY(rejudged.wait());
    QCOMPARE(judged.last()[0].value<QList<capture::Judgement>>().first().verdict.signature,
             signature::Signature::Invalid);
    m_inspector->addSecret(u"/"_s, secret(u"Right"_s, "abcdefghijkl"), false);
    QVERIFY(rejudged.wait());
    const auto last = judged.last()[0].value<QList<capture::Judgement>>().first();
    QCOMPARE(last.verdict.signature, signature::Signature::Verified);
    QCOMPARE(last.verdict.secret, u"Right"_s);
    QCOMPARE(last.id, 1);
}

void TstInspector::keepsTheVerdictAtArrivalAsHistory()
{
    m_inspector->useSecrets(u"/"_s, {secret(u"Old"_s, "abcdefghijkl")});
    listen();
    ping();
    QSignalSpy rejudged(m_inspector.get(), &Inspector::rejudged);
    m_inspector->forgetSecret(u"/"_s, u"Old"_s);
    QVERIFY(rejudged.wait());
    const Details found = details(1);
    QCOMPARE(found.delivery->verdict.signature, signature::Signature::Verified);
    QCOMPARE(found.judgements.size(), 1);
    QCOMPARE(found.judgements[0].verdict.signature, signature::Signature::NoSecret);
}

void TstInspector::judgesAgainWhenASecretIsForgotten()
{
    QSignalSpy rejudged(m_inspector.get(), &Inspector::rejudged);
    m_inspector->addSecret(u"/"_s, secret(u"A"_s, "abcdefghijkl"), false);
    QVERIFY(rejudged.wait());
    QCOMPARE(m_inspector->secretFacts().size(), 1);
    m_inspector->forgetSecret(u"/"_s, u"A"_s);
    QVERIFY(rejudged.wait());
    QCOMPARE(m_inspector->secretFacts().size(), 0);
}

void TstInspector::renamesASecret()
{
    m_inspector->addSecret(u"/"_s, secret(u"A"_s, "abcdefghijkl"), false);
    m_inspector->renameSecret(u"/"_s, u"A"_s, u"B"_s);
    QCOMPARE(m_inspector->secretFacts().size(), 1);
    QCOMPARE(m_inspector->secretFacts()[0].label, u"B"_s);
    QCOMPARE(m_inspector->secretFacts()[0].lastFour, u"ijkl"_s);
    QCOMPARE(m_inspector->secrets(u"/"_s).front()->bytes(), "abcdefghijkl");
}

void TstInspector::triesASecretBeforeItIsAdded()
{
    m_inspector->useSecrets(u"/"_s, {secret(u"A"_s, "abcdefghijkl")});
    listen();
    ping();
    ping();
    QSignalSpy rejudged(m_inspector.get(), &Inspector::rejudged);
    m_inspector->forgetSecret(u"/"_s, u"A"_s);
    QVERIFY(rejudged.wait());
    QSignalSpy tested(m_inspector.get(), &Inspector::secretTested);
    m_inspector->testSecret(u"/"_s, secret(u"?"_s, "abcdefghijkl"), 7);
    m_inspector->testSecret(u"/"_s, secret(u"?"_s, "wrongwrongwr"), 8);
    QTRY_COMPARE(tested.size(), 2);
    QCOMPARE(tested[0], QVariantList({7, qint64(2), qint64(2)}));
    QCOMPARE(tested[1], QVariantList({8, qint64(0), qint64(2)}));
}

// As after a restart without a keyring.
void TstInspector::triesASecretOnWhatWasVerifiedWithOneThatIsGone()
{
    m_inspector->useSecrets(u"/"_s, {secret(u"A"_s, "abcdefghijkl")});
    listen();
    ping();
    ping();
    QSignalSpy tested(m_inspector.get(), &Inspector::secretTested);
    m_inspector->testSecret(u"/"_s, secret(u"?"_s, "abcdefghijkl"), 6);
    QTRY_COMPARE(tested.size(), 1);
    QCOMPARE(tested[0], QVariantList({6, qint64(0), qint64(0)})); // the one at hand fits
    open();
    QSignalSpy again(m_inspector.get(), &Inspector::secretTested);
    m_inspector->testSecret(u"/"_s, secret(u"?"_s, "abcdefghijkl"), 7);
    m_inspector->testSecret(u"/"_s, secret(u"?"_s, "wrongwrongwr"), 8);
    QTRY_COMPARE(again.size(), 2);
    QCOMPARE(again[0], QVariantList({7, qint64(2), qint64(2)}));
    QCOMPARE(again[1], QVariantList({8, qint64(0), qint64(2)}));
}

void TstInspector::showsEverythingAgainAfterARestart()
{
    listen();
    ping();
    m_inspector->mark({1}, true);
    m_inspector->setNote(1, u"look"_s);
    open();
    QSignalSpy loaded(m_inspector.get(), &Inspector::loaded);
    QSignalSpy finished(m_inspector.get(), &Inspector::loadFinished);
    m_inspector->load();
    QVERIFY(finished.wait());
    const auto rows = loaded[0][0].value<QList<capture::Summary>>();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].marked);
    QCOMPARE(rows[0].note, u"look"_s);
    QCOMPARE(rows[0].status, 200);
}

void TstInspector::tellsEachRowOnceWhileItLoads()
{
    listen();
    for (int i = 0; i < 3; ++i)
        ping();
    QList<qint64> ids;
    const auto take = [&ids](const QList<capture::Summary> &rows) {
        for (const capture::Summary &row : rows)
            ids.append(row.id);
    };
    connect(m_inspector.get(), &Inspector::loaded, this, take);
    connect(m_inspector.get(), &Inspector::stored, this, take);
    m_inspector->sendPing();
    m_inspector->load();
    m_inspector->sendPing();
    QTRY_COMPARE(ids.size(), 5);
    QCOMPARE(ids, QList<qint64>({1, 2, 3, 4, 5}));
    disconnect(m_inspector.get(), nullptr, this, nullptr);
}

void TstInspector::marksNotesClearsAndRestores()
{
    listen();
    ping();
    ping();
    QSignalSpy cleared(m_inspector.get(), &Inspector::cleared);
    QSignalSpy restored(m_inspector.get(), &Inspector::restored);
    QSignalSpy removed(m_inspector.get(), &Inspector::removed);
    m_inspector->mark({2}, true);
    m_inspector->clear(2, 1);
    QVERIFY(cleared.wait());
    QVERIFY(!details(1).delivery);
    QVERIFY(details(2).delivery);
    m_inspector->restore(1);
    QVERIFY(restored.wait());
    QVERIFY(details(1).delivery);
    m_inspector->remove({2}, 2);
    QVERIFY(removed.wait());
    QVERIFY(!details(2).delivery);
}

void TstInspector::storesEndpoints()
{
    const QList<capture::Endpoint> endpoints{
        {.path = u"/"_s, .scheme = u"smile"_s, .profile = {.status = 202}}};
    m_inspector->setEndpoints(endpoints);
    open();
    QCOMPARE(m_inspector->endpoints(), endpoints);
    QCOMPARE(m_inspector->store()->endpoints, endpoints);
}

void TstInspector::refusesAStoreThatAnotherWrites()
{
    Inspector second(m_places);
    QSignalSpy refused(&second, &Inspector::openFailed);
    second.open(file());
    QVERIFY(refused.wait());
    QVERIFY(refused[0][0].value<core::Error>().what.contains(u"in use"_s));
}

void TstInspector::saysWhenThePortIsTaken()
{
    listen();
    Inspector second(m_places);
    QSignalSpy refused(&second, &Inspector::listenFailed);
    second.listen({.port = m_inspector->listening()->port});
    QVERIFY(refused.wait());
    QVERIFY(refused[0][1].value<quint16>() != 0);
}

void TstInspector::refusesACertificateThatIsNone()
{
    QSignalSpy refused(m_inspector.get(), &Inspector::listenFailed);
    m_inspector->listen({.port = 0,
                         .certificateFile = m_folder->filePath(u"none.pem"_s),
                         .keyFile = m_folder->filePath(u"none.key"_s)});
    QVERIFY(refused.wait());
    QCOMPARE(refused[0][1].value<quint16>(), 0);
    listen();
}

void TstInspector::asksForTheCertificatesPasswordOnce()
{
    const support::Issued issued = support::issue();
    const QString bundle
        = support::write(m_folder->filePath(u"own.p12"_s), support::pkcs12(issued, "word"));
    const Settings settings{.port = 0, .certificateFile = bundle};
    QSignalSpy refused(m_inspector.get(), &Inspector::listenFailed);
    QSignalSpy started(m_inspector.get(), &Inspector::listeningStarted);
    m_inspector->listen(settings);
    QVERIFY(refused.wait());
    QCOMPARE(refused[0][0].value<core::Error>().kind, core::ErrorKind::PasswordNeeded);
    m_inspector->listen(settings, u"word"_s);
    QVERIFY(started.wait());
    m_inspector->listen(settings); // as after a pause, or with another port
    QVERIFY(started.wait());
    QCOMPARE(refused.size(), 1);
}

void TstInspector::goesOnListeningWhenTheNewPortIsTaken()
{
    listen();
    const quint16 port = m_inspector->listening()->port;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QSignalSpy refused(m_inspector.get(), &Inspector::listenFailed);
    m_inspector->listen({.port = other.serverPort()});
    QVERIFY(refused.wait());
    QVERIFY(m_inspector->listening());
    QCOMPARE(m_inspector->listening()->port, port);
    ping();
}

void TstInspector::keepsItsStoreWhenAnotherCannotBeOpened()
{
    QSignalSpy refused(m_inspector.get(), &Inspector::openFailed);
    m_inspector->open(m_folder->path());
    QVERIFY(refused.wait());
    QCOMPARE(m_inspector->store()->path, file());
    listen();
    ping();
}

void TstInspector::putsANewLocalCertificateInPlace()
{
    listen();
    const auto before = m_inspector->identity();
    QVERIFY(m_inspector->remakeCertificate());
    QSignalSpy started(m_inspector.get(), &Inspector::listeningStarted);
    m_inspector->listen({.port = 0});
    QVERIFY(started.wait());
    QVERIFY(m_inspector->identity()->chain != before->chain);
}

void TstInspector::staysWholeWhenItEndsUnderLoad()
{
    for (int round = 0; round < 100; ++round) {
        open();
        listen();
        for (int i = 0; i < round % 4; ++i)
            m_inspector->sendPing();
        if (round % 3 == 0)
            m_inspector->load();
        if (round % 5 == 0)
            m_inspector->rejudge(u"/"_s);
        if (round % 7 == 0)
            QTest::qWait(0);
        m_inspector.reset();
    }
    open();
    QVERIFY(m_inspector->store()->deliveries <= 150);
}

QTEST_GUILESS_MAIN(TstInspector)
#include "tst_inspector.moc"
