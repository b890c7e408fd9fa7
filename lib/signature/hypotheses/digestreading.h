// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/cause.h"
#include "signature/signatureform.h"

#include <QList>

namespace signature
{

// Bytes that a text may stand for when it is taken for an encoded digest.
struct DigestReading {
    QByteArray digest;
    std::optional<Cause> cause; // nothing: written as the scheme says
    QString clause; // completes "it fits if …": "the value is read as hex"
};

// All that make sense, the scheme's own encoding first; none with fewer than eight bytes, since
// those match by chance.
QList<DigestReading> digestReadings(const QByteArray &text, Encoding expected);

constexpr qsizetype fewestDigestBytes = 8;

// Other texts that code prints for a digest and that cannot be read back: Base64 that has lost its
// capitals, hex that has lost its zeros.
struct DigestPrint {
    Cause cause;
    QString clause;
    QByteArray text;
};
QList<DigestPrint> oddPrints(QByteArrayView digest);

} // namespace signature
