// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/candidate.h"

#include "signature/publickey.h"

namespace signature
{

namespace
{

constexpr size_t ed25519Signature = 64;
constexpr qsizetype longestSignature = 2048; // in bytes; RSA of 16384 bits

FormFault readFixed(const Scheme &scheme, size_t size, Candidate &candidate)
{
    const DigestText text = readDigest(candidate.text, scheme.encoding, size);
    candidate.digest = text.digest;
    switch (text.fault) {
    case DigestFault::None:
        return {};
    case DigestFault::Length:
        return {Reason::Length};
    case DigestFault::Alphabet:
        return {Reason::Alphabet, text.at};
    case DigestFault::Loose:
        return {Reason::Loose};
    }
    Q_UNREACHABLE();
}

FormFault readLong(const Scheme &scheme, Candidate &candidate)
{
    const auto bytes = decoded(candidate.text, scheme.encoding);
    if (!bytes || bytes->isEmpty() || bytes->size() > longestSignature)
        return {Reason::Form};
    candidate.bytes = *bytes;
    return {scheme.type == Type::Ecdsa && !isDerPair(*bytes) ? Reason::Form : Reason::None};
}

// RFC 7617.
FormFault readBasic(Candidate &candidate)
{
    constexpr QByteArrayView name("Basic ");
    if (!http::sameName(candidate.text.first(std::min(candidate.text.size(), name.size())), name))
        return {Reason::Form};
    const auto credentials
        = decoded(candidate.text.sliced(name.size()).trimmed(), Encoding::Base64);
    if (!credentials || !credentials->contains(':'))
        return {Reason::Form};
    candidate.bytes = *credentials;
    return {};
}

} // namespace

FormFault readCandidate(const Scheme &scheme, Candidate &candidate)
{
    switch (scheme.type) {
    case Type::Hmac:
    case Type::KeyedDigest:
        return readFixed(scheme, digestSize(scheme.hash), candidate);
    case Type::Ed25519:
        return readFixed(scheme, ed25519Signature, candidate);
    case Type::Ecdsa:
    case Type::Rsa:
        return readLong(scheme, candidate);
    case Type::Token:
        candidate.bytes = candidate.text.toByteArray();
        return {candidate.text.isEmpty() ? Reason::Form : Reason::None};
    case Type::Basic:
        return readBasic(candidate);
    case Type::Jws:
        candidate.jws = readJws(candidate.text, !scheme.jws.payload.isEmpty());
        return {candidate.jws ? Reason::None : Reason::Form};
    }
    Q_UNREACHABLE();
}

} // namespace signature
