// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/digestreading.h"
#include "signature/hypotheses/received.h"
#include "signature/mac.h"

namespace signature
{

// How a digest stands in what was received.
struct Reading {
    QByteArray digest; // may be the beginning only
    QList<Cause> causes; // none: as the scheme says
    QStringList clauses; // one a cause
};

// All digests that were received, to be compared with what is computed.
class Readings
{
public:
    explicit Readings(const Question &question);

    // Of the digests that can be told apart by their length.
    const QList<Hash> &hashes() const { return m_hashes; }
    bool isEmpty() const { return m_hashes.isEmpty(); }

    // How the digest was received; nothing when it was not, or only in a way that would need more
    // causes than two together with those that led to it.
    std::optional<Reading> match(const Digest &digest, Hash hash, const QList<Cause> &before) const;

private:
    std::optional<Reading> accepted(Reading reading, const QByteArray &digest, Hash hash) const;
    std::optional<Reading> oddMatch(const Digest &digest) const;

    Hash m_usual;
    QList<Hash> m_hashes;
    QList<Reading> m_all;
    QList<ReceivedText> m_odd; // texts that cannot be read back
};

// Puts them together, each once, in the enum's order.
QList<Cause> joined(const QList<Cause> &some, const QList<Cause> &more);
constexpr qsizetype mostCauses = 2;

} // namespace signature
