// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/secret.h"

namespace signature
{

enum class Signing { Now, Stale, Future, Wrong, None };

// Whether the scheme signs with a secret that both sides have. What only the sender's private key
// signs cannot be signed here.
bool canSign(const Scheme &scheme);

// The time as the scheme has it: "1795428000", "2026-11-23T10:00:00.123Z". A JWS has seconds.
QByteArray timestampText(const Scheme &scheme, qint64 microseconds);

// How far a timestamp must be away to be stale or in the future, in microseconds; 0: the scheme
// judges no age, or none of that kind.
qint64 staleBy(const Scheme &scheme);
qint64 futureBy(const Scheme &scheme);

// The request as a delivery of the scheme, but for the signature: the timestamp, in its header or
// in the place of the body's own, and whatever else is signed and not there yet, as an id or a
// nonce.
http::Request prepared(const Scheme &scheme, const http::Request &request,
                       const QByteArray &timestamp);

// The same with the signature, where the scheme has it: in a header, the query or the body. What
// stands there is replaced; a Content-Length follows the body. `timestamp` is timestampText()'s or
// any other text. An error says what cannot be signed and why.
core::Result<http::Request> sign(const Scheme &scheme, const Secret &secret,
                                 const http::Request &request, const QByteArray &timestamp,
                                 const Context &context = {});

// A secret of the scheme's form that nobody has.
SecretPtr strangeSecret(const Scheme &scheme);

} // namespace signature
