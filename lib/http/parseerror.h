// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace http
{

// Every way a request can be wrong; the peer's fault, so it is data.
enum class ParseError {
    None,
    BareLineEnd, // CR or LF alone (RFC 9112, 2.2)
    BadRequestLine,
    BadMethod,
    ConnectRefused,
    BadTarget,
    TargetTooLong,
    VersionNotSupported,
    HeadTooLarge,
    TooManyFields,
    BadFieldName, // empty, or a byte that is no token (RFC 9110, 5.1)
    SpaceAroundName, // before the colon (RFC 9112, 5.1)
    FoldedField, // obs-fold (RFC 9112, 5.2)
    BadFieldValue, // a control character (RFC 9110, 5.5)
    MissingHost,
    RepeatedHost,
    BadHost,
    BadLength,
    LengthAndEncoding, // RFC 9112, 6.3
    BadEncoding,
    BadChunk,
    ChunkExtensionsTooLong,
    TrailersTooLarge,
    BodyTooLarge,
    Malformed, // what llhttp refuses beyond the above
};

// The status it is answered with (product limits; RFC 9110, 15.5).
int status(ParseError error);

// A sentence for the row: "The header block is larger than the limit."
QString describe(ParseError error);

} // namespace http
