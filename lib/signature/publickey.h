// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/opensslptr.h"
#include "signature/scheme.h"
#include "signature/secret.h"

#include <QByteArrayView>

#include <vector>

namespace signature
{

enum class KeyFault { None, Unreadable, Private, OtherKind };

// What a pasted text holds: one key, or those of a JWK set. The `id` is a JWK's.
struct PublicKey {
    KeyPtr key;
    QByteArray id;
};

struct PublicKeys {
    std::vector<PublicKey> keys;
    KeyFault fault = KeyFault::None;
};

// Reads any of the formats by its looks (PEM of a key or a certificate, with its lines or as one,
// its Base64 alone, 32 bytes of Ed25519 in hex or Base64, JWK, JWK set), and wants keys that the
// scheme can use. A certificate is a key here: nobody's trust is checked, nothing is fetched.
PublicKeys readPublicKeys(const Scheme &scheme, QByteArrayView text);

// The text as the last call on this thread read it: parsing costs more than verifying. The keys
// live until this thread's next call.
const PublicKeys &publicKeys(const Scheme &scheme, const SecretPtr &secret);

// `hash` is what the key's algorithm signs; Ed25519 has its own. RSA means PKCS #1 v1.5 (RFC 8017,
// 8.2); of ECDSA the signature is in DER (RFC 3279, 2.2.3).
bool verifies(EVP_PKEY *key, std::optional<Hash> hash, QByteArrayView signature,
              QByteArrayView message);

// Whether a key can have made a JWS's signature (RFC 7518, 3.1; RFC 8037, 3.1).
bool isKeyOf(QByteArrayView algorithm, const EVP_PKEY *key);

// r and s side by side (RFC 7518, 3.4) as DER; empty for an odd length.
QByteArray derFromPair(QByteArrayView pair);
bool isDerPair(QByteArrayView der);

} // namespace signature
