// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/messagetemplate.h"

#include <QByteArrayList>

namespace signature
{

// A value that must be there and equal.
struct Requirement {
    Place place;
    QByteArray value;

    bool operator==(const Requirement &) const = default;
};

struct ClaimRule {
    QByteArray claim;
    MessageTemplate equals;
    bool optional = false; // may be absent
    bool withBody = false; // must be there with a body, and must not without one
    bool whenKnown = false; // counts only where all that it equals is known

    bool operator==(const ClaimRule &) const = default;
};

struct JwsRule {
    QByteArrayList algorithms; // "HS256"; no others are taken
    QList<ClaimRule> bind;
    QList<Requirement> requireClaims;
    std::optional<qint64> leeway; // in seconds, for exp and nbf
    std::optional<qint64> maxAge; // in seconds since iat
    bool mustExpire = false; // exp must be there
    MessageTemplate payload; // of a detached JWS (RFC 7515, appendix F); else empty

    bool operator==(const JwsRule &) const = default;
};

} // namespace signature
