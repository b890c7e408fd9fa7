// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/mac.h"

#include <QByteArray>

namespace signature
{

// A SHA-256 digest in padded Base64 (RFC 4648, 4).
constexpr qsizetype digestTextLength = 44;

enum class DigestFault {
    None,
    Length,
    Alphabet, // a character that Base64 has not, or padding where none belongs
    Loose, // the bits beyond the digest are not zero (RFC 4648, 3.5)
};

// Reads only the one canonical form. The digest is whole only without a fault.
struct DigestText {
    Digest digest{};
    DigestFault fault = DigestFault::None;
    qsizetype at = 0; // of the character that is none of Base64's
};

DigestText readDigest(QByteArrayView text);
QByteArray writeDigest(const Digest &digest);

} // namespace signature
