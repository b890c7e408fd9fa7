// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/place.h"
#include "signature/verdict.h"

namespace signature
{

// Why a signature is judged as it is.
enum class Reason : quint8 {
    None,
    Missing,
    Repeated, // a header
    TooMany,
    Prefix,
    NoEntry, // none of the scheme's kind or version
    Length,
    Alphabet,
    Loose, // not in the one canonical form
    Form, // no DER, no basic credentials, no JWS
    NoSecret,
    Requirement,
    MissingInput, // a value that is part of the signed text
    RepeatedInput,
    TooLong, // the signed text
    BodyDigest,
    Algorithm,
    Claim,
    Mismatch,
};

struct Finding {
    Signature signature = Signature::NotApplicable;
    Reason reason = Reason::None;
    Place place; // of Missing, Repeated, Requirement and the inputs
    QByteArray detail; // the algorithm, the claim, the value; the text whose form is wrong
    qsizetype at = 0; // of Alphabet: of the character
    qsizetype item = -1; // which element of `each`, counted from 0
    QString secret; // label of the one that matched
};

} // namespace signature
