// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/publickey.h"

namespace signature
{

// The public keys of a JWK or a JWK set (RFC 7517), those that are none left out: P-256, P-384,
// P-521, RSA and Ed25519.
std::vector<PublicKey> readJwks(QByteArrayView text);

} // namespace signature
