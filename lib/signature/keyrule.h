// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace signature
{

// Of a public key, as the provider's pages show it.
enum class KeyFormat : quint8 {
    Pem,
    PemOneLine,
    SpkiBase64,
    Ed25519Hex,
    Ed25519Base64,
    X509Pem,
    Jwk,
};

// A step from a secret's text to the bytes of the key.
struct KeyStep {
    enum class Kind : quint8 { Utf8, Base64, Hex, StripPrefix, Suffix, Nfkd, Sha1, Base64Behind };
    Kind kind = Kind::Utf8;
    // Of StripPrefix (taken off where it stands), Suffix and Base64Behind (only what stands behind
    // it is decoded, any other secret is left as it is).
    QByteArray text;

    bool operator==(const KeyStep &) const = default;
};

} // namespace signature
