// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/digesttext.h"

#include <array>
#include <string_view>

namespace signature
{

namespace
{

struct Decoding {
    DigestFault fault = DigestFault::None;
    qsizetype at = 0;
};

// By character; -1 for what is none of Base64. `last` are the two that the alphabets differ in.
using Sextets = std::array<qint8, 256>;

constexpr Sextets sextetsOf(std::string_view last)
{
    Sextets all{};
    all.fill(-1);
    qint8 value = 0;
    for (char c = 'A'; c <= 'Z'; ++c)
        all[size_t(c)] = value++;
    for (char c = 'a'; c <= 'z'; ++c)
        all[size_t(c)] = value++;
    for (char c = '0'; c <= '9'; ++c)
        all[size_t(c)] = value++;
    for (const char c : last)
        all[size_t(c)] = value++;
    return all;
}

constexpr Sextets plainSextets = sextetsOf("+/");
constexpr Sextets urlSextets = sextetsOf("-_");

constexpr int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char letter = char(c | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// Both read a text of just the right length for `size` bytes.
Decoding readHex(QByteArrayView text, uchar *bytes)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int value = hexDigit(text[at]);
        if (value < 0)
            return {DigestFault::Alphabet, at};
        uchar &byte = bytes[at / 2];
        byte = uchar(at % 2 == 0 ? value << 4 : byte | value);
    }
    return {};
}

// Whole groups of four characters, up to the first that has one of no Base64; gives back where that
// is.
qsizetype readGroups(QByteArrayView text, const Sextets &sextetOf, qsizetype sextets, uchar *&bytes)
{
    qsizetype at = 0;
    for (; at + 4 <= sextets; at += 4) {
        const int first = sextetOf[uchar(text[at])];
        const int second = sextetOf[uchar(text[at + 1])];
        const int third = sextetOf[uchar(text[at + 2])];
        const int fourth = sextetOf[uchar(text[at + 3])];
        if ((first | second | third | fourth) < 0)
            break;
        const quint32 bits
            = quint32(first) << 18 | quint32(second) << 12 | quint32(third) << 6 | quint32(fourth);
        *bytes++ = uchar(bits >> 16);
        *bytes++ = uchar(bits >> 8);
        *bytes++ = uchar(bits);
    }
    return at;
}

Decoding readBase64(QByteArrayView text, const Sextets &sextetOf, size_t size, uchar *bytes)
{
    const auto sextets = qsizetype((size * 8 + 5) / 6);
    quint32 bits = 0;
    int held = 0;
    qsizetype at = readGroups(text, sextetOf, sextets, bytes);
    for (; at < sextets; ++at) {
        const int value = sextetOf[uchar(text[at])];
        if (value < 0)
            return {DigestFault::Alphabet, at};
        bits = bits << 6 | quint32(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            *bytes++ = uchar(bits >> held);
        }
    }
    for (; at < text.size(); ++at) {
        if (text[at] != '=')
            return {DigestFault::Alphabet, at};
    }
    const quint32 spare = (quint32(1) << held) - 1;
    return {(bits & spare) == 0 ? DigestFault::None : DigestFault::Loose, 0};
}

Decoding read(QByteArrayView text, Encoding encoding, size_t size, uchar *bytes)
{
    switch (encoding) {
    case Encoding::Hex:
        return readHex(text, bytes);
    case Encoding::Base64:
        return readBase64(text, plainSextets, size, bytes);
    case Encoding::Base64Url:
        return readBase64(text, urlSextets, size, bytes);
    }
    Q_UNREACHABLE();
}

// How many bytes a text of that length can hold at most; -1: a length that no text has.
qsizetype bytesIn(QByteArrayView text, Encoding encoding)
{
    const qsizetype length = text.size();
    switch (encoding) {
    case Encoding::Hex:
        return length % 2 == 0 ? length / 2 : -1;
    case Encoding::Base64: {
        const qsizetype padding = text.endsWith("==") ? 2 : text.endsWith('=') ? 1 : 0;
        return length % 4 == 0 ? length / 4 * 3 - padding : -1;
    }
    case Encoding::Base64Url:
        return length % 4 != 1 ? length * 3 / 4 : -1;
    }
    Q_UNREACHABLE();
}

} // namespace

qsizetype textLength(Encoding encoding, size_t size)
{
    switch (encoding) {
    case Encoding::Hex:
        return qsizetype(size * 2);
    case Encoding::Base64:
        return qsizetype((size + 2) / 3 * 4);
    case Encoding::Base64Url:
        return qsizetype((size * 8 + 5) / 6);
    }
    Q_UNREACHABLE();
}

DigestText readDigest(QByteArrayView text, Encoding encoding, size_t size)
{
    DigestText result{.digest = Digest(size)};
    if (text.size() != textLength(encoding, size)) {
        result.fault = DigestFault::Length;
        return result;
    }
    const Decoding decoding = read(text, encoding, size, result.digest.data());
    result.fault = decoding.fault;
    result.at = decoding.at;
    return result;
}

QByteArray writeDigest(const Digest &digest, Encoding encoding)
{
    return encoded(digest.view(), encoding);
}

std::optional<QByteArray> decoded(QByteArrayView text, Encoding encoding)
{
    const qsizetype size = bytesIn(text, encoding);
    if (size < 0)
        return {};
    QByteArray bytes(size, Qt::Uninitialized);
    const Decoding decoding
        = read(text, encoding, size_t(size), reinterpret_cast<uchar *>(bytes.data()));
    return decoding.fault == DigestFault::None ? std::optional(bytes) : std::nullopt;
}

QByteArray encoded(QByteArrayView bytes, Encoding encoding)
{
    const auto all = QByteArray::fromRawData(bytes.data(), bytes.size());
    switch (encoding) {
    case Encoding::Hex:
        return all.toHex();
    case Encoding::Base64:
        return all.toBase64();
    case Encoding::Base64Url:
        return all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }
    Q_UNREACHABLE();
}

} // namespace signature
