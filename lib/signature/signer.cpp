// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/signer.h"

#include "signature/digesttext.h"

namespace signature
{

http::Fields sign(const Scheme &scheme, const Secret &secret, const QByteArray &timestamp,
                  const QByteArray &body)
{
    const Digest digest = hmacSha256(secret.bytes(), {timestamp, ".", body});
    return {{timestampHeader(scheme), timestamp}, {signatureHeader(scheme), writeDigest(digest)}};
}

} // namespace signature
