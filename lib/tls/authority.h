// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/identity.h"

#include <QStringList>

namespace tls
{

// The local certificate authority: made once, name-constrained to localhost, 127.0.0.1 and ::1,
// path length 0, ten years; its leaf (at most 398 days) renews itself. PEM files of mode 0600 in a
// folder of mode 0700: ca.pem, ca-key.pem, leaf.pem, leaf-key.pem. Several processes may open one
// folder at a time.
class Authority
{
public:
    // Reads the folder, or makes what is missing. `now` in microseconds since the epoch; a leaf
    // with less than 30 days left is renewed, keeping its key. Never replaces an authority by
    // itself, nor a file that it cannot read or that belongs to another authority.
    static core::Result<Authority> open(const QString &folder, qint64 now);

    // Like open(), but puts a new leaf with a new key in place of whatever leaf is there.
    static core::Result<Authority> openWithNewLeaf(const QString &folder, qint64 now);

    // The same, and where the authority itself cannot serve any more, the folder is renamed and a
    // new authority made: whoever trusted the old one must trust it first.
    static core::Result<Authority> openAnew(const QString &folder, qint64 now);

    const Identity &leaf() const { return m_leaf; }
    const QSslCertificate &certificate() const { return m_certificate; }
    QString certificateFile() const; // ca.pem
    core::Result<Identity> renewLeaf(qint64 now); // with a new key

private:
    QString m_folder;
    QSslCertificate m_certificate;
    Identity m_leaf;
};

} // namespace tls
