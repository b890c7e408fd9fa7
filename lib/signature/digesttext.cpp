// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/digesttext.h"

namespace signature
{

namespace
{

constexpr qsizetype sextets = digestTextLength - 1; // the last character is padding

// -1 for what is no Base64 character.
constexpr int sextet(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+')
        return 62;
    return c == '/' ? 63 : -1;
}

} // namespace

DigestText readDigest(QByteArrayView text)
{
    DigestText result;
    if (text.size() != digestTextLength) {
        result.fault = DigestFault::Length;
        return result;
    }
    quint32 bits = 0;
    int held = 0;
    size_t filled = 0;
    for (; result.at < sextets; ++result.at) {
        const int value = sextet(text[result.at]);
        if (value < 0)
            break;
        bits = bits << 6 | quint32(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            result.digest[filled++] = uchar(bits >> held);
        }
    }
    if (result.at < sextets || text.back() != '=')
        result.fault = DigestFault::Alphabet;
    else if ((bits & 3) != 0)
        result.fault = DigestFault::Loose;
    return result;
}

QByteArray writeDigest(const Digest &digest)
{
    const auto *bytes = reinterpret_cast<const char *>(digest.data());
    return QByteArray::fromRawData(bytes, qsizetype(digest.size())).toBase64();
}

} // namespace signature
