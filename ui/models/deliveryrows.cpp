// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliveryrows.h"

#include "capture/repeats.h"
#include "signature/catalogue.h"

#include <algorithm>
#include <limits>

namespace models
{

using signature::Freshness;
using signature::Signature;

namespace
{

constexpr quint32 mostAttempt = (1U << 28) - 1;
constexpr int mostCompared = 64; // signatures; a sender that goes on for days has more

// Spreads the bits of what counts up: the finishing steps of a 64-bit hash.
quint64 spread(quint64 value)
{
    value = (value ^ (value >> 33)) * 0xff51'afd7'ed55'8ccd;
    value = (value ^ (value >> 33)) * 0xc4ce'b9fe'1a85'ec53;
    return value ^ (value >> 33);
}

template <typename T> T cut(qint64 value)
{
    return T(
        std::clamp<qint64>(value, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
}

qint32 packedAge(std::optional<qint64> seconds)
{
    return seconds ? std::max(cut<qint32>(*seconds), PackedRow::noAge + 1) : PackedRow::noAge;
}

} // namespace

std::optional<qint64> PackedRow::ageSeconds() const
{
    if (rejected() || age == noAge)
        return {};
    return age;
}

bool PackedRow::troubled() const
{
    return rejected() || status >= 400
        || (signatureVerdict() != Signature::Verified
            && signatureVerdict() != Signature::NotApplicable)
        || (freshnessVerdict() != Freshness::Fresh
            && freshnessVerdict() != Freshness::NotApplicable);
}

DeliveryRows::DeliveryRows()
    : DeliveryRows(std::make_shared<StringPool>())
{
}

DeliveryRows::DeliveryRows(std::shared_ptr<StringPool> strings)
    : m_strings(std::move(strings))
{
}

qint64 DeliveryRows::lastId() const { return m_size == 0 ? 0 : (*this)[m_size - 1].id; }

void DeliveryRows::append(const capture::Summary &row)
{
    if (row.id <= lastId())
        return;
    const auto add = [this](const QString &text) { return m_strings->add(text.toUtf8()); };
    const quint32 endpoint = add(row.endpoint);
    const quint32 eventId = add(row.eventId);
    push({
        .id = row.id,
        .receivedAt = row.receivedAt,
        .group = groupOf(row, endpoint, eventId),
        .endpoint = endpoint,
        .peer = add(row.peer),
        .topic = add(row.topic),
        .account = add(row.account),
        .eventId = eventId,
        .scheme = add(row.scheme),
        .secret = add(row.secret),
        .text = add(row.text),
        .request = row.method.isEmpty() ? 0 : m_strings->add(row.method + ' ' + row.target),
        .note = add(row.note),
        .age = row.rejection ? cut<qint32>(row.count) : packedAge(row.ageSeconds),
        .size = cut<quint32>(row.bodySize),
        .latency = cut<qint32>(row.latency),
        .signaturePrint = row.prints.signature,
        .previous = GroupTable::none,
        .first = 0,
        .attempt = 1,
        .drifted = row.drifted,
        .overtaken = row.overtaken,
        .imported = row.imported,
        .byId = capture::hasWholeEventId(row),
        .status = cut<quint16>(row.status),
        .signature = quint16(quint16(row.signature) & 7),
        .freshness = quint16(quint16(row.freshness) & 7),
        .rejection = quint16((row.rejection ? int(*row.rejection) : PackedRow::noRejection) & 31),
        .marked = row.marked,
        .judgedLater = row.judgedLater,
        .test = row.test,
        .replayed = 0,
    });
    link();
}

// By the sender's own id where there is one, else by the body.
quint64 DeliveryRows::groupOf(const capture::Summary &row, quint32 endpoint, quint32 eventId)
{
    const bool byId = capture::hasWholeEventId(row);
    if (row.rejection || row.test || (!byId && row.prints.body == 0))
        return 0;
    const quint64 what = byId ? spread(eventId) : row.prints.body;
    return std::max<quint64>(spread(what ^ spread(endpoint * 2ULL + (byId ? 1 : 0))), 1);
}

qsizetype DeliveryRows::lowerBound(qint64 id) const
{
    qsizetype low = 0;
    qsizetype high = m_size;
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if ((*this)[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<quint32> DeliveryRows::find(qint64 id) const
{
    const qsizetype row = lowerBound(id);
    return row < m_size && (*this)[row].id == id ? std::optional(quint32(row)) : std::nullopt;
}

capture::Summary DeliveryRows::summary(qsizetype row) const
{
    const PackedRow &packed = (*this)[row];
    const QByteArrayView request = string(packed.request);
    const qsizetype space = request.indexOf(' ');
    capture::Summary summary{
        .id = packed.id,
        .receivedAt = packed.receivedAt,
        .endpoint = text(packed.endpoint),
        .peer = text(packed.peer),
        .topic = text(packed.topic),
        .account = text(packed.account),
        .eventId = text(packed.eventId),
        .scheme = text(packed.scheme),
        .secret = text(packed.secret),
        .text = text(packed.text),
        .method = space < 0 ? QByteArray() : request.first(space).toByteArray(),
        .target = space < 0 ? QByteArray() : request.sliced(space + 1).toByteArray(),
        .bodySize = packed.size,
        .latency = packed.latency,
        .ageSeconds = packed.ageSeconds(),
        .status = packed.status,
        .signature = packed.signatureVerdict(),
        .freshness = packed.freshnessVerdict(),
        .marked = packed.marked != 0,
        .judgedLater = packed.judgedLater != 0,
        .test = packed.test != 0,
        .note = text(packed.note),
        .prints = {.body = 0, .signature = packed.signaturePrint},
        .repeated = packed.repeated(),
        .replayed = packed.replayed != 0,
        .drifted = packed.drifted != 0,
        .overtaken = packed.overtaken != 0,
        .imported = packed.imported != 0,
    };
    if (packed.rejected()) {
        summary.rejection = capture::Reason(packed.rejection);
        summary.count = packed.age;
    }
    return summary;
}

void DeliveryRows::setVerdict(qsizetype row, const signature::Verdict &verdict)
{
    PackedRow &packed = (*this)[row];
    packed.signature = quint16(quint16(verdict.signature) & 7);
    packed.freshness = quint16(quint16(verdict.freshness) & 7);
    packed.age = packedAge(verdict.ageSeconds);
    packed.scheme = m_strings->add(verdict.scheme.toUtf8());
    packed.secret = m_strings->add(verdict.secret.toUtf8());
    packed.judgedLater = 1;
}

void DeliveryRows::setEvent(qsizetype row, const capture::Event &event)
{
    PackedRow &packed = (*this)[row];
    packed.topic = m_strings->add(event.topic.toUtf8());
    packed.account = m_strings->add(event.account.toUtf8());
    packed.eventId = m_strings->add(event.id.toUtf8());
    packed.text = m_strings->add(event.summary.toUtf8());
}

void DeliveryRows::setNote(qsizetype row, const QString &note)
{
    (*this)[row].note = m_strings->add(note.toUtf8());
}

qsizetype DeliveryRows::bytes() const
{
    return qsizetype(m_chunks.size()) * chunkSize * qsizetype(sizeof(PackedRow))
        + m_strings->bytes() + m_lastOfGroup.bytes();
}

void DeliveryRows::push(const PackedRow &row)
{
    if (m_size % chunkSize == 0) {
        m_chunks.emplace_back();
        m_chunks.back().reserve(size_t(chunkSize));
    }
    m_chunks.back().push_back(row);
    ++m_size;
}

// Makes the last row its group's last one; gives back the one before, or GroupTable::none.
quint32 DeliveryRows::exchangeLast()
{
    const auto number = quint32(m_size - 1);
    if ((*this)[number].group == 0)
        return GroupTable::none;
    return m_lastOfGroup.exchange(number, [this](quint32 other) { return (*this)[other].group; });
}

// Finds what a new row is a repetition of.
void DeliveryRows::link()
{
    PackedRow &row = (*this)[m_size - 1];
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
    row.attempt = (previous.attempt + 1) & mostAttempt;
}

// Whatever went between them: what was one delivery, tried again, stays one, and no other joins.
void DeliveryRows::linkAgain(const std::vector<quint32> &firsts, qint64 since)
{
    PackedRow &row = (*this)[m_size - 1];
    row.previous = exchangeLast();
    row.first = quint32(m_size - 1);
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

QList<qint64> DeliveryRows::attemptsOf(qsizetype number) const
{
    constexpr int mostSteps = 10'000; // past attempts of another delivery with the same body
    const PackedRow &row = (*this)[number];
    QList<qint64> ids;
    if (row.group == 0)
        return ids;
    quint32 other
        = m_lastOfGroup.last(row.group, [this](quint32 one) { return (*this)[one].group; });
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
    if (row.group == 0)
        return {};
    const auto group = [this](quint32 other) { return (*this)[other].group; };
    const PackedRow &last = (*this)[m_lastOfGroup.last(row.group, group)];
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
