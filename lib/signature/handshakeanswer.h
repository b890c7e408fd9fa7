// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/handshake.h"
#include "signature/secret.h"

namespace signature
{

// Whether a text of an answer is well-formed: its pieces are {challenge}, {hmac-hex} and
// {hmac-base64}.
bool knownPieces(QByteArrayView text);

bool needsSecret(const Handshake &handshake); // for its answer

bool isChallenge(const Handshake &handshake, const http::Request &request);

struct HandshakeAnswer {
    http::Fields fields;
    QByteArray body;
};

// What the provider waits for; nothing where the request is no handshake, or where an HMAC is asked
// for and there is no secret.
std::optional<HandshakeAnswer> answerTo(const Handshake &handshake, const http::Request &request,
                                        const Secrets &secrets);

} // namespace signature
