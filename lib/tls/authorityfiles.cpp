// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/authorityfiles.h"

#include "tls/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <openssl/err.h>

namespace tls
{

using core::Error;
using core::ErrorKind;
using core::Result;
using core::Status;
using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

static QString path(const QString &folder, QLatin1StringView name) { return folder + u'/' + name; }

QString authorityFile(const QString &folder) { return path(folder, "ca.pem"_L1); }

static Error authorityError(const QString &why, ErrorKind kind)
{
    return {kind, tr("Cannot use the local certificate authority."), why};
}

static Error leafError(const QString &why)
{
    return {ErrorKind::Unusable, tr("Cannot use the local certificate."),
            why + u' ' + tr("\"hookglass certificate renew\" puts a new one in its place.")};
}

static Result<Pair> readPair(const QString &certificateFile, const QString &keyFile)
{
    Pair pair;
    if (QFileInfo::exists(certificateFile)) {
        const Result<QByteArray> pem = readSmallFile(certificateFile);
        if (!pem)
            return pem.error();
        Result<Certificates> certificates = certificatesFromPem(*pem, certificateFile);
        if (!certificates)
            return certificates.error();
        if (certificates->empty())
            return Error{ErrorKind::Unusable,
                         tr("Cannot read the certificate in %1.").arg(certificateFile),
                         tr("The file is damaged.")};
        pair.certificate = std::move(certificates->front());
    }
    if (QFileInfo::exists(keyFile)) {
        narrowFile(keyFile); // A backup that was put back may have come with any mode.
        Result<QByteArray> pem = readSmallFile(keyFile);
        if (!pem)
            return pem.error();
        Result<KeyPtr> key = keyFromPem(*pem, keyFile, {});
        OPENSSL_cleanse(pem->data(), size_t(pem->size()));
        if (!key)
            return key.error();
        pair.key = std::move(*key);
    }
    return pair;
}

static bool matching(const Pair &pair)
{
    const bool same = X509_check_private_key(pair.certificate.get(), pair.key.get()) == 1;
    ERR_clear_error();
    return same;
}

static QString shownDate(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC).toString(Qt::ISODate);
}

static Status checkAuthority(const QString &folder, X509 *authority, qint64 now)
{
    if (X509_check_ca(authority) != 1)
        return authorityError(
            tr("The certificate in %1 is not that of an authority.").arg(authorityFile(folder)),
            ErrorKind::Unusable);
    if (now < validFrom(authority))
        return authorityError(tr("It is not valid before %1. Is this machine's clock right?")
                                  .arg(shownDate(validFrom(authority))),
                              ErrorKind::Environment);
    if (now > validUntil(authority))
        return authorityError(
            tr("It expired on %1. Move the folder %2 away; then start again, which makes a new "
               "authority, and trust that one.")
                .arg(shownDate(validUntil(authority)), folder),
            ErrorKind::Expired);
    return core::Done{};
}

Result<Pair> readAuthority(const QString &folder, qint64 now)
{
    const QString keyFile = path(folder, "ca-key.pem"_L1);
    Result<Pair> pair = readPair(authorityFile(folder), keyFile);
    if (!pair) {
        const Error &error = pair.error();
        return Error{ErrorKind::Unusable, error.what,
                     error.why + u' '
                         + tr("Put a copy of it back, or move the folder %1 away to make a new "
                              "authority.")
                               .arg(folder)};
    }
    if (pair->whole() && !matching(*pair))
        return authorityError(tr("The key in %1 does not belong to the certificate in %2. Put the "
                                 "right one back, or move the folder away to make a new authority.")
                                  .arg(keyFile, authorityFile(folder)),
                              ErrorKind::Unusable);
    if (!pair->certificate)
        return pair;
    if (const Status good = checkAuthority(folder, pair->certificate.get(), now); !good)
        return good.error();
    return pair;
}

Result<Pair> readLeaf(const QString &folder, X509 *authority)
{
    const QString file = path(folder, "leaf.pem"_L1);
    const QString keyFile = path(folder, "leaf-key.pem"_L1);
    Result<Pair> pair = readPair(file, keyFile);
    if (!pair)
        return leafError(core::describe(pair.error()));
    if (pair->whole() && !matching(*pair))
        return leafError(
            tr("The key in %1 does not belong to the certificate in %2.").arg(keyFile, file));
    if (pair->certificate
        && X509_verify(pair->certificate.get(), X509_get0_pubkey(authority)) != 1) {
        ERR_clear_error();
        return leafError(tr("The certificate in %1 was not signed by the authority in %2.")
                             .arg(file, authorityFile(folder)));
    }
    return pair;
}

static Status writePair(const QString &certificateFile, const QString &keyFile, const Pair &pair)
{
    QByteArray pem = toPem(pair.key.get());
    const Status written = writePrivateFile(keyFile, pem);
    OPENSSL_cleanse(pem.data(), size_t(pem.size()));
    return written ? writePrivateFile(certificateFile, toPem(pair.certificate.get())) : written;
}

Status writeAuthority(const QString &folder, const Pair &pair)
{
    return writePair(authorityFile(folder), path(folder, "ca-key.pem"_L1), pair);
}

Status writeLeaf(const QString &folder, const Pair &pair)
{
    return writePair(path(folder, "leaf.pem"_L1), path(folder, "leaf-key.pem"_L1), pair);
}

} // namespace tls
