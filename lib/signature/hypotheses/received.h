// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/cause.h"
#include "signature/diagnosis.h"

namespace signature
{

// A text that may be the signature, and what must have happened to it for that.
struct ReceivedText {
    QByteArray text;
    std::optional<Cause> cause; // none: it stands where and as the scheme says
    QString clause; // completes "it fits if …"
};

// What stands in the request where the scheme's signature belongs, or what the own code printed:
// the entries that the scheme knows, then what remains without prefixes, quotes and white space.
QList<ReceivedText> receivedTexts(const Question &question);

constexpr qsizetype mostReceivedTexts = 32;

} // namespace signature
