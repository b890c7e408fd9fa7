// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/tlsfault.h"

#include "tls/identity.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHostAddress>
#include <QSslKey>
#include <QSslSocket>
#include <QStringList>

#include <algorithm>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("resend", text); }

// What the certificate is for, as names from a peer: few, and short.
static QString namesOf(const QSslCertificate &certificate)
{
    const auto alternatives = certificate.subjectAlternativeNames();
    QStringList names
        = alternatives.values(QSsl::DnsEntry) + alternatives.values(QSsl::IpAddressEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? tr("no name") : names.mid(0, 5).join(u", "_s).left(200);
}

static QString issuerOf(const QSslCertificate &certificate)
{
    const QString name = certificate.issuerInfo(QSslCertificate::CommonName).value(0);
    return (name.isEmpty() ? certificate.issuerDisplayName() : name).left(100);
}

static QString shownDate(const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); }

static bool isShort(const QSslKey &key)
{
    constexpr int shortest = 2048; // bits of RSA that OpenSSL takes on Debian
    return key.algorithm() == QSsl::Rsa && key.length() < shortest;
}

static QString sentence(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return tr("Its certificate expired on %1.").arg(shownDate(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return tr("Its certificate is not valid before %1.")
            .arg(shownDate(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return tr("Its certificate is for %1, not for %2.").arg(namesOf(certificate), host);
    case QSslError::SelfSignedCertificate:
        return tr("Its certificate is self-signed and not trusted.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return tr("Its certificate was signed by an unknown authority, “%1”.")
            .arg(issuerOf(certificate));
    case QSslError::UnspecifiedError: // Qt's word for what it has no other for.
        if (const QSslKey key = certificate.publicKey(); isShort(key))
            return tr("The key of its certificate is too short: %1 bits.").arg(key.length());
        return tr("Its certificate breaks a rule, such as the names that its authority may vouch "
                  "for.");
    default:
        return tr("Its certificate was refused: %1.").arg(error.errorString());
    }
}

// OpenSSL reports an unknown authority once more as a first certificate that cannot be verified.
QString certificateFault(const QList<QSslError> &errors, const QString &host)
{
    QStringList sentences;
    for (const QSslError &error : errors) {
        if (error.error() != QSslError::NoError)
            sentences.append(sentence(error, host));
    }
    sentences.removeDuplicates();
    return sentences.join(u' ');
}

QString pinFault(const QSslCertificate &certificate, const QString &pin, const QDateTime &now)
{
    if (certificate.isNull())
        return tr("It showed no certificate.");
    constexpr qsizetype enough = 23; // eight bytes, which tell two of them apart
    if (const QString own = tls::fingerprint(certificate); own != pin)
        return tr("Its certificate is not the pinned one: its SHA-256 begins with %1, that of the "
                  "pinned one with %2.")
            .arg(own.first(enough), pin.first(enough));
    if (now > certificate.expiryDate())
        return sentence(QSslError(QSslError::CertificateExpired, certificate), {});
    if (now < certificate.effectiveDate())
        return sentence(QSslError(QSslError::CertificateNotYetValid, certificate), {});
    return {};
}

static QString distinguishedName(const QSslCertificate &certificate, bool issuer)
{
    QStringList parts;
    for (const auto &[attribute, name] : {std::pair(QSslCertificate::CommonName, u"CN"_s),
                                          std::pair(QSslCertificate::Organization, u"O"_s)}) {
        const QString value
            = (issuer ? certificate.issuerInfo(attribute) : certificate.subjectInfo(attribute))
                  .value(0);
        if (!value.isEmpty())
            parts.append(name + u'=' + value.left(100));
    }
    return parts.isEmpty() ? tr("no name") : parts.join(u", "_s);
}

QString certificateFacts(const QList<QSslCertificate> &chain, const QList<QSslError> &errors)
{
    constexpr qsizetype most = 5;
    QStringList lines;
    for (const QSslCertificate &certificate : chain.first(std::min(chain.size(), most))) {
        lines += tr("Certificate of: %1").arg(distinguishedName(certificate, false));
        lines += tr("For: %1").arg(namesOf(certificate));
        lines += tr("Signed by: %1").arg(distinguishedName(certificate, true));
        lines += tr("Valid: %1 to %2")
                     .arg(shownDate(certificate.effectiveDate()),
                          shownDate(certificate.expiryDate()));
        lines += tr("SHA-256: %1").arg(tls::fingerprint(certificate));
        lines += QString();
    }
    QStringList said;
    for (const QSslError &error : errors) {
        if (error.error() != QSslError::NoError)
            said += tr("TLS says: %1").arg(error.errorString());
    }
    said.removeDuplicates();
    return (lines + said).join(u'\n').trimmed();
}

QString handshakeFault(const QSslSocket &socket, const QString &host)
{
    QString fault = certificateFault(socket.sslHandshakeErrors(), host);
    if (!fault.isEmpty())
        return fault;
    if (socket.error() == QAbstractSocket::RemoteHostClosedError)
        return tr("It closed the connection during the TLS handshake.");
    const QString said = socket.errorString();
    if (said.contains("wrong version number"_L1)) // OpenSSL read what is no TLS record.
        return tr("It does not speak TLS there.");
    return tr("The TLS handshake went wrong: %1.").arg(said);
}

} // namespace resend
