// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace signature
{

// What a header's value may be, by how it looks.
struct GuessedValue {
    Encoding encoding = Encoding::Hex;
    Hash hash = Hash::Sha256;
};

// As a signature of that type of scheme, in the first encoding in which it can be one.
std::optional<GuessedValue> readGuessedValue(const Scheme &scheme, QByteArrayView value);

// As a timestamp.
std::optional<Unit> guessedUnit(QByteArrayView text);

// Whether the scheme checks with a public key what the private one has signed.
bool hasPublicKey(const Scheme &scheme);

} // namespace signature
