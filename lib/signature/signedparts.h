// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/digesttext.h"
#include "signature/scheme.h"

namespace signature
{

// What a request says of itself where the scheme looks. Views into the request.
struct SignedParts {
    QByteArrayView signature; // the first one's value
    qsizetype signatures = 0; // how often the field stands
    QByteArrayView timestamp;
    qsizetype timestamps = 0;
    QByteArrayView body;

    // Without exactly one timestamp nobody knows what was signed.
    bool isComputable() const { return timestamps == 1; }
};

SignedParts findParts(const http::Request &request, const Scheme &scheme);

// The digest that the key gives for them; they must be computable.
Digest computeDigest(const SignedParts &parts, QByteArrayView key);

} // namespace signature
