// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/pem.h"

namespace tls
{

// A key and its certificate as they lie in the folder; null: that file is not there.
struct Pair {
    KeyPtr key;
    CertificatePtr certificate;

    bool whole() const { return key && certificate; }
};

QString authorityFile(const QString &folder); // ca.pem

// ca.pem and ca-key.pem. Errors: unreadable or damaged, not of one another, not an authority,
// expired, not yet valid; each says what to do. Either file may be missing.
core::Result<Pair> readAuthority(const QString &folder, qint64 now);

// leaf.pem and leaf-key.pem. Errors: unreadable or damaged, not of one another, signed by another
// authority.
core::Result<Pair> readLeaf(const QString &folder, X509 *authority);

// Write the files that `pair` stands for; the key first, so that a certificate never lacks its key.
core::Status writeAuthority(const QString &folder, const Pair &pair);
core::Status writeLeaf(const QString &folder, const Pair &pair);

} // namespace tls
