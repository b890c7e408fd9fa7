// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/mac.h"

#include <QByteArray>

namespace signature
{

enum class DigestFault {
    None,
    Length,
    Alphabet, // a character that the encoding has not, or padding where none belongs
    Loose, // the bits beyond the digest are not zero (RFC 4648, 3.5)
};

// Reads only the one canonical form, but hex in either case. The digest is whole only without a
// fault.
struct DigestText {
    Digest digest;
    DigestFault fault = DigestFault::None;
    qsizetype at = 0; // of the character that is none of the encoding's
};

// `size` is the digest's, in bytes.
DigestText readDigest(QByteArrayView text, Encoding encoding, size_t size);
QByteArray writeDigest(const Digest &digest, Encoding encoding);

// How many characters so many bytes take: padded Base64 (RFC 4648, 4), Base64 for URLs without
// padding (5), hex (8).
qsizetype textLength(Encoding encoding, size_t size);

// Of any length, in the same canonical form; nothing for any other text.
std::optional<QByteArray> decoded(QByteArrayView text, Encoding encoding);
QByteArray encoded(QByteArrayView bytes, Encoding encoding);

} // namespace signature
