// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "tls/identity.h"
#include "tls/opensslptr.h"

#include <vector>

namespace tls
{

using Certificates = std::vector<CertificatePtr>;

// All certificates of a PEM text in its order, empty where there is none; `file` is for the error.
core::Result<Certificates> certificatesFromPem(const QByteArray &pem, const QString &file);

// The first private key of a PEM text.
core::Result<KeyPtr> keyFromPem(const QByteArray &pem, const QString &file,
                                const QString &password);

QByteArray toPem(X509 *certificate);
QByteArray toPem(EVP_PKEY *key); // not encrypted

// Qt's form of both; the key's is null for a kind that Qt's TLS does not take.
QSslCertificate toQt(X509 *certificate);
QSslKey toQt(EVP_PKEY *key);

// Microseconds since the epoch.
qint64 validFrom(const X509 *certificate);
qint64 validUntil(const X509 *certificate);

// Whether OpenSSL's latest error says that a cipher is only in its legacy provider, or nowhere.
bool needsLegacyProvider();

} // namespace tls
