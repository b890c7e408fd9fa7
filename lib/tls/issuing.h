// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/opensslptr.h"

#include <QtGlobal>

namespace tls
{

// What the local authority is made of; `now` in microseconds since the epoch. Null only when
// OpenSSL has no memory or no randomness.

// A new P-256 key.
KeyPtr newKey();

// A self-signed authority for ten years, limited to localhost, 127.0.0.1 and ::1 by critical name
// constraints (RFC 5280, 4.2.1.10), path length 0.
CertificatePtr newAuthority(EVP_PKEY *key, qint64 now);

// A server certificate for the same names, 397 days or up to the authority's own end.
CertificatePtr newLeaf(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey, qint64 now);

} // namespace tls
