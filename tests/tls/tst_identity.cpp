// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "tls/identity.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using support::issue;
using support::Issued;
using tls::identityFromPem;
using tls::identityFromPkcs12;

static QString reason(const core::Result<tls::Identity> &result)
{
    return result ? u"no error"_s : core::describe(result.error());
}

class TstIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachKindOfKey_data();
    void readsEachKindOfKey();
    void putsTheChainInOrder();
    void readsAKeyAndItsCertificateFromOneFile();
    void readsAnEncryptedKey();
    void refusesWhatNoSenderTakes_data();
    void refusesWhatNoSenderTakes();
    void tellsPemErrorsApart_data();
    void tellsPemErrorsApart();
    void takesNoWrongPasswordForAnOldCipher();
    void refusesAnExpiredIssuerInTheChain();

    void readsPkcs12();
    void readsPkcs12WithoutAPassword();
    void tellsPkcs12ErrorsApart_data();
    void tellsPkcs12ErrorsApart();
    void keepsPasswordsOutOfErrors();
    void showsTheFingerprint();

private:
    QString file(const QByteArray &bytes)
    {
        return support::write(m_folder.filePath(QString::number(++m_files)), bytes);
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TstIdentity::readsEachKindOfKey_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<QByteArray>("curve");
    QTest::newRow("P-256") << 256 << QByteArray("P-256");
    QTest::newRow("P-384") << 384 << QByteArray("P-384");
    QTest::newRow("P-521") << 521 << QByteArray("P-521");
    QTest::newRow("the shortest RSA that is taken") << 2048 << QByteArray();
    QTest::newRow("a longer RSA") << 3072 << QByteArray();
}

void TstIdentity::readsEachKindOfKey()
{
    QFETCH(int, bits);
    QFETCH(QByteArray, curve);
    const Issued issued = issue(
        {}, curve.isEmpty() ? support::rsaKey(unsigned(bits)) : support::ecKey(curve.constData()));
    const auto identity = identityFromPem(file(issued.pem()), file(issued.keyPem()));
    QVERIFY2(identity, qPrintable(reason(identity)));
    QCOMPARE(identity->key.length(), bits);
    QCOMPARE(identity->key.algorithm(), curve.isEmpty() ? QSsl::Rsa : QSsl::Ec);
    QCOMPARE(identity->chain, QList{tls::toQt(issued.certificate.get())});
}

void TstIdentity::putsTheChainInOrder()
{
    const Issued root = issue({.name = "root", .authority = true});
    const Issued middle = issue({.name = "middle", .authority = true, .issuer = &root});
    const Issued leaf = issue({.issuer = &middle});
    const Issued stranger = issue({.name = "stranger", .authority = true});
    const auto identity = identityFromPem(
        file(root.pem() + "a comment\n" + stranger.pem() + leaf.pem() + middle.pem()),
        file(leaf.keyPem()));
    QVERIFY2(identity, qPrintable(reason(identity)));
    QCOMPARE(identity->chain,
             QList({tls::toQt(leaf.certificate.get()), tls::toQt(middle.certificate.get()),
                    tls::toQt(root.certificate.get())}));
}

void TstIdentity::readsAKeyAndItsCertificateFromOneFile()
{
    const Issued issued = issue();
    const QString both = file(issued.keyPem() + issued.pem());
    QVERIFY(identityFromPem(both, both));
}

void TstIdentity::readsAnEncryptedKey()
{
    const Issued issued = issue();
    const auto password = u"schlüssel 鍵"_s;
    const QString key = file(support::encryptedKeyPem(issued.key.get(), password.toUtf8()));
    const auto identity = identityFromPem(file(issued.pem()), key, password);
    QVERIFY2(identity, qPrintable(reason(identity)));
    QVERIFY(!identity->key.isNull());
}

void TstIdentity::refusesWhatNoSenderTakes_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *what, const Issued &issued, const QString &said) {
        QTest::newRow(what) << issued.pem() << issued.keyPem() << said;
    };
    row("RSA of one bit fewer than 2048", issue({}, support::rsaKey(2047)), u"has 2047 bits"_s);
    row("RSA of 1024 bits", issue({}, support::rsaKey(1024)), u"has 1024 bits"_s);
    row("a curve of other trades", issue({}, support::ecKey("secp256k1")), u"secp256k1"_s);
    row("Ed25519",
        issue({.digest = nullptr}, tls::KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))),
        u"neither RSA nor ECDSA"_s);
    const Issued root = issue({.name = "root", .authority = true});
    row("a SHA-1 signature", issue({.issuer = &root, .digest = EVP_sha1()}),
        u"OpenSSL refuses it"_s);
}

void TstIdentity::refusesWhatNoSenderTakes()
{
    QFETCH(QByteArray, chain);
    QFETCH(QByteArray, key);
    QFETCH(QString, said);
    const auto identity = identityFromPem(file(chain), file(key));
    QVERIFY(!identity);
    QVERIFY2(reason(identity).contains(said), qPrintable(reason(identity)));
}

void TstIdentity::tellsPemErrorsApart_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("said");
    const Issued good = issue();
    const Issued other = issue();
    const Issued old = issue({.name = "old.example", .fromDay = -30, .untilDay = -1});
    const Issued coming = issue({.name = "new.example", .fromDay = 1});
    const QByteArray pem = good.pem();
    const QByteArray key = good.keyPem();
    const QByteArray locked = support::encryptedKeyPem(good.key.get(), "right one");
    const QString none;

    QTest::newRow("no certificate file")
        << QByteArray() << key << none << u"It is not a PEM file."_s;
    QTest::newRow("a binary certificate")
        << QByteArray("\x30\x82\x01") << key << none << u"It is not a PEM file."_s;
    QTest::newRow("PKCS#12 taken for PEM")
        << support::pkcs12(good, "x") << key << none << u"It is a PKCS#12 file, not PEM."_s;
    QTest::newRow("a key taken for a certificate")
        << key << key << none << u"It holds no certificate."_s;
    QTest::newRow("a damaged certificate")
        << QByteArray(pem).replace(40, 8, "@@@@@@@@") << key << none << u"It is damaged."_s;
    QTest::newRow("no key file's worth")
        << pem << QByteArray() << none << u"It is not a PEM file."_s;
    QTest::newRow("a certificate taken for a key")
        << pem << pem << none << u"It holds no private key."_s;
    QTest::newRow("a damaged key") << pem << QByteArray(key).replace(40, 8, "@@@@@@@@") << none
                                   << u"The private key is damaged."_s;
    QTest::newRow("no password for an encrypted key")
        << pem << locked << none << u"needs its password"_s;
    QTest::newRow("a wrong password")
        << pem << locked << u"wrong one"_s << u"The password is wrong."_s;
    QTest::newRow("a password longer than OpenSSL takes")
        << pem << locked << QString(5000, u'x') << u"The password is wrong."_s;
    QTest::newRow("another certificate's key")
        << pem << other.keyPem() << none << u"The private key belongs to another certificate."_s;
    QTest::newRow("an expired certificate")
        << old.pem() << old.keyPem() << none << u"The certificate of “old.example” expired on "_s;
    QTest::newRow("a certificate of tomorrow")
        << coming.pem() << coming.keyPem() << none
        << u"The certificate of “new.example” is not valid before "_s;
}

// What can be done about it.
static core::ErrorKind kindOf(const QString &said)
{
    return said.contains(u"password"_s) ? core::ErrorKind::PasswordNeeded
        : said.contains(u"expired"_s)   ? core::ErrorKind::Expired
                                        : core::ErrorKind::Unusable;
}

// What one wrong password in some 250 leaves of a key looks as if it were decrypted.
void TstIdentity::takesNoWrongPasswordForAnOldCipher()
{
    const Issued good = issue();
    const QString chain = file(good.pem());
    const QString key = file(support::encryptedKeyPem(good.key.get(), "right one"));
    for (int i = 0; i < 1000; ++i) {
        const auto identity = identityFromPem(chain, key, QString::number(i));
        QVERIFY2(reason(identity).contains(u"The password is wrong."_s),
                 qPrintable(reason(identity)));
    }
}

void TstIdentity::tellsPemErrorsApart()
{
    QFETCH(QByteArray, chain);
    QFETCH(QByteArray, key);
    QFETCH(QString, password);
    QFETCH(QString, said);
    const auto identity = identityFromPem(file(chain), file(key), password);
    QVERIFY(!identity);
    QVERIFY2(reason(identity).contains(said), qPrintable(reason(identity)));
    QCOMPARE(identity.error().kind, kindOf(said));
}

void TstIdentity::refusesAnExpiredIssuerInTheChain()
{
    const Issued root
        = issue({.name = "old root", .fromDay = -30, .untilDay = -1, .authority = true});
    const Issued leaf = issue({.issuer = &root});
    const auto identity = identityFromPem(file(leaf.pem() + root.pem()), file(leaf.keyPem()));
    QVERIFY2(reason(identity).contains(u"“old root” expired"_s), qPrintable(reason(identity)));
}

void TstIdentity::readsPkcs12()
{
    const Issued issued = issue({}, support::rsaKey());
    const auto identity
        = identityFromPkcs12(file(support::pkcs12(issued, "pässword")), u"pässword"_s);
    QVERIFY2(identity, qPrintable(reason(identity)));
    QCOMPARE(identity->chain, QList{tls::toQt(issued.certificate.get())});
    QCOMPARE(identity->key.toPem(), tls::toQt(issued.key.get()).toPem());
}

void TstIdentity::readsPkcs12WithoutAPassword()
{
    QVERIFY(identityFromPkcs12(file(support::pkcs12(issue(), "")), {}));
    QVERIFY(identityFromPkcs12(file(support::pkcs12(issue(), "", -1)), {}));
}

void TstIdentity::tellsPkcs12ErrorsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("said");
    const Issued good = issue();
    const QByteArray bundle = support::pkcs12(good, "right");
    // Made by "openssl pkcs12 -export -legacy" with a password of four x: the certificate in
    // RC2-40.
    const QByteArray old = support::contents(QLatin1StringView(TEST_DATA) + u"/tls/rc2-40.p12"_s);
    Q_ASSERT(!old.isEmpty());

    QTest::newRow("empty") << QByteArray() << u"x"_s << u"It is not a PKCS#12 file."_s;
    QTest::newRow("PEM") << good.pem() << u"x"_s << u"It is not a PKCS#12 file."_s;
    QTest::newRow("cut") << bundle.chopped(1) << u"right"_s << u"It is not a PKCS#12 file."_s;
    QTest::newRow("no password") << bundle << QString() << u"It needs its password."_s;
    QTest::newRow("a wrong password") << bundle << u"wrong"_s << u"The password is wrong."_s;
    QTest::newRow("an old cipher") << old << u"xxxx"_s << u"legacy provider"_s;
    QTest::newRow("an old cipher and a wrong password")
        << old << u"y"_s << u"The password is wrong."_s;
    QTest::newRow("a short RSA key")
        << support::pkcs12(issue({}, support::rsaKey(1024)), "x") << u"x"_s << u"has 1024 bits"_s;
    QTest::newRow("an expired certificate")
        << support::pkcs12(issue({.fromDay = -30, .untilDay = -1}), "x") << u"x"_s
        << u"expired on"_s;
}

void TstIdentity::tellsPkcs12ErrorsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, password);
    QFETCH(QString, said);
    const auto identity = identityFromPkcs12(file(bytes), password);
    QVERIFY(!identity);
    QVERIFY2(reason(identity).contains(said), qPrintable(reason(identity)));
    QCOMPARE(identity.error().kind, kindOf(said));
}

void TstIdentity::keepsPasswordsOutOfErrors()
{
    const auto identity = identityFromPkcs12(file(support::pkcs12(issue(), "right")), u"guess17"_s);
    QVERIFY(!identity);
    QVERIFY(!reason(identity).contains(u"guess17"_s));
}

void TstIdentity::showsTheFingerprint()
{
    const QString shown = tls::fingerprint(tls::toQt(issue().certificate.get()));
    static const QRegularExpression form(u"^([0-9A-F]{2}:){31}[0-9A-F]{2}$"_s);
    QVERIFY2(form.match(shown).hasMatch(), qPrintable(shown));
}

QTEST_GUILESS_MAIN(TstIdentity)
#include "tst_identity.moc"
