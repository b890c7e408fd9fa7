// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace tls
{

// A private key and the certificate chain that vouches for it, leaf first.
struct Identity {
    QSslKey key;
    QList<QSslCertificate> chain;
};

// Reads a PEM chain and its PEM key. Errors tell apart: unreadable, not PEM, password needed or
// wrong, key and certificate that do not match, not yet valid, expired.
core::Result<Identity> identityFromPem(const QString &chainFile, const QString &keyFile,
                                       const QString &password = {});

// Reads a PKCS#12 file; tells an old cipher (OpenSSL's legacy provider) from a wrong password.
core::Result<Identity> identityFromPkcs12(const QString &file, const QString &password);

// SHA-256 of the certificate as "3F:9A:…".
QString fingerprint(const QSslCertificate &certificate);

} // namespace tls
