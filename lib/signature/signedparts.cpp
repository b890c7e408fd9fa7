// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/signedparts.h"

namespace signature
{

SignedParts findParts(const http::Request &request, const Scheme &scheme)
{
    SignedParts parts;
    const QByteArray signatureField = signatureHeader(scheme);
    const QByteArray timestampField = timestampHeader(scheme);
    parts.body = request.body;
    for (const http::Field &field : request.fields) {
        if (http::sameName(field.name, signatureField)) {
            if (++parts.signatures == 1)
                parts.signature = field.value;
        } else if (http::sameName(field.name, timestampField)) {
            if (++parts.timestamps == 1)
                parts.timestamp = field.value;
        }
    }
    return parts;
}

Digest computeDigest(const SignedParts &parts, QByteArrayView key)
{
    Q_ASSERT(parts.isComputable());
    return hmacSha256(key, {parts.timestamp, ".", parts.body});
}

} // namespace signature
