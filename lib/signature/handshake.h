// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "signature/jwsrule.h"

namespace signature
{

// How a provider makes sure that an address is its receiver's: a request with a value that the
// answer has to show again, as it is or as an HMAC-SHA256 with the endpoint's secret.
struct Handshake {
    QByteArray method; // of the request
    Place challenge; // where the value stands; without it the request is no handshake
    QList<Requirement> require; // what else the request must hold; an empty value is any
    http::Fields fields; // of the answer; values are texts with pieces, as those below
    QByteArray text; // the answer's body, unless it is JSON
    QList<std::pair<QByteArray, QByteArray>> members; // of its JSON object

    bool operator==(const Handshake &) const = default;
};

} // namespace signature
