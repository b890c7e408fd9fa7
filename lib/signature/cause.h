// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace signature
{

// Why a signature does not fit. In the order in which two of them are named together.
enum class Cause : quint8 {
    JsonReserialised,
    JsonEscaping,
    Charset,
    Newline,
    WrappedBody,
    FormEncoding,
    SecretWhitespace,
    SecretDecoding,
    OtherSecret,
    CredentialKind,
    OtherCredentialOwner,
    Url,
    Query,
    TimestampText,
    Clock,
    Layout,
    Digest,
    OtherScheme,
    SignatureFormat,
    RotatedKey,
    AlteredBody,
    HeaderMissing,
    EmptySecret,
    Handshake,
};
constexpr int causeCount = int(Cause::Handshake) + 1;

// The ids of files and of the command line: "json-reserialised".
QString word(Cause cause);
std::optional<Cause> causeFromWord(QStringView word);

// The same for people, as a sentence without its full stop: "The JSON was written anew".
QString title(Cause cause);

// Whose value is explained.
enum class Origin : quint8 {
    Sender, // the signature that came with the request
    OwnCode, // a value that the developer's own code printed
};

// What usually brings it about, and what to do about it: sentences for somebody who has never
// verified a signature before. Both are empty for what the fact itself explains.
QString explanation(Cause cause, Origin origin);
QString remedy(Cause cause, Origin origin);

} // namespace signature
