// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/guessedvalue.h"

#include "signature/digesttext.h"

#include <algorithm>

namespace signature
{

namespace
{

constexpr qsizetype ed25519Signature = 64; // in bytes, RFC 8032
constexpr qsizetype shortestSignature = 56; // of ECDSA on any curve in use, in DER

std::optional<Hash> hashOfSize(qsizetype size)
{
    switch (size) {
    case 16:
        return Hash::Md5;
    case 20:
        return Hash::Sha1;
    case 32:
        return Hash::Sha256;
    case 48:
        return Hash::Sha384;
    case 64:
        return Hash::Sha512;
    default:
        return {};
    }
}

// What a value of so many bytes is: a digest by its length; what a private key made, for a scheme
// that checks with the public one, is as long as that key wants.
std::optional<Hash> hashOf(const Scheme &scheme, qsizetype size)
{
    if (!hasPublicKey(scheme))
        return hashOfSize(size);
    const bool fits
        = scheme.type == Type::Ed25519 ? size == ed25519Signature : size >= shortestSignature;
    return fits ? std::optional(scheme.hash) : std::nullopt;
}

bool isNumber(QByteArrayView text, qsizetype digits)
{
    return text.size() == digits
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool hasPublicKey(const Scheme &scheme)
{
    return scheme.type == Type::Ed25519 || scheme.type == Type::Ecdsa || scheme.type == Type::Rsa;
}

std::optional<GuessedValue> readGuessedValue(const Scheme &scheme, QByteArrayView value)
{
    for (const Encoding encoding : {Encoding::Hex, Encoding::Base64, Encoding::Base64Url}) {
        const auto bytes = decoded(value, encoding);
        if (const auto hash = bytes ? hashOf(scheme, bytes->size()) : std::nullopt)
            return GuessedValue{encoding, *hash};
    }
    return {};
}

std::optional<Unit> guessedUnit(QByteArrayView text)
{
    if (isNumber(text, 10))
        return Unit::Seconds;
    if (isNumber(text, 13))
        return Unit::Milliseconds;
    const bool date = text.size() >= 19 && text[4] == '-' && text[7] == '-' && text[13] == ':';
    return date ? std::optional(Unit::Iso8601) : std::nullopt;
}

} // namespace signature
