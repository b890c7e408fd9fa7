// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <QString>

#include <optional>

namespace signature
{

// A scheme in words for people.
QString algorithmText(const Scheme &scheme); // "HMAC-SHA256, written in Base64"
QString messageText(const Scheme &scheme); // "timestamp, full stop, body"
QString keyText(const Scheme &scheme); // "decoded from Base64"; empty: its text is the key
QString placeText(const Place &place); // "header X-Request-Id"

// Whether a shared secret gives the value, or nothing can be computed here: public keys, tokens.
bool isComputed(const Scheme &scheme);

// How many characters a signature has; nothing where that is not fixed.
std::optional<qsizetype> signatureLength(const Scheme &scheme);

// What the scheme needs of the receiver's own set-up: the names of its {config:…}, each once.
QByteArrayList parameterNames(const Scheme &scheme);

} // namespace signature
