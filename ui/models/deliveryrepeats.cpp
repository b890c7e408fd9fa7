// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/repeats.h"
#include "models/deliveryrows.h"
#include "signature/catalogue.h"

#include <algorithm>

namespace models
{

namespace
{

constexpr quint32 mostAttempt = (1U << 20) - 1;
constexpr int mostCompared = 64; // signatures; a sender that goes on for days has more
constexpr int mostOriginals = 1000; // that an import may have a copy of

// Whether an imported row tells of the same arrival as one before. Two of one import at different
// times are two arrivals; others of one signature are taken for a copy, since two programs note
// different times. A retry that nobody signed cannot be told from a copy of what arrived here: an
// import is no evidence of one.
bool isSame(const PackedRow &before, const PackedRow &imported)
{
    if (before.receivedAt == imported.receivedAt)
        return true;
    const bool unsignedHere = imported.signaturePrint == 0 && !before.imported();
    return before.signaturePrint == imported.signaturePrint
        && (before.import != imported.import || imported.import == PackedRow::lastImport)
        && (imported.signaturePrint != 0 || unsignedHere);
}

} // namespace

// Makes the last row its group's last one; gives back the one before, or GroupTable::none.
quint32 DeliveryRows::exchangeLast()
{
    const auto number = quint32(m_size - 1);
    if ((*this)[number].group == 0)
        return GroupTable::none;
    return m_lastOfGroup.exchange(number, [this](quint32 other) { return (*this)[other].group; });
}

quint32 DeliveryRows::lastOf(quint64 group) const
{
    return group == 0
        ? GroupTable::none
        : m_lastOfGroup.last(group, [this](quint32 row) { return (*this)[row].group; });
}

// Finds what a new row is a repetition of. A copy is none, and nothing is one of it.
void DeliveryRows::link()
{
    PackedRow &row = (*this)[m_size - 1];
    if (row.imported()) {
        row.previous = lastOf(row.group);
        row.copied = originalOf(row) != GroupTable::none;
    }
    if (row.copied) {
        row.first = quint32(m_size - 1);
        return;
    }
    row.previous = exchangeLast();
    row.first = quint32(m_size - 1);
    if (row.previous == GroupTable::none)
        return;
    const PackedRow &previous = (*this)[row.previous];
    row.replayed = signedBefore(row);
    if (!row.byId && !row.replayed
        && !capture::withinRetrying(since(previous.first), row.receivedAt))
        return;
    row.first = previous.first;
    row.attempt = std::min<quint32>(previous.attempt + 1, mostAttempt) & mostAttempt;
}

// Whatever went between them: what was one delivery, tried again, stays one, and no other joins.
void DeliveryRows::linkAgain(const std::vector<quint32> &firsts, qint64 since)
{
    PackedRow &row = (*this)[m_size - 1];
    row.previous = row.copied ? lastOf(row.group) : exchangeLast();
    row.first = quint32(m_size - 1);
    if (row.copied)
        return;
    if (row.previous != GroupTable::none && firsts[row.previous] == firsts.back())
        row.first = (*this)[row.previous].first;
    else if (row.attempt > 1)
        m_since.insert(row.first, since);
}

qint64 DeliveryRows::since(quint32 first) const
{
    return m_since.value(first, (*this)[first].receivedAt);
}

bool DeliveryRows::signedBefore(const PackedRow &row) const
{
    quint32 other = row.signaturePrint == 0 ? GroupTable::none : row.previous;
    for (int i = 0; i < mostCompared && other != GroupTable::none; ++i) {
        if ((*this)[other].signaturePrint == row.signaturePrint)
            return true;
        other = (*this)[other].previous;
    }
    return false;
}

quint32 DeliveryRows::originalOf(const PackedRow &copy) const
{
    quint32 other = copy.previous;
    for (int i = 0; i < mostOriginals && other != GroupTable::none; ++i) {
        if (isSame((*this)[other], copy))
            return other;
        other = (*this)[other].previous;
    }
    return GroupTable::none;
}

Repeat DeliveryRows::copyOf(const PackedRow &copy) const
{
    const quint32 original = originalOf(copy);
    Repeat repeat{.copied = true};
    if (original != GroupTable::none)
        repeat.first = (*this)[original].id;
    return repeat;
}

QList<qint64> DeliveryRows::attemptsOf(qsizetype number) const
{
    constexpr int mostSteps = 10'000; // past attempts of another delivery with the same body
    const PackedRow &row = (*this)[number];
    QList<qint64> ids;
    if (row.group == 0)
        return ids;
    quint32 other = lastOf(row.group);
    for (int i = 0; i < mostSteps && other != GroupTable::none && ids.size() < mostAttempts; ++i) {
        if ((*this)[other].first == row.first)
            ids.prepend((*this)[other].id);
        other = (*this)[other].previous;
    }
    return ids.size() > 1 ? ids : QList<qint64>();
}

std::optional<Repeat> DeliveryRows::repeat(qsizetype number) const
{
    const PackedRow &row = (*this)[number];
    if (row.copied)
        return copyOf(row);
    if (row.group == 0)
        return {};
    const PackedRow &last = (*this)[lastOf(row.group)];
    const PackedRow &first = (*this)[row.first];
    // Those that came after, unless they were taken for another delivery of the same body.
    const quint32 attempts = last.first == row.first ? last.attempt : row.attempt;
    if (attempts == 1)
        return {};
    Repeat repeat{.attempt = row.attempt,
                  .attempts = attempts,
                  .byId = row.byId != 0,
                  .ofSmile = string(row.scheme) == signature::smile().id.toUtf8()};
    if (first.attempt == 1) {
        repeat.first = first.id;
        repeat.sinceFirst = row.receivedAt - first.receivedAt;
        repeat.firstStatus = first.status;
    }
    if (row.previous != GroupTable::none && (*this)[row.previous].first == row.first) {
        const PackedRow &previous = (*this)[row.previous];
        repeat.previous = previous.id;
        repeat.sincePrevious = row.receivedAt - previous.receivedAt;
    }
    if (row.signaturePrint != 0)
        repeat.signing = row.replayed ? Repeat::Signing::Same : Repeat::Signing::Anew;
    return repeat;
}

} // namespace models
