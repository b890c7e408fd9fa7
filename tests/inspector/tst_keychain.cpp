// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/keychain.h"
#include "inspector/keyringlock.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace inspector;

// What QtKeychain asks of KDE's wallet, kept in memory. Runs in a process of its own, since some of
// the questions block the one who asks.
class FakeWallet : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")

public:
    explicit FakeWallet(bool denies)
        : m_denies(denies)
    {
    }

public Q_SLOTS:
    QString networkWallet() { return u"wallet"_s; }
    int open(const QString &, qlonglong, const QString &) { return m_denies ? -1 : 1; }
    int entryType(int, const QString &folder, const QString &key, const QString &)
    {
        return m_entries.contains({folder, key}) ? 2 : 0;
    }
    QByteArray readEntry(int, const QString &folder, const QString &key, const QString &)
    {
        return m_entries.value({folder, key});
    }
    int writeEntry(int, const QString &folder, const QString &key, const QByteArray &value,
                   const QString &)
    {
        m_entries.insert({folder, key}, value);
        return 0;
    }
    int removeEntry(int, const QString &folder, const QString &key, const QString &)
    {
        m_entries.remove({folder, key});
        return 0;
    }

private:
    bool m_denies = false;
    QMap<std::pair<QString, QString>, QByteArray> m_entries;
};

// A desktop's Secret Service that has no collection yet: somebody closed the window in which it
// would have been created.
class EmptyService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")
};

// A desktop's Secret Service whose collection is locked.
class LockedCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked READ isLocked CONSTANT)

public:
    static bool isLocked() { return true; }
};

namespace
{

const auto storeId = u"5d0a4c88-77aa-4e11-9f2c-7b1e00000001"_s;

signature::SecretPtr secret(const QString &label, const QByteArray &bytes)
{
    QByteArray taken(bytes.constData(), bytes.size());
    return signature::Secret::take(label, taken);
}

int runWallet(int argc, char **argv, const QString &mode)
{
    const QCoreApplication app(argc, argv);
    FakeWallet wallet(mode == u"--denying"_s);
    LockedCollection collection;
    EmptyService empty;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.registerObject(u"/modules/kwalletd5"_s, &wallet, QDBusConnection::ExportAllSlots)
        || !bus.registerService(u"org.kde.kwalletd5"_s))
        return 1;
    if (mode == u"--locked"_s
        && (!bus.registerObject(u"/org/freedesktop/secrets/aliases/default"_s, &collection,
                                QDBusConnection::ExportAllProperties)
            || !bus.registerService(u"org.freedesktop.secrets"_s)))
        return 1;
    if (mode == u"--empty"_s
        && (!bus.registerObject(u"/org/freedesktop/secrets"_s, &empty,
                                QDBusConnection::ExportAllProperties)
            || !bus.registerService(u"org.freedesktop.secrets"_s)))
        return 1;
    // Not before it answers: QtKeychain waits half a second, and remembers that for good.
    QTimer::singleShot(0, &app, [] {
        std::puts("ready");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

} // namespace

class TstKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void keepsKeysApart_data();
    void keepsKeysApart();
    void saysThatThereIsNoService();
    void tellsTheStatesOfAKeyringApart_data();
    void tellsTheStatesOfAKeyringApart();
    void saysThatTheKeyringRefuses();
    void saysThatTheKeyringIsLocked();
    void givesBackWhatItStored_data();
    void givesBackWhatItStored();
    void readsManyAndNamesTheMissing();
    void stopsReadingWhenThereIsNoService();
    void readsNothingAtOnce();
    void removesAnEntry();
    void takesAMissingEntryForRemoved();
    void keepsStoresApart();
    void storesThoughItIsGone();

private:
    void startWallet(const QString &mode);
    void store(Keychain &keychain, const QString &endpoint, const signature::SecretPtr &secret);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_wallet;
};

void TstKeychain::initTestCase()
{
    const auto daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (daemon.isEmpty())
        QSKIP("dbus-daemon is not installed.");
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write("<busconfig><type>session</type><listen>unix:tmpdir="
                        + m_folder.path().toUtf8()
                        + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                          "<allow send_destination=\"*\"/><allow eavesdrop=\"false\"/>"
                          "<allow own=\"*\"/></policy></busconfig>");
    configuration.close();
    m_bus.start(
        daemon,
        {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + configuration.fileName()});
    QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    // QtKeychain chooses its backend at the first use, by what runs then.
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    QSignalSpy missing(&keychain, &Keychain::missing);
    keychain.read({{u"/"_s, u"never"_s}});
    QVERIFY(missing.wait());
}

void TstKeychain::cleanup()
{
    if (m_wallet.state() == QProcess::NotRunning)
        return;
    m_wallet.terminate();
    QVERIFY(m_wallet.waitForFinished());
}

void TstKeychain::cleanupTestCase()
{
    m_bus.terminate();
    m_bus.waitForFinished();
}

void TstKeychain::startWallet(const QString &mode)
{
    m_wallet.start(QCoreApplication::applicationFilePath(), {mode});
    QVERIFY(m_wallet.waitForReadyRead());
    QCOMPARE(m_wallet.readLine(), "ready\n");
}

void TstKeychain::store(Keychain &keychain, const QString &endpoint,
                        const signature::SecretPtr &secret)
{
    QSignalSpy stored(&keychain, &Keychain::stored);
    keychain.store(endpoint, secret);
    QVERIFY(stored.wait());
    QCOMPARE(stored.first(), QVariantList({endpoint, secret->label()}));
}

void TstKeychain::keepsKeysApart_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("key");
    QTest::newRow("default endpoint") << u"/"_s << u"Dev store"_s << u"id///Dev store"_s;
    QTest::newRow("longer path") << u"/a/b"_s << u"c"_s << u"id//a/b/c"_s;
    QTest::newRow("slash in the label") << u"/a"_s << u"b/c"_s << u"id//a/b%2Fc"_s;
    QTest::newRow("escape in the label") << u"/a"_s << u"b%2Fc"_s << u"id//a/b%252Fc"_s;
}

void TstKeychain::keepsKeysApart()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, label);
    QTEST(keychainKey(u"id"_s, endpoint, label), "key");
}

void TstKeychain::saysThatThereIsNoService()
{
    Keychain keychain(storeId);
    QSignalSpy unavailable(&keychain, &Keychain::unavailable);
    QSignalSpy stored(&keychain, &Keychain::stored);
    keychain.store(u"/"_s, secret(u"primary"_s, "abcdefghijkl"));
    QVERIFY(unavailable.wait());
    QCOMPARE(unavailable.first().first(), u"No keyring service found."_s);
    QCOMPARE(stored.size(), 0);
}

void TstKeychain::saysThatTheKeyringIsLocked()
{
    startWallet(u"--locked"_s);
    Keychain keychain(storeId);
    QSignalSpy unavailable(&keychain, &Keychain::unavailable);
    QSignalSpy missing(&keychain, &Keychain::missing);
    QSignalSpy finished(&keychain, &Keychain::readFinished);
    keychain.read({{u"/"_s, u"one"_s}, {u"/"_s, u"two"_s}});
    QVERIFY(finished.wait());
    QCOMPARE(unavailable.size(), 1);
    QCOMPARE(unavailable.first(), QVariantList({u"The system keyring is locked."_s, true}));
    QCOMPARE(missing.size(), 0);
}

void TstKeychain::tellsTheStatesOfAKeyringApart_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("keyring");
    QTest::newRow("another service") << u"--wallet"_s << int(Keyring::NoService);
    QTest::newRow("locked") << u"--locked"_s << int(Keyring::Locked);
    QTest::newRow("never created") << u"--empty"_s << int(Keyring::Missing);
}

void TstKeychain::tellsTheStatesOfAKeyringApart()
{
    QFETCH(QString, mode);
    startWallet(mode);
    std::optional<Keyring> told;
    inspector::askForKeyring(this, [&told](Keyring keyring) { told = keyring; });
    QTRY_VERIFY(told);
    QTEST(int(*told), "keyring");
}

void TstKeychain::saysThatTheKeyringRefuses()
{
    startWallet(u"--denying"_s);
    Keychain keychain(storeId);
    QSignalSpy unavailable(&keychain, &Keychain::unavailable);
    keychain.store(u"/"_s, secret(u"primary"_s, "abcdefghijkl"));
    QVERIFY(unavailable.wait());
    QCOMPARE(unavailable.first().first(), u"The system keyring refused access."_s);
}

void TstKeychain::givesBackWhatItStored_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("bytes");
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(char(byte));
    QTest::newRow("text") << u"Dev store"_s << QByteArrayLiteral("9f2c7b1e5d0a4c88");
    QTest::newRow("not ASCII") << u"Schlüssel"_s << QByteArrayLiteral("schlüsselwörterbuch");
    QTest::newRow("every byte") << u"all"_s << all;
    QTest::newRow("final line break") << u"feed"_s << QByteArrayLiteral("abcdefghijkl\n");
}

void TstKeychain::givesBackWhatItStored()
{
    QFETCH(QString, label);
    QFETCH(QByteArray, bytes);
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    store(keychain, u"/"_s, secret(label, bytes));
    QSignalSpy found(&keychain, &Keychain::found);
    keychain.read({{u"/"_s, label}});
    QVERIFY(found.wait());
    QCOMPARE(found.first().first(), u"/"_s);
    const auto held = found.first().at(1).value<signature::SecretPtr>();
    QCOMPARE(held->label(), label);
    QCOMPARE(held->bytes().toByteArray(), bytes);
}

void TstKeychain::readsManyAndNamesTheMissing()
{
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    store(keychain, u"/"_s, secret(u"one"_s, "111111111111"));
    store(keychain, u"/b"_s, secret(u"two"_s, "222222222222"));
    QSignalSpy found(&keychain, &Keychain::found);
    QSignalSpy missing(&keychain, &Keychain::missing);
    QSignalSpy finished(&keychain, &Keychain::readFinished);
    keychain.read({{u"/"_s, u"one"_s}, {u"/"_s, u"gone"_s}, {u"/b"_s, u"two"_s}});
    QVERIFY(finished.wait());
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(1).first(), u"/b"_s);
    QCOMPARE(missing, QList<QVariantList>({{u"/"_s, u"gone"_s}}));
}

void TstKeychain::stopsReadingWhenThereIsNoService()
{
    Keychain keychain(storeId);
    QSignalSpy unavailable(&keychain, &Keychain::unavailable);
    QSignalSpy finished(&keychain, &Keychain::readFinished);
    keychain.read({{u"/"_s, u"one"_s}, {u"/"_s, u"two"_s}, {u"/"_s, u"three"_s}});
    QVERIFY(finished.wait());
    QCOMPARE(unavailable.size(), 1);
}

void TstKeychain::readsNothingAtOnce()
{
    Keychain keychain(storeId);
    QSignalSpy finished(&keychain, &Keychain::readFinished);
    keychain.read({});
    QCOMPARE(finished.size(), 1);
}

void TstKeychain::removesAnEntry()
{
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    store(keychain, u"/"_s, secret(u"one"_s, "111111111111"));
    QSignalSpy removed(&keychain, &Keychain::removed);
    keychain.remove(u"/"_s, u"one"_s);
    QVERIFY(removed.wait());
    QCOMPARE(removed.first(), QVariantList({u"/"_s, u"one"_s}));
    QSignalSpy missing(&keychain, &Keychain::missing);
    keychain.read({{u"/"_s, u"one"_s}});
    QVERIFY(missing.wait());
}

void TstKeychain::takesAMissingEntryForRemoved()
{
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    QSignalSpy removed(&keychain, &Keychain::removed);
    keychain.remove(u"/"_s, u"never"_s);
    QVERIFY(removed.wait());
}

void TstKeychain::keepsStoresApart()
{
    startWallet(u"--wallet"_s);
    Keychain keychain(storeId);
    store(keychain, u"/"_s, secret(u"one"_s, "111111111111"));
    Keychain other(u"another-store"_s);
    QSignalSpy missing(&other, &Keychain::missing);
    other.read({{u"/"_s, u"one"_s}});
    QVERIFY(missing.wait());
}

// Another store was opened meanwhile.
void TstKeychain::storesThoughItIsGone()
{
    startWallet(u"--wallet"_s);
    {
        Keychain gone(storeId);
        gone.store(u"/"_s, secret(u"one"_s, "111111111111"));
    }
    Keychain keychain(storeId);
    const auto isThere = [&keychain] {
        QSignalSpy found(&keychain, &Keychain::found);
        QSignalSpy finished(&keychain, &Keychain::readFinished);
        keychain.read({{u"/"_s, u"one"_s}});
        return finished.wait() && found.size() == 1;
    };
    QTRY_VERIFY(isThere());
}

int main(int argc, char **argv)
{
    const QStringList modes{u"--wallet"_s, u"--denying"_s, u"--locked"_s, u"--empty"_s};
    if (argc == 2 && modes.contains(QString::fromUtf8(argv[1])))
        return runWallet(argc, argv, QString::fromUtf8(argv[1]));
    QCoreApplication app(argc, argv);
    TstKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
