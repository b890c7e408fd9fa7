// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "support/rows.h"
#include "ui/messagebar.h"
#include "ui/messageframe.h"
#include "ui/notices.h"
#include "ui/plurals.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using inspector::Inspector;
using Kind = Message::Kind;

// What goes wrong, why, and what can be done: each situation has the three.
class TstNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void init();
    void cleanup();
    void namesWhoHoldsThePort();
    void saysWhereItStillListens();
    void offersAPortWithoutAdministratorRights();
    void offersTheWayOutThatFitsTheListener_data();
    void offersTheWayOutThatFitsTheListener();
    void saysThatNothingComesWithoutThePassword();
    void offersTheWayOutThatFitsTheStore_data();
    void offersTheWayOutThatFitsTheStore();
    void namesTheStoreThatIsDamaged();
    void triesTheStoreAgainWhenAsked();
    void leadsToTheLimitThatABodyBroke();
    void saysOnceThatTheClocksDisagree();
    void tellsALockedKeyringFromNone();
    void warnsWhenOthersCanReachIt();
    void warnsOfARestriction();
    void isRedWhileWebhooksAreRefused();
    void forgetsWhatFailedOnceItCanWrite();
    void offersWaysOutOfAStoreThatDoesNotOpen();
    void saysThatNothingGoesIntoAReadOnlyStore();
    void saysOnceThatTheStoreIsFull();
    void saysOnceThatMarkedOnesAloneFillTheStore();
    void saysHowLongSecretsAreKept();
    void tellsOnceOfSendersThatFail_data();
    void tellsOnceOfSendersThatFail();
    void tellsOfEachWayInWhichAHandshakeFails();
    void tellsSmilesPingFromAnybodys_data();
    void tellsSmilesPingFromAnybodys();
    void saysThatItCannotKeepUp();
    void saysWhatWasExported();
    void saysWhatWasImported();
    void namesAFolderAmongWhatWasImported();
    void saysWhyNothingWasImported();
    void tellsOfATargetUntilItIsBack();
    void leadsToATargetWhoseAuthorityCannotBeUsed();
    void offersAnotherTargetForWhatIsStranded();

private:
    MessageFrame *frame(const QString &key) const;
    Message message(const QString &key) const;
    void press(const QString &key, const QString &label) const;

    Plurals m_plurals;
    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<MessageBar> m_bar;
    Notices *m_notices = nullptr;
};

void TstNotices::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    m_bar = std::make_unique<MessageBar>();
    m_notices = new Notices(**m_live, *m_bar);
}

void TstNotices::cleanup()
{
    m_bar.reset();
    m_live.reset();
}

MessageFrame *TstNotices::frame(const QString &key) const
{
    MessageFrame *newest = nullptr; // it may be folded behind another
    for (auto *frame : m_bar->findChildren<MessageFrame *>()) {
        if (frame->message().key == key && m_bar->has(key))
            newest = frame;
    }
    return newest;
}

Message TstNotices::message(const QString &key) const
{
    return frame(key) ? frame(key)->message() : Message();
}

void TstNotices::press(const QString &key, const QString &label) const
{
    for (auto *button : frame(key)->findChildren<QPushButton *>()) {
        if (button->text() == label)
            return button->click();
    }
    QFAIL(qPrintable(label));
}

void TstNotices::namesWhoHoldsThePort()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const inspector::Settings settings{.port = holder.serverPort()};
    m_notices->setSettings(settings);
    QSignalSpy failed(&**m_live, &Inspector::listenFailed);
    (*m_live)->listen(settings);
    QVERIFY(failed.wait());
    const Message told = message(u"listen"_s);
    QCOMPARE(told.kind, Kind::Error);
    QCOMPARE(told.title, u"Port %1 is used by another program"_s.arg(holder.serverPort()));
    QVERIFY2(told.text.contains(
                 u"(process %1) holds the port."_s.arg(QCoreApplication::applicationPid())),
             qPrintable(told.text));
    QVERIFY(!told.details.isEmpty());
    QSignalSpy wanted(m_notices, &Notices::listenWanted);
    const quint16 other = failed.first().at(1).value<quint16>();
    press(u"listen"_s, u"Listen on %1"_s.arg(other));
    QCOMPARE(wanted.first().first().value<inspector::Settings>().port, other);
    QVERIFY(!frame(u"listen"_s));
}

void TstNotices::saysWhereItStillListens()
{
    QVERIFY(m_live->listen());
    const quint16 port = (*m_live)->listening()->port;
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    m_notices->setSettings({.port = holder.serverPort()});
    QSignalSpy failed(&**m_live, &Inspector::listenFailed);
    (*m_live)->listen({.port = holder.serverPort()});
    QVERIFY(failed.wait());
    const QString still
        = u"Still listening on 127.0.0.1, port %1; the change was not kept."_s.arg(port);
    QVERIFY2(message(u"listen"_s).text.startsWith(still), qPrintable(message(u"listen"_s).text));
    QSignalSpy wanted(m_notices, &Notices::listenWanted);
    press(u"listen"_s, u"Retry"_s);
    QCOMPARE(wanted.first().first().value<inspector::Settings>().port, holder.serverPort());
    m_notices->setSettings({.address = u"192.0.2.1"_s, .port = port});
    Q_EMIT(*m_live)->listenFailed({core::ErrorKind::NoSuchAddress, u"Cannot."_s, u"No."_s}, 0);
    QCOMPARE(message(u"listen"_s).text, u"This computer has no such address now. "_s + still);
    m_notices->tellAddressGone(u"127.0.0.1"_s); // which was in use, unlike the one before
    press(u"listen"_s, u"Retry"_s);
    QCOMPARE(wanted.last().first().value<inspector::Settings>().address, u"127.0.0.1"_s);
}

void TstNotices::offersAPortWithoutAdministratorRights()
{
    m_notices->setSettings({.port = 443});
    Q_EMIT(*m_live)->listenFailed({core::ErrorKind::Forbidden, u"Cannot listen."_s, u"No."_s}, 0);
    QCOMPARE(message(u"listen"_s).title, u"Port 443 needs administrator rights"_s);
    QSignalSpy wanted(m_notices, &Notices::listenWanted);
    press(u"listen"_s, u"Use 8443"_s);
    QCOMPARE(wanted.first().first().value<inspector::Settings>().port, quint16(8443));
}

static QString mainChoice(const Message &message)
{
    for (const Message::Choice &choice : message.choices) {
        if (choice.main)
            return choice.label;
    }
    return {};
}

void TstNotices::offersTheWayOutThatFitsTheListener_data()
{
    using core::ErrorKind;
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("own");
    QTest::addColumn<QString>("choice");
    QTest::newRow("own certificate with a password")
        << ErrorKind::PasswordNeeded << true << u"Enter password…"_s;
    QTest::newRow("own certificate, expired") << ErrorKind::Expired << true << u"Choose another…"_s;
    QTest::newRow("own certificate without its key")
        << ErrorKind::Unusable << true << u"Choose another…"_s;
    QTest::newRow("local certificate, unreadable")
        << ErrorKind::Unusable << false << u"Make a new one"_s;
    QTest::newRow("local authority, expired") << ErrorKind::Expired << false << u"Make a new one"_s;
    QTest::newRow("address gone") << ErrorKind::NoSuchAddress << false << u"Listen on localhost"_s;
    QTest::newRow("something else") << ErrorKind::Environment << false << u"Retry"_s;
}

void TstNotices::offersTheWayOutThatFitsTheListener()
{
    QFETCH(core::ErrorKind, kind);
    QFETCH(bool, own);
    inspector::Settings settings{.port = 8443};
    settings.certificateFile = own ? u"own.p12"_s : QString();
    m_notices->setSettings(settings);
    Q_EMIT(*m_live)->listenFailed({kind, u"Cannot listen."_s, u"It is so."_s}, 0);
    QTEST(mainChoice(message(u"listen"_s)), "choice");
    QVERIFY(!message(u"listen"_s).text.isEmpty());
}

void TstNotices::saysThatNothingComesWithoutThePassword()
{
    m_notices->setSettings({.port = 8443, .certificateFile = u"own.p12"_s});
    Q_EMIT(*m_live)->listenFailed(
        {core::ErrorKind::PasswordNeeded, u"Cannot read own.p12."_s, u"It needs its password."_s},
        0);
    const Message told = message(u"listen"_s);
    QCOMPARE(told.title, u"The certificate's key is locked"_s);
    QVERIFY2(
        told.text.startsWith(u"It needs its password. Nothing is received until you enter it."_s),
        qPrintable(told.text));
}

void TstNotices::offersTheWayOutThatFitsTheStore_data()
{
    using core::ErrorKind;
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("choice");
    QTest::newRow("damaged") << ErrorKind::Damaged << u"Open what is readable"_s;
    QTest::newRow("of a newer version") << ErrorKind::Newer << u"Open read-only"_s;
    QTest::newRow("in use") << ErrorKind::InUse << u"Retry"_s;
    QTest::newRow("on a read-only disk") << ErrorKind::Forbidden << u"Open read-only"_s;
    QTest::newRow("something else") << ErrorKind::Environment << u"Retry"_s;
}

void TstNotices::offersTheWayOutThatFitsTheStore()
{
    QFETCH(core::ErrorKind, kind);
    Q_EMIT(*m_live)->openFailed({kind, u"Cannot open it."_s, u"It is so."_s});
    QTEST(mainChoice(message(u"open"_s)), "choice");
}

// The one that was to be opened, or the one that is open, whatever was asked for last.
void TstNotices::namesTheStoreThatIsDamaged()
{
    QVERIFY(m_live->open());
    const core::Error error{core::ErrorKind::Damaged, u"Cannot do it."_s, u"It is so."_s};
    const QString other = m_live->path(u"other.hookglass"_s);
    QSignalSpy wanted(m_notices, &Notices::rescueWanted);
    m_notices->setStoreFile(other);
    Q_EMIT(*m_live)->openFailed(error);
    QCOMPARE(message(u"open"_s).title, u"The store other.hookglass is damaged"_s);
    press(u"open"_s, u"Open what is readable"_s);
    QCOMPARE(wanted.last().first().toString(), other);
    Q_EMIT(*m_live)->failed(error);
    const QString open = (*m_live)->store()->path;
    QCOMPARE(message(u"open"_s).title,
             u"The store %1 is damaged"_s.arg(QFileInfo(open).fileName()));
    press(u"open"_s, u"Open what is readable"_s);
    QCOMPARE(wanted.last().first().toString(), open);
}

void TstNotices::triesTheStoreAgainWhenAsked()
{
    QVERIFY(m_live->open());
    Q_EMIT(*m_live)->storeFailed(
        {core::ErrorKind::Environment, u"Cannot write."_s, u"The disk is full."_s});
    QSignalSpy elsewhere(m_notices, &Notices::newStoreWanted);
    QCOMPARE(mainChoice(message(u"store"_s)), u"Try again"_s);
    press(u"store"_s, u"Save elsewhere…"_s);
    QCOMPARE(elsewhere.size(), 1);
}

void TstNotices::leadsToTheLimitThatABodyBroke()
{
    capture::Summary row = rows::row(7);
    row.rejection = capture::Reason::BodyTooLarge;
    row.text = u"The body is larger than the limit."_s;
    m_notices->watchArrivals({row, row});
    QSignalSpy limits(m_notices, &Notices::limitsWanted);
    press(u"large"_s, u"Raise limit…"_s);
    QCOMPARE(limits.size(), 1);
}

void TstNotices::saysOnceThatTheClocksDisagree()
{
    QList<capture::Summary> off;
    for (int i = 0; i < ClockWatch::watched; ++i) {
        off.append(rows::row(i + 1));
        off.last().receivedAt = (1'795'428'000LL + i) * 1'000'000;
        off.last().ageSeconds = -370;
    }
    m_notices->watchArrivals(off);
    QVERIFY(message(u"clock"_s).title.contains(u"about 6 min behind"_s));
    m_bar->dismiss(u"clock"_s);
    m_notices->watchArrivals(off);
    QVERIFY(!frame(u"clock"_s));
    for (capture::Summary &row : off)
        row.ageSeconds = 0;
    m_notices->watchArrivals(off);
    for (capture::Summary &row : off)
        row.ageSeconds = -370;
    m_notices->watchArrivals(off);
    QVERIFY(frame(u"clock"_s)); // it went wrong anew
}

void TstNotices::tellsALockedKeyringFromNone()
{
    Q_EMIT(*m_live)->keychainUnavailable(u"No keyring service found."_s, false);
    QVERIFY(message(u"keychain"_s).choices.isEmpty());
    Q_EMIT(*m_live)->keychainUnavailable(u"The system keyring is locked."_s, true);
    QSignalSpy recall(m_notices, &Notices::recallWanted);
    QCOMPARE(message(u"keychain"_s).title, u"The system keyring is locked"_s);
    press(u"keychain"_s, u"Unlock…"_s);
    QCOMPARE(recall.size(), 1);
}

void TstNotices::warnsWhenOthersCanReachIt()
{
    Q_EMIT(*m_live)->listeningStarted({.address = u"127.0.0.1"_s, .port = 8443});
    QVERIFY(!frame(u"public"_s));
    Q_EMIT(*m_live)->listeningStarted({.address = u"192.168.1.20"_s, .port = 8443});
    QCOMPARE(message(u"public"_s).kind, Kind::Warning);
    QVERIFY(message(u"public"_s).text.contains(u"192.168.1.20"_s));
    Q_EMIT(*m_live)->listeningStopped();
    QVERIFY(!frame(u"public"_s));
}

void TstNotices::warnsOfARestriction()
{
    Q_EMIT(*m_live)->listeningStarted(
        {.address = u"127.0.0.1"_s, .port = 1, .warning = u"There is no IPv6."_s});
    QCOMPARE(message(u"listen"_s).text, u"There is no IPv6."_s);
}

void TstNotices::isRedWhileWebhooksAreRefused()
{
    Q_EMIT(*m_live)->storeFailed(
        {core::ErrorKind::Environment, u"Cannot write."_s, u"It is read-only."_s});
    const Message told = message(u"store"_s);
    QCOMPARE(told.kind, Kind::Error);
    QVERIFY2(told.title.contains(u"503"_s), qPrintable(told.title));
    QVERIFY2(told.text.contains(u"Nothing answered with 2xx is lost."_s), qPrintable(told.text));
    QVERIFY(!told.closable);
    Q_EMIT(*m_live)->storeRecovered();
    QCOMPARE(message(u"store"_s).kind, Kind::Success);
}

void TstNotices::forgetsWhatFailedOnceItCanWrite()
{
    Q_EMIT(*m_live)->failed({.what = u"It was not cleared."_s, .why = u"The disk is full."_s});
    QCOMPARE(message(u"failed"_s).title, u"It was not cleared."_s);
    Q_EMIT(*m_live)->storeRecovered();
    QVERIFY(!frame(u"failed"_s));
    QVERIFY(!frame(u"store"_s)); // no webhook was refused
}

void TstNotices::offersWaysOutOfAStoreThatDoesNotOpen()
{
    QFile damaged(m_live->path(u"damaged.hookglass"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("this is no store") > 0);
    damaged.close();
    QSignalSpy failed(&**m_live, &Inspector::openFailed);
    (*m_live)->open(damaged.fileName());
    QVERIFY(failed.wait());
    const Message told = message(u"open"_s);
    QCOMPARE(told.kind, Kind::Error);
    QVERIFY(!told.text.isEmpty());
    QVERIFY(!told.choices.isEmpty());
    QVERIFY(m_live->open()); // another one
    QVERIFY(!frame(u"open"_s));
}

void TstNotices::saysThatNothingGoesIntoAReadOnlyStore()
{
    QVERIFY(m_live->open());
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"test.hookglass"_s), true);
    QVERIFY(opened.wait());
    QCOMPARE(message(u"open"_s).title, u"The store is open read-only"_s);
}

// Age and number are limited by whoever wants to see them go.
void TstNotices::saysOnceThatTheStoreIsFull()
{
    QVERIFY(m_live->open() && m_live->listen());
    qsizetype answers = 0;
    const QObject here;
    connect(&**m_live, &Inspector::answered, &here,
            [&answers](const QList<capture::Answer> &some) { answers += some.size(); });
    QVERIFY(m_live->ping() && m_live->ping());
    QTRY_COMPARE(answers, 2); // what waits for its answer stays
    QSignalSpy trimmed(&**m_live, &Inspector::trimmed);
    (*m_live)->setRetention({.count = 1});
    QVERIFY(trimmed.wait());
    QVERIFY(!frame(u"limit"_s));
    (*m_live)->setRetention({.bytes = 1024});
    QTRY_VERIFY(frame(u"limit"_s));
    QCOMPARE(message(u"limit"_s).title, u"The store reached 1.0 KB"_s);
    QSignalSpy storage(m_notices, &Notices::storageWanted);
    press(u"limit"_s, u"Raise limit…"_s);
    QCOMPARE(storage.size(), 1);
    (*m_live)->setRetention({});
    QTRY_VERIFY(!frame(u"limit"_s));
}

void TstNotices::saysOnceThatMarkedOnesAloneFillTheStore()
{
    using capture::Excess;
    QVERIFY(m_live->open());
    Inspector &inspector = **m_live;
    m_notices->watchArrivals(rows::several(1, 9));
    Q_EMIT inspector.trimmed({1, 2}, Excess::Size);
    QVERIFY(message(u"limit"_s).title.startsWith(u"The store reached "_s));
    m_notices->watchArrivals(rows::several(10, 10));
    Q_EMIT inspector.trimmed({3, 10}, Excess::Age);
    QVERIFY(message(u"limit"_s).title.startsWith(u"The store reached "_s));
    Q_EMIT inspector.trimmed({10}, Excess::Size);
    QCOMPARE(message(u"limit"_s).title, u"New webhooks are removed at once"_s);
    m_bar->dismiss(u"limit"_s);
    m_notices->watchArrivals(rows::several(11, 11));
    Q_EMIT inspector.trimmed({11}, Excess::Size);
    QVERIFY(!frame(u"limit"_s)); // it was said
    QSignalSpy changed(&inspector, &Inspector::retentionChanged);
    inspector.setRetention({.bytes = 1024});
    QVERIFY(changed.wait());
    m_notices->watchArrivals(rows::several(12, 12));
    Q_EMIT inspector.trimmed({12}, Excess::Size);
    QCOMPARE(message(u"limit"_s).text,
             u"What stays in any case, as marked webhooks do, takes more than the limit of 1.0 KB "
             "alone."_s);
    QSignalSpy storage(m_notices, &Notices::storageWanted);
    press(u"limit"_s, u"Raise limit…"_s);
    QCOMPARE(storage.size(), 1);
    m_notices->watchArrivals(rows::several(13, 14));
    Q_EMIT inspector.trimmed({13}, Excess::Size);
    QVERIFY(!frame(u"limit"_s)); // the newest one stays again
}

void TstNotices::saysHowLongSecretsAreKept()
{
    QVERIFY(m_live->open());
    QByteArray bytes("abcdefghijklmnop");
    (*m_live)->addSecret(u"/"_s, signature::Secret::take(u"a"_s, bytes), true);
    QTRY_VERIFY(frame(u"keychain"_s));
    QCOMPARE(message(u"keychain"_s).text, u"Secrets are kept until you close the app."_s);
}

void TstNotices::tellsOnceOfSendersThatFail_data()
{
    QTest::addColumn<capture::Reason>("reason");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("title");
    QTest::newRow("TLS") << capture::Reason::TlsHandshake << u"certificate"_s
                         << u"A TLS handshake failed"_s;
    QTest::newRow("plain HTTP") << capture::Reason::PlainHttp << u"plain"_s
                                << u"A sender used http:// instead of https://"_s;
}

void TstNotices::tellsOnceOfSendersThatFail()
{
    QFETCH(capture::Reason, reason);
    QFETCH(QString, key);
    capture::Summary row = rows::row(1);
    row.rejection = reason;
    row.peer = u"34.192.18.4"_s;
    row.text = u"34.192.18.4 does not know the local CA (unknown_ca)."_s;
    m_notices->watchArrivals({row});
    QTEST(message(key).title, "title");
    QVERIFY(message(key).text.contains(u"34.192.18.4"_s));
    QVERIFY(!message(key).choices.isEmpty());
    m_bar->dismiss(key);
    m_notices->watchArrivals({row});
    QVERIFY(!frame(key));
}

// Trust is offered only where it helps.
void TstNotices::tellsOfEachWayInWhichAHandshakeFails()
{
    const auto fails = [this](qint64 id, const QString &why) {
        capture::Summary row = rows::row(id);
        row.rejection = capture::Reason::TlsHandshake;
        row.text = why;
        m_notices->watchArrivals({row});
    };
    fails(1, u"What the sender sent is neither TLS nor HTTP."_s);
    QCOMPARE(message(u"handshake"_s).choices.size(), 1);
    QSignalSpy wanted(m_notices, &Notices::rowWanted);
    press(u"handshake"_s, u"Show"_s);
    QCOMPARE(wanted.value(0), QVariantList{qint64(1)});
    QVERIFY(!frame(u"certificate"_s));
    fails(2, u"The sender does not know the local authority (unknown_ca)."_s);
    QSignalSpy trust(m_notices, &Notices::trustWanted);
    press(u"certificate"_s, u"Trust local CA…"_s);
    QCOMPARE(trust.size(), 1);
    m_bar->dismiss(u"handshake"_s);
    m_bar->dismiss(u"certificate"_s);
    fails(3, u"The sender does not know the local authority (unknown_ca)."_s);
    fails(4, u"What the sender sent is neither TLS nor HTTP."_s);
    QVERIFY(!frame(u"certificate"_s) && !frame(u"handshake"_s));
}

void TstNotices::tellsSmilesPingFromAnybodys_data()
{
    using signature::Signature;
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("title");
    QTest::addColumn<Kind>("kind");
    const QString smiles = u"Smile's ping arrived and was answered with 200."_s;
    QTest::newRow("verified") << Signature::Verified << u"smile"_s << smiles << Kind::Success;
    QTest::newRow("signed, and no secret yet")
        << Signature::NoSecret << u"smile"_s << smiles << Kind::Success;
    QTest::newRow("unsigned") << Signature::Unsigned << u"smile"_s
                              << u"A ping arrived that is not signed"_s << Kind::Warning;
    QTest::newRow("signed with another secret")
        << Signature::Invalid << u"smile"_s << u"A ping arrived whose signature is wrong"_s
        << Kind::Warning;
    QTest::newRow("another sender's")
        << Signature::Verified << u"github"_s
        << u"The first webhook arrived and was answered with 200."_s << Kind::Success;
}

void TstNotices::tellsSmilesPingFromAnybodys()
{
    QFETCH(signature::Signature, signature);
    QFETCH(QString, scheme);
    capture::Summary ping = rows::row(1, signature);
    ping.topic = u"ping"_s;
    ping.scheme = scheme;
    m_notices->greetFirst(ping);
    QTEST(message(u"first"_s).title, "title");
    QTEST(message(u"first"_s).kind, "kind");
    const bool subscribe = message(u"first"_s).text.contains(u"subscribe"_s);
    QCOMPARE(subscribe,
             message(u"first"_s).title.startsWith(u"Smile's"_s)
                 && signature == signature::Signature::Verified);
}

void TstNotices::saysThatItCannotKeepUp()
{
    m_notices->setOverloaded(true);
    QVERIFY(message(u"overload"_s).text.contains(u"All are stored."_s));
    m_notices->setOverloaded(false);
    QVERIFY(!frame(u"overload"_s));
}

void TstNotices::saysWhatWasExported()
{
    m_notices->tellExported(u"/tmp/a.jsonl"_s, 12);
    QCOMPARE(message(u"export"_s).kind, Kind::Success);
    QVERIFY(message(u"export"_s).title.startsWith(u"12 "_s));
    QSignalSpy folder(m_notices, &Notices::folderWanted);
    press(u"export"_s, u"Show in folder"_s);
    QCOMPARE(folder.first().first().toString(), u"/tmp/a.jsonl"_s);
}

void TstNotices::saysWhatWasImported()
{
    inspector::ImportSummary summary{.file = u"a.jsonl"_s, .deliveries = 5};
    Q_EMIT(*m_live)->importProgressed(summary);
    QVERIFY(message(u"import"_s).text.contains(u"a.jsonl"_s));
    QCOMPARE(message(u"import"_s).choices.first().label, u"Cancel"_s);
    Q_EMIT(*m_live)->imported(summary);
    QCOMPARE(message(u"import"_s).kind, Kind::Success);
    QVERIFY(message(u"import"_s).choices.isEmpty());
    summary.wrong = 1;
    summary.named = QStringList{u"a.jsonl, line 2: It is no JSON."_s};
    Q_EMIT(*m_live)->imported(summary);
    QCOMPARE(message(u"import"_s).kind, Kind::Warning);
    QCOMPARE(message(u"import"_s).details, u"a.jsonl, line 2: It is no JSON."_s);
    summary.wrong = 0;
    summary.files = QStringList{u"a.png"_s, u"b.txt"_s};
    Q_EMIT(*m_live)->imported(summary);
    QCOMPARE(message(u"import"_s).kind, Kind::Warning);
    QCOMPARE(message(u"import"_s).text, u"2 files could not be read: a.png, b.txt."_s);
    summary.files += QStringList{u"c.txt"_s, u"d.txt"_s, u"e.txt"_s};
    Q_EMIT(*m_live)->imported(summary);
    QCOMPARE(message(u"import"_s).text,
             u"5 files could not be read: a.png, b.txt, c.txt and 2 more."_s);
}

void TstNotices::namesAFolderAmongWhatWasImported()
{
    QVERIFY(m_live->open());
    const QString file = m_live->path(u"a.http"_s);
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly)
            && made.write("POST / HTTP/1.1\r\nHost: a\r\n\r\n") > 0);
    made.close();
    const QString folder = m_live->path(u"folder"_s);
    QVERIFY(QDir().mkpath(folder));
    QSignalSpy imported(&**m_live, &inspector::Inspector::imported);
    (*m_live)->importFiles({file, folder});
    QVERIFY(!imported.isEmpty() || imported.wait());
    QVERIFY2(message(u"import"_s).text.contains(u"1 file could not be read: folder."_s),
             qPrintable(message(u"import"_s).text));
    QCOMPARE(message(u"import"_s).details, u"Cannot read %1. It is a folder."_s.arg(folder));
}

void TstNotices::saysWhyNothingWasImported()
{
    inspector::ImportSummary summary{.file = u"a.png"_s};
    summary.named = QStringList{u"Cannot read a.png. It is none of the kinds that are read."_s};
    summary.broken = true;
    Q_EMIT(*m_live)->imported(summary);
    QCOMPARE(message(u"import"_s).title, u"Nothing was imported"_s);
    QCOMPARE(message(u"import"_s).text, summary.named.first());
}

void TstNotices::tellsOfATargetUntilItIsBack()
{
    const QString key = u"forward http://localhost:3000"_s;
    Q_EMIT(*m_live)->forwardFailed(u"http://localhost:3000"_s,
                                   {.what = u"Webhooks wait."_s, .why = u"It is down."_s});
    QCOMPARE(message(key).kind, Kind::Warning);
    QCOMPARE(message(key).title, u"Webhooks wait."_s);
    QVERIFY(message(key).text.startsWith(u"It is down. "_s));
    Q_EMIT(*m_live)->forwardRecovered(u"http://localhost:3001"_s);
    QVERIFY(frame(key));
    Q_EMIT(*m_live)->forwardRecovered(u"http://localhost:3000"_s);
    QVERIFY(!frame(key));
}

void TstNotices::leadsToATargetWhoseAuthorityCannotBeUsed()
{
    const QString target = u"https://localhost:3000"_s;
    const QString key = u"forward "_s + target;
    QVERIFY(m_live->open());
    (*m_live)->setEndpoints(
        {{.path = u"/a"_s}, {.path = u"/b"_s, .rules = {.forwards = {{.target = target}}}}});
    QSignalSpy wanted(m_notices, &Notices::forwardsWanted);
    Q_EMIT(*m_live)->forwardFailed(target, {.what = u"Webhooks wait."_s, .why = u"It is down."_s});
    QVERIFY(message(key).choices.isEmpty()); // It may come back.
    Q_EMIT(*m_live)->forwardFailed(target,
                                   {.kind = core::ErrorKind::Unusable,
                                    .what = u"Webhooks wait."_s,
                                    .why = u"It holds no certificate."_s});
    QCOMPARE(message(key).text, u"It holds no certificate."_s);
    press(key, u"Send on to…"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"/b"_s);
}

void TstNotices::offersAnotherTargetForWhatIsStranded()
{
    using Forwards = QList<capture::ForwardRule>;
    const auto sendTo = [this](const Forwards &forwards) {
        (*m_live)->setEndpoints({{.rules = {.forwards = forwards}}});
    };
    const QString gone = u"http://127.0.0.1:1"_s;
    const QString key = u"stranded / "_s + gone;
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
    sendTo({{.target = gone}});
    QVERIFY(m_live->ping());
    QTRY_COMPARE((*m_live)->waitingForwards().size(), 1);
    sendTo({{.target = gone, .enabled = false}});
    QTRY_COMPARE((*m_live)->strandedForwards().size(), 1);
    QVERIFY(!frame(key)); // It is still a target, switched off.
    sendTo({{.target = u"http://127.0.0.1:2/hook"_s},
            {.target = u"http://127.0.0.1:3"_s, .enabled = false}});
    QTRY_VERIFY(frame(key));
    QCOMPARE(message(key).title, u"A webhook waits for a target that is gone"_s);
    QVERIFY2(message(key).text.contains(gone), qPrintable(message(key).text));
    QCOMPARE(message(key).choices.size(), 2);
    QCOMPARE(message(key).choices.first().label, u"Drop it"_s);
    press(key, u"Send to 127.0.0.1:2/hook"_s);
    QTRY_COMPARE((*m_live)->waitingForwards().value(0).target, u"http://127.0.0.1:2/hook"_s);
    QVERIFY(!frame(key));
}

QTEST_MAIN(TstNotices)
#include "tst_notices.moc"
