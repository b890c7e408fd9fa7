// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/mac.h"

#include <algorithm>

namespace capture
{

// The first bits of a text's SHA-256; never 0, which means that there is no text.
template <typename Number> Number firstBits(QByteArrayView text)
{
    const signature::Digest digest = signature::digest(signature::Hash::Sha256, text);
    Number bits = 0;
    for (size_t i = 0; i < std::min(sizeof(Number), digest.size()); ++i)
        bits = Number(bits << 8) | digest.data()[i];
    return std::max(bits, Number(1));
}

} // namespace capture
