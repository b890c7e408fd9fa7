// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/shape.h"
#include "signature/verdict.h"

namespace capture
{

// What is odd about a delivery beside those that arrived before it.
struct Oddities {
    QList<json::Departure> drift; // of its body, beside those of its topic
    qint64 newer = 0; // id of one that came before, with a newer state of its subject; 0: none

    bool operator==(const Oddities &) const = default;
};

// Whether anybody may have sent it: nothing is learned from that. Without a secret nobody knows.
constexpr bool isForged(const signature::Verdict &verdict)
{
    using signature::Signature;
    return verdict.signature == Signature::Invalid || verdict.signature == Signature::Unsigned
        || verdict.signature == Signature::Malformed;
}

// As they stand in a store: JSON, empty for none. What cannot be read is left out.
QByteArray writeDrift(const QList<json::Departure> &drift);
QList<json::Departure> readDrift(const QByteArray &text);

} // namespace capture
