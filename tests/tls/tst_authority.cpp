// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "tls/authority.h"
#include "tls/authorityfiles.h"

#include <QDir>
#include <QSslCertificateExtension>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using support::contents;
using tls::Authority;

static constexpr qint64 second = 1'000'000;
static constexpr qint64 day = 86'400 * second;
static const qint64 start = QDateTime::currentSecsSinceEpoch() * second;

using Files = QMap<QString, QByteArray>;

static Files filesOf(const QString &folder)
{
    Files files;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        files.insert(name, contents(folder + u'/' + name));
    return files;
}

static QString reason(const core::Result<Authority> &result)
{
    return result ? u"no error"_s : core::describe(result.error());
}

static qint64 expiry(const QSslCertificate &certificate)
{
    return certificate.expiryDate().toSecsSinceEpoch() * second;
}

class TstAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesPrivateFiles();
    void narrowsAWiderFolder();
    void narrowsWiderKeys();
    void limitsTheAuthority();
    void makesALeafForTheLocalNames();
    void findsWhatItMade();
    void opensAtOnceInManyThreads();

    void keepsALeafWithThirtyDaysLeft();
    void renewsALeafWithLessLeft();
    void renewsALeafThatIsNotValidNow_data();
    void renewsALeafThatIsNotValidNow();
    void keepsALeafThatEndsWithItsAuthority();
    void usesAnOldLeafWhileTheKeyIsAway();
    void needsTheKeyForANewLeaf();
    void renewsOnDemandWithANewKey();

    void refusesAnAuthorityOutsideItsTime_data();
    void refusesAnAuthorityOutsideItsTime();
    void completesWhatWasInterrupted_data();
    void completesWhatWasInterrupted();
    void leavesBadFilesAlone_data();
    void leavesBadFilesAlone();
    void leavesForeignFilesAlone_data();
    void leavesForeignFilesAlone();
    void replacesABadLeafOnDemand();
    void makesANewLeafWhereOnlyThatIsBad();
    void makesANewAuthorityBesideOneThatCannotServe_data();
    void makesANewAuthorityBesideOneThatCannotServe();
    void refusesAPathThatIsAFile();

private:
    QString file(const char *name) const { return m_folder + u'/' + QLatin1StringView(name); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

void TstAuthority::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->filePath(u"data/tls"_s);
}

void TstAuthority::makesPrivateFiles()
{
    QVERIFY(Authority::open(m_folder, start));

    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_folder) & others));
    QCOMPARE(filesOf(m_folder).keys(),
             QStringList({u"ca-key.pem"_s, u"ca.pem"_s, u"leaf-key.pem"_s, u"leaf.pem"_s}));
    for (const QString &name : filesOf(m_folder).keys())
        QVERIFY2(!(QFile::permissions(m_folder + u'/' + name) & (others | QFile::ExeOwner)),
                 qPrintable(name));
}

void TstAuthority::narrowsAWiderFolder()
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::Permissions(0x7755));
    QVERIFY(Authority::open(m_folder, start));
    QVERIFY(!(QFile::permissions(m_folder) & (QFile::ReadOther | QFile::ReadGroup)));
}

void TstAuthority::narrowsWiderKeys()
{
    QVERIFY(Authority::open(m_folder, start));
    const auto wide = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    for (const char *const name : {"ca-key.pem", "leaf-key.pem"})
        QVERIFY(QFile::setPermissions(file(name), wide));
    QVERIFY(Authority::open(m_folder, start));
    for (const char *const name : {"ca-key.pem", "leaf-key.pem"})
        QVERIFY2(!(QFile::permissions(file(name)) & (QFile::ReadGroup | QFile::ReadOther)), name);
}

void TstAuthority::limitsTheAuthority()
{
    const auto authority = Authority::open(m_folder, start);
    QVERIFY(authority);
    const QSslCertificate certificate = authority->certificate();
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    QVERIFY(certificate.isSelfSigned());
    const qint64 days = certificate.effectiveDate().daysTo(certificate.expiryDate());
    QCOMPARE(days, 3652);
    QVERIFY(certificate.effectiveDate().toSecsSinceEpoch() * second < start);

    const QByteArray text = certificate.toText().toUtf8();
    for (const char *line :
         {"X509v3 Basic Constraints: critical\n                CA:TRUE, pathlen:0\n",
          "X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign\n",
          "X509v3 Name Constraints: critical\n                Permitted:\n", "DNS:localhost\n",
          "IP:127.0.0.1/255.255.255.255\n", "X509v3 Subject Key Identifier",
          "X509v3 Authority Key Identifier"})
        QVERIFY2(text.contains(line), line);
    QVERIFY(certificate.serialNumber().size() > 30); // 16 bytes as "ab:cd:…", barring rare luck.
}

void TstAuthority::makesALeafForTheLocalNames()
{
    const auto authority = Authority::open(m_folder, start);
    QVERIFY(authority);
    const QSslCertificate leaf = authority->leaf().chain.constFirst();
    const auto names = leaf.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList{u"localhost"_s});
    QStringList addresses = names.values(QSsl::IpAddressEntry);
    addresses.sort();
    QCOMPARE(addresses, QStringList({u"127.0.0.1"_s, u"::1"_s}));
    QCOMPARE_LE(leaf.effectiveDate().secsTo(leaf.expiryDate()), 398 * 86'400);
    QVERIFY(leaf.effectiveDate().toSecsSinceEpoch() * second < start);
    for (const auto line : {"X509v3 Key Usage: critical\n                Digital Signature\n"_L1,
                            "TLS Web Server Authentication\n"_L1})
        QVERIFY2(leaf.toText().contains(line), line.data());
    QVERIFY(QSslCertificate::verify({leaf}, u"localhost"_s).size() > 0); // Nobody trusts it yet.
    QCOMPARE(authority->leaf().key.algorithm(), QSsl::Ec);
    QVERIFY(!authority->leaf().key.isNull());
}

void TstAuthority::findsWhatItMade()
{
    const auto made = Authority::open(m_folder, start);
    const Files before = filesOf(m_folder);
    const auto found = Authority::open(m_folder, start + 300 * day);
    QVERIFY(made && found);
    QCOMPARE(found->certificate(), made->certificate());
    QCOMPARE(found->leaf().chain, made->leaf().chain);
    QCOMPARE(found->leaf().key.toPem(), made->leaf().key.toPem());
    QCOMPARE(found->certificateFile(), file("ca.pem"));
    QCOMPARE(filesOf(m_folder), before);
}

void TstAuthority::opensAtOnceInManyThreads()
{
    constexpr int threads = 8;
    std::array<QByteArray, threads> seen;
    std::vector<std::unique_ptr<QThread>> running;
    for (QByteArray &mine : seen) {
        running.emplace_back(QThread::create([this, &mine] {
            if (const auto authority = Authority::open(m_folder, start))
                mine = authority->certificate().toPem() + authority->leaf().chain.at(0).toPem()
                    + authority->leaf().key.toPem();
        }));
        running.back()->start();
    }
    for (const auto &thread : running)
        QVERIFY(thread->wait(20'000));
    QVERIFY(!seen[0].isEmpty());
    for (const QByteArray &one : seen)
        QCOMPARE(one, seen[0]);
    QVERIFY(Authority::open(m_folder, start));
}

void TstAuthority::keepsALeafWithThirtyDaysLeft()
{
    const auto made = Authority::open(m_folder, start);
    QVERIFY(made);
    const qint64 until = expiry(made->leaf().chain.at(0));
    const auto later = Authority::open(m_folder, until - 30 * day);
    QVERIFY(later);
    QCOMPARE(later->leaf().chain, made->leaf().chain);
}

void TstAuthority::renewsALeafWithLessLeft()
{
    const auto made = Authority::open(m_folder, start);
    QVERIFY(made);
    const qint64 now = expiry(made->leaf().chain.at(0)) - 30 * day + second;
    const auto later = Authority::open(m_folder, now);
    QVERIFY(later);
    QCOMPARE(later->certificate(), made->certificate());
    QVERIFY(later->leaf().chain != made->leaf().chain);
    QVERIFY(expiry(later->leaf().chain.at(0)) > now + 390 * day);
    QCOMPARE(later->leaf().key.toPem(), made->leaf().key.toPem());
    QCOMPARE(Authority::open(m_folder, now)->leaf().chain, later->leaf().chain);
}

void TstAuthority::renewsALeafThatIsNotValidNow_data()
{
    QTest::addColumn<qint64>("moment");
    QTest::newRow("long expired") << start + 1000 * day;
    QTest::newRow("made by a clock that was ahead") << start - day + second;
}

void TstAuthority::renewsALeafThatIsNotValidNow()
{
    QFETCH(qint64, moment);
    QVERIFY(Authority::open(m_folder, start));
    QFile::remove(file("leaf.pem"));
    QVERIFY(Authority::open(m_folder, start + 200 * day)); // Not valid before day 199.
    const auto renewed = Authority::open(m_folder, moment);
    QVERIFY2(renewed, qPrintable(reason(renewed)));
    const QSslCertificate leaf = renewed->leaf().chain.at(0);
    QVERIFY(leaf.effectiveDate().toSecsSinceEpoch() * second <= moment);
    QVERIFY(expiry(leaf) > moment);
}

void TstAuthority::keepsALeafThatEndsWithItsAuthority()
{
    const auto made = Authority::open(m_folder, start);
    QVERIFY(made);
    const qint64 end = expiry(made->certificate());
    const auto last = Authority::open(m_folder, end - 20 * day);
    QVERIFY(last);
    QCOMPARE(expiry(last->leaf().chain.at(0)), end);
    QCOMPARE(Authority::open(m_folder, end - 10 * day)->leaf().chain, last->leaf().chain);
}

void TstAuthority::usesAnOldLeafWhileTheKeyIsAway()
{
    const auto made = Authority::open(m_folder, start);
    QVERIFY(made);
    QFile::remove(file("ca-key.pem"));
    const auto opened = Authority::open(m_folder, expiry(made->leaf().chain.at(0)) - day);
    QVERIFY2(opened, qPrintable(reason(opened)));
    QCOMPARE(opened->leaf().chain, made->leaf().chain);
}

void TstAuthority::needsTheKeyForANewLeaf()
{
    const auto made = Authority::open(m_folder, start);
    QVERIFY(made);
    QFile::remove(file("ca-key.pem"));
    const auto opened = Authority::open(m_folder, expiry(made->leaf().chain.at(0)) + second);
    QVERIFY(!opened);
    QVERIFY2(reason(opened).contains(u"ca-key.pem, is missing"_s), qPrintable(reason(opened)));
    QVERIFY(!QFile::exists(file("ca-key.pem")));
}

void TstAuthority::renewsOnDemandWithANewKey()
{
    auto authority = Authority::open(m_folder, start);
    QVERIFY(authority);
    const tls::Identity before = authority->leaf();
    const auto renewed = authority->renewLeaf(start);
    QVERIFY(renewed);
    QVERIFY(renewed->key.toPem() != before.key.toPem());
    QCOMPARE(authority->leaf().chain, renewed->chain);
    QCOMPARE(Authority::open(m_folder, start)->leaf().chain, renewed->chain);
}

void TstAuthority::refusesAnAuthorityOutsideItsTime_data()
{
    QTest::addColumn<qint64>("moment");
    QTest::addColumn<QString>("said");
    QTest::newRow("expired a second ago") << start + 3651 * day + second << u"It expired on"_s;
    QTest::newRow("a clock set back") << start - day - second << u"clock right?"_s;
}

void TstAuthority::refusesAnAuthorityOutsideItsTime()
{
    QFETCH(qint64, moment);
    QFETCH(QString, said);
    QVERIFY(Authority::open(m_folder, start));
    const Files before = filesOf(m_folder);
    const auto opened = Authority::open(m_folder, moment);
    QVERIFY(!opened);
    QVERIFY2(reason(opened).contains(said), qPrintable(reason(opened)));
    QCOMPARE(filesOf(m_folder), before);
}

void TstAuthority::completesWhatWasInterrupted_data()
{
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("after the authority's key")
        << QStringList({u"ca.pem"_s, u"leaf-key.pem"_s, u"leaf.pem"_s});
    QTest::newRow("after the authority") << QStringList({u"leaf-key.pem"_s, u"leaf.pem"_s});
    QTest::newRow("after the leaf's key") << QStringList{u"leaf.pem"_s};
    QTest::newRow("the leaf's key is gone") << QStringList{u"leaf-key.pem"_s};
    QTest::newRow("the authority's certificate is gone") << QStringList{u"ca.pem"_s};
}

void TstAuthority::completesWhatWasInterrupted()
{
    QFETCH(QStringList, missing);
    QVERIFY(Authority::open(m_folder, start));
    const Files before = filesOf(m_folder);
    for (const QString &name : missing)
        QVERIFY(QFile::remove(m_folder + u'/' + name));
    const auto opened = Authority::open(m_folder, start);
    QVERIFY2(opened, qPrintable(reason(opened)));
    const Files after = filesOf(m_folder);
    QCOMPARE(after.size(), 4);
    QCOMPARE(after.value(u"ca-key.pem"_s), before.value(u"ca-key.pem"_s));
    if (!missing.contains(u"ca.pem"_s))
        QCOMPARE(after.value(u"ca.pem"_s), before.value(u"ca.pem"_s));
}

void TstAuthority::leavesBadFilesAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    for (const char *name : {"ca.pem", "ca-key.pem", "leaf.pem", "leaf-key.pem"}) {
        const auto row = [name](const char *what) -> QTestData & {
            return QTest::addRow("%s is %s", name, what) << QString::fromLatin1(name);
        };
        row("empty") << QByteArray();
        row("not PEM") << QByteArray("\0\1\2 garbage\n", 12);
        row("cut") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
        row("without sense") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n"
                                           "-----END CERTIFICATE-----\n");
        row("larger than 1 MiB") << QByteArray(1024 * 1024 + 1, 'x');
    }
}

void TstAuthority::leavesBadFilesAlone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QVERIFY(Authority::open(m_folder, start));
    support::write(m_folder + u'/' + name, bytes);
    const Files before = filesOf(m_folder);
    const auto opened = Authority::open(m_folder, start);
    QVERIFY(!opened);
    QVERIFY2(reason(opened).contains(name), qPrintable(reason(opened)));
    QCOMPARE(filesOf(m_folder), before);
}

void TstAuthority::leavesForeignFilesAlone_data()
{
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QString>("said");
    const QStringList none;
    QTest::newRow("another authority's key")
        << QStringList{u"ca-key.pem"_s} << none << u"does not belong"_s;
    QTest::newRow("another authority's certificate")
        << QStringList{u"ca.pem"_s} << none << u"does not belong"_s;
    QTest::newRow("another whole authority") << QStringList({u"ca.pem"_s, u"ca-key.pem"_s}) << none
                                             << u"was not signed by the authority"_s;
    QTest::newRow("another leaf's key")
        << QStringList{u"leaf-key.pem"_s} << none << u"does not belong"_s;
    QTest::newRow("another authority's leaf") << QStringList({u"leaf.pem"_s, u"leaf-key.pem"_s})
                                              << none << u"was not signed by the authority"_s;
    QTest::newRow("another leaf without its key")
        << QStringList{u"leaf.pem"_s} << QStringList{u"leaf-key.pem"_s}
        << u"was not signed by the authority"_s;
    QTest::newRow("a leaf as the authority")
        << none << QStringList({u"ca.pem"_s, u"ca-key.pem"_s}) << u"is not that of an authority"_s;
}

void TstAuthority::leavesForeignFilesAlone()
{
    QFETCH(QStringList, taken);
    QFETCH(QStringList, removed);
    QFETCH(QString, said);
    const QString foreign = m_temporary->filePath(u"foreign"_s);
    QVERIFY(Authority::open(m_folder, start) && Authority::open(foreign, start));
    for (const QString &name : taken)
        support::write(m_folder + u'/' + name, contents(foreign + u'/' + name));
    for (const QString &name : removed)
        QFile::remove(m_folder + u'/' + name);
    if (taken.isEmpty())
        QFile::copy(file("leaf.pem"), file("ca.pem"));
    const Files before = filesOf(m_folder);
    const auto opened = Authority::open(m_folder, start);
    QVERIFY(!opened);
    QVERIFY2(reason(opened).contains(said), qPrintable(reason(opened)));
    QCOMPARE(filesOf(m_folder), before);
}

void TstAuthority::replacesABadLeafOnDemand()
{
    QVERIFY(Authority::open(m_folder, start));
    support::write(file("leaf.pem"), "damaged");
    const auto renewed = Authority::openWithNewLeaf(m_folder, start);
    QVERIFY2(renewed, qPrintable(reason(renewed)));
    QCOMPARE(Authority::open(m_folder, start)->leaf().chain, renewed->leaf().chain);
}

void TstAuthority::makesANewLeafWhereOnlyThatIsBad()
{
    const auto before = Authority::open(m_folder, start);
    support::write(file("leaf.pem"), "damaged");
    const auto anew = Authority::openAnew(m_folder, start);
    QVERIFY2(anew, qPrintable(reason(anew)));
    QCOMPARE(anew->certificate(), before->certificate());
    QVERIFY(anew->leaf().chain != before->leaf().chain);
    QCOMPARE(QDir(m_temporary->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TstAuthority::makesANewAuthorityBesideOneThatCannotServe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a damaged key") << u"ca-key.pem"_s << QByteArray("damaged");
    QTest::newRow("a damaged certificate") << u"ca.pem"_s << QByteArray("damaged");
    const support::Issued old
        = support::issue({.name = "old", .fromDay = -30, .untilDay = -1, .authority = true});
    QTest::newRow("one that expired") << u"ca.pem"_s << old.pem();
}

void TstAuthority::makesANewAuthorityBesideOneThatCannotServe()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto before = Authority::open(m_folder, start);
    support::write(m_folder + u'/' + name, bytes);
    if (name == u"ca.pem"_s) // else its key would be told from it first
        QFile::remove(file("ca-key.pem"));
    const Files left = filesOf(m_folder);
    const auto anew = Authority::openAnew(m_folder, start);
    QVERIFY2(anew, qPrintable(reason(anew)));
    QVERIFY(anew->certificate() != before->certificate());
    QCOMPARE(Authority::open(m_folder, start)->certificate(), anew->certificate());
    const QDir parent = QFileInfo(m_folder).dir();
    const QString kept
        = parent.entryList({QFileInfo(m_folder).fileName() + u"-until-*"_s}).value(0);
    QVERIFY(!kept.isEmpty());
    Files moved = filesOf(parent.filePath(kept));
    QCOMPARE(moved, left);
}

void TstAuthority::refusesAPathThatIsAFile()
{
    QDir().mkpath(m_temporary->filePath(u"data"_s));
    support::write(m_folder, "in the way");
    const auto opened = Authority::open(m_folder, start);
    QVERIFY(!opened);
    QVERIFY2(reason(opened).contains(u"A file of that name is there."_s),
             qPrintable(reason(opened)));
    QCOMPARE(contents(m_folder), QByteArray("in the way"));
}

QTEST_GUILESS_MAIN(TstAuthority)
#include "tst_authority.moc"
