// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/targettrust.h"

#include "resend/resendclient.h"
#include "resend/specialname.h"
#include "tls/identity.h"
#include "tls/privatefile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslSocket>

namespace resend
{

using core::Error;
using core::ErrorKind;
using core::Result;
using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("resend", text); }

QString objection(const QUrl &target)
{
    if (!target.isValid())
        return tr("It is not a URL.");
    if (target.scheme() != "https"_L1 && target.scheme() != "http"_L1)
        return tr("Its URL does not begin with https:// or http://.");
    if (target.host().isEmpty())
        return tr("Its URL names no host.");
    if (!target.userInfo().isEmpty())
        return tr("Its URL holds a user name. Write an Authorization header instead.");
    return {};
}

bool staysHere(const QUrl &target)
{
    const auto addresses = knownAddresses(target.host());
    return addresses && !addresses->isEmpty() && addresses->first().isLoopback();
}

// Of a file without a certificate what is in it instead.
static QString withoutCertificate(const QByteArray &bytes)
{
    return bytes.contains("PRIVATE KEY-----") ? tr("It holds a private key and no certificate.")
                                              : tr("It holds no certificate.");
}

static QString withoutPem(const QByteArray &bytes)
{
    const QList<QSslCertificate> packed = QSslCertificate::fromData(bytes, QSsl::Der);
    if (!packed.isEmpty() && !packed.constFirst().isNull())
        return tr("It holds a certificate in DER form, and PEM is needed: "
                  "\"openssl x509 -inform der -in FILE -out ca.pem\" makes it.");
    return withoutCertificate(bytes) + u' '
        + tr("The certificate of the target's authority is needed, in PEM form.");
}

static Result<QList<QSslCertificate>> authorities(const QString &file)
{
    const Result<QByteArray> pem = tls::readSmallFile(file);
    if (!pem)
        return pem.error();
    const QList<QSslCertificate> found = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (found.isEmpty())
        return Error{ErrorKind::Environment, tr("Cannot trust %1.").arg(file), withoutPem(*pem)};
    return found;
}

Result<QSslConfiguration> clientConfiguration(const Order &order)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    configuration.setPeerVerifyMode(!order.checkCertificate   ? QSslSocket::VerifyNone
                                        : order.pin.isEmpty() ? QSslSocket::VerifyPeer
                                                              : QSslSocket::QueryPeer);
    if (order.authorityFile.isEmpty() || !order.pin.isEmpty())
        return configuration;
    const auto trusted = authorities(order.authorityFile);
    if (!trusted)
        return trusted.error();
    configuration.setCaCertificates(*trusted);
    return configuration;
}

// Before it may stand its name, as openssl x509 -fingerprint -sha256 prints it.
QString pinOf(const QString &text)
{
    static const QRegularExpression name(u"^\\s*sha-?256\\s+fingerprint\\s*="_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString digits = text.sliced(name.match(text).capturedLength());
    digits.removeIf([](QChar c) { return c == u':' || c.isSpace(); });
    const QByteArray digest = QByteArray::fromHex(digits.toLatin1());
    const bool whole = digits.size() == 64 && digest.toHex() == digits.toLower().toLatin1();
    return whole ? QString::fromLatin1(digest.toHex(':')).toUpper() : QString();
}

Result<QString> pinOfFile(const QString &file)
{
    const Result<QByteArray> bytes = tls::readSmallFile(file);
    if (!bytes)
        return bytes.error();
    for (const QSsl::EncodingFormat format : {QSsl::Pem, QSsl::Der}) {
        const QList<QSslCertificate> found = QSslCertificate::fromData(*bytes, format);
        if (!found.isEmpty() && !found.constFirst().isNull())
            return tls::fingerprint(found.constFirst());
    }
    return Error{ErrorKind::Environment, tr("Cannot trust %1.").arg(file),
                 withoutCertificate(*bytes)};
}

} // namespace resend
