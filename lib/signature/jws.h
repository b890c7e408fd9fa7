// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/requestvalues.h"

namespace signature
{

// A compact JWS (RFC 7515, 7.1), taken apart. Views into its text.
struct Jws {
    QByteArrayView signedPart; // header and payload as they stand, with the full stop
    QByteArrayView headerPart; // the header alone
    QByteArray header; // JSON
    QByteArray payload;
    QByteArray signature;
    QByteArray algorithm;
    QByteArray keyId;
    bool critical = false; // names extensions that a reader must understand
};

// Three parts in canonical Base64 for URLs, the first of them a JSON object with "alg"; the second
// one is empty when `detached` (RFC 7515, appendix F). Nothing for any other text.
std::optional<Jws> readJws(QByteArrayView text, bool detached);

// The hash of an algorithm ("HS256", "ES512"); nothing for EdDSA.
std::optional<Hash> hashOf(QByteArrayView algorithm);

// What keeps the claims from holding: the name of the first one; null: they hold.
QByteArray brokenClaim(const Scheme &scheme, RequestValues &values);

// Judges exp, nbf and iat at `receivedAt`, in microseconds since the epoch. The age is that of iat.
struct JwsTime {
    enum class State { None, Fresh, Expired, TooOld, NotYet, TooEarly, Missing, Malformed };
    State state = State::None;
    std::optional<qint64> ageSeconds;
};
JwsTime judgeClaims(const JwsRule &rule, RequestValues &values, qint64 receivedAt);

} // namespace signature
