// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/requestvalues.h"

#include <QVarLengthArray>

namespace signature
{

// What a template gives for a request: pieces that stand in one row. Views into the request's
// values; `missing` is the place whose value nothing can be computed without.
struct SignedText {
    QVarLengthArray<QByteArrayView, 16> pieces;
    std::optional<Place> missing;
    bool repeated = false; // it is there, but more than once
    bool tooLong = false; // a scheme that takes the same values again and again

    bool isWhole() const { return !missing; }
    QByteArray joined() const;
    bool says(QByteArrayView text) const; // compared in constant time
};

// How many bytes one text may take for a request with such a body; its filters' input counts too.
qsizetype roomForText(QByteArrayView body);

SignedText signedText(const MessageTemplate &message, RequestValues &values, QByteArrayView secret);

} // namespace signature
