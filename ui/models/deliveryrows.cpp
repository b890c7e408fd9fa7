// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliveryrows.h"

#include "capture/besidebody.h"
#include "capture/repeats.h"

#include <algorithm>
#include <limits>

namespace models
{

using signature::Freshness;
using signature::Signature;

namespace
{

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
        .import = importOf(row.importedAt),
        .drifted = row.drifted,
        .overtaken = row.overtaken,
        .byId = capture::hasWholeEventId(row),
        .status = cut<quint16>(row.status),
        .signature = quint16(quint16(row.signature) & 7),
        .freshness = quint16(quint16(row.freshness) & 7),
        .rejection = quint16((row.rejection ? int(*row.rejection) : PackedRow::noRejection) & 31),
        .marked = row.marked,
        .judgedLater = row.judgedLater,
        .test = row.test,
        .replayed = 0,
        .copied = 0,
    });
    link();
}

// The last number is that of all imports that there is no other for.
quint32 DeliveryRows::importOf(qint64 importedAt)
{
    if (importedAt == 0)
        return 0;
    qsizetype place = m_imports.lastIndexOf(importedAt);
    if (place < 0 && m_imports.size() < qsizetype(PackedRow::lastImport)) {
        place = m_imports.size();
        m_imports.append(importedAt);
    }
    return place < 0 ? PackedRow::lastImport : quint32(place + 1);
}

// By the sender's own id where there is one, else by the body and what tells it from its like.
quint64 DeliveryRows::groupOf(const capture::Summary &row, quint32 endpoint, quint32 eventId)
{
    const bool byId = capture::hasWholeEventId(row);
    if (row.rejection || row.test || (!byId && row.prints.body == 0))
        return 0;
    const quint64 what
        = byId ? spread(eventId) : row.prints.body ^ spread(capture::besideBody(row));
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
        .importedAt = packed.imported() ? m_imports[packed.import - 1] : 0,
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

} // namespace models
