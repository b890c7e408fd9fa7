// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resendclient.h"
#include "resend/targettrust.h"
#include "support/certificates.h"
#include "tls/identity.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// By what a target's certificate is recognised.
class TstTargetTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPin_data();
    void readsAPin();
    void readsAPinFromACertificate_data();
    void readsAPinFromACertificate();
    void saysThatAFileHoldsNoCertificate();
    void saysWhatAnAuthoritysFileHoldsInstead_data();
    void saysWhatAnAuthoritysFileHoldsInstead();
};

void TstTargetTrust::readsAPin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pin");
    const QString pin = QString(u"3F:"_s).repeated(31) + u"3F"_s;
    QTest::newRow("as it is shown") << pin << pin;
    QTest::newRow("in small letters") << pin.toLower() << pin;
    QTest::newRow("without colons") << QString(pin).remove(u':') << pin;
    QTest::newRow("in groups, with spaces around")
        << u' ' + QString(pin).replace(u':', u' ') + u'\n' << pin;
    QTest::newRow("as openssl prints it") << u"sha256 Fingerprint="_s + pin + u'\n' << pin;
    QTest::newRow("as an older openssl prints it") << u"SHA256 Fingerprint="_s + pin << pin;
    QTest::newRow("with another name before it") << u"SHA1 Fingerprint="_s + pin << QString();
    QTest::newRow("a digit less") << pin.chopped(1) << QString();
    QTest::newRow("a SHA-1") << pin.first(59) << QString();
    QTest::newRow("a letter that is no digit") << QString(pin).replace(0, 1, u"G"_s) << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TstTargetTrust::readsAPin()
{
    QFETCH(QString, text);
    QTEST(resend::pinOf(text), "pin");
}

void TstTargetTrust::readsAPinFromACertificate_data()
{
    QTest::addColumn<bool>("pem");
    QTest::newRow("PEM") << true;
    QTest::newRow("DER") << false;
}

void TstTargetTrust::readsAPinFromACertificate()
{
    QFETCH(bool, pem);
    const support::Issued issued = support::issue();
    const QSslCertificate certificate(issued.pem());
    const QTemporaryDir folder;
    const QString file
        = support::write(folder.filePath(u"c"_s), pem ? certificate.toPem() : certificate.toDer());
    const auto pin = resend::pinOfFile(file);
    QVERIFY(pin);
    QCOMPARE(*pin, tls::fingerprint(certificate));
}

void TstTargetTrust::saysThatAFileHoldsNoCertificate()
{
    const QTemporaryDir folder;
    const auto pin = resend::pinOfFile(support::write(folder.filePath(u"c"_s), "hello"));
    QVERIFY(!pin);
    QCOMPARE(pin.error().why, u"It holds no certificate."_s);
    QVERIFY(!resend::pinOfFile(folder.filePath(u"nowhere"_s)));
}

void TstTargetTrust::saysWhatAnAuthoritysFileHoldsInstead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const support::Issued issued = support::issue({.authority = true});
    const QString needed = u" The certificate of the target's authority is needed, in PEM form."_s;
    QTest::newRow("a private key")
        << issued.keyPem() << u"It holds a private key and no certificate."_s + needed;
    QTest::newRow("something else")
        << QByteArray("hello") << u"It holds no certificate."_s + needed;
    QTest::newRow("DER") << QSslCertificate(issued.pem()).toDer()
                         << u"It holds a certificate in DER form, and PEM is needed: "
                            "\"openssl x509 -inform der -in FILE -out ca.pem\" makes it."_s;
    QTest::newRow("a certificate beside its key") << issued.keyPem() + issued.pem() << QString();
}

void TstTargetTrust::saysWhatAnAuthoritysFileHoldsInstead()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString file = support::write(folder.filePath(u"ca"_s), bytes);
    const auto trusting = resend::clientConfiguration(resend::Order{.authorityFile = file});
    QTEST(trusting ? QString() : trusting.error().why, "said");
}

QTEST_GUILESS_MAIN(TstTargetTrust)
#include "tst_targettrust.moc"
