// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/repeats.h"

#include "capture/besidebody.h"
#include "capture/store.h"

namespace capture
{

constexpr int sliceLength = 5000;

bool hasWholeEventId(const Summary &row)
{
    return !row.eventId.isEmpty() && !row.eventId.endsWith(u'…');
}

core::Result<Repeats> Repeats::read(const Store &store)
{
    Repeats repeats;
    for (qint64 after = 0;;) {
        const auto rows = store.summaries(after, sliceLength);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return repeats;
        after = rows->constLast().id;
        for (const Summary &row : *rows)
            repeats.add(row);
    }
}

void Repeats::add(const Summary &row)
{
    const bool byId = hasWholeEventId(row);
    if (row.rejection || row.test || (!byId && row.prints.body == 0))
        return;
    const size_t group = byId
        ? qHashMulti(QHashSeed::globalSeed(), row.endpoint, row.eventId)
        : qHashMulti(QHashSeed::globalSeed(), row.endpoint, row.prints.body, besideBody(row));
    const size_t signature = qHashMulti(0, group, row.prints.signature);
    const size_t time = qHashMulti(1, group, row.receivedAt);
    const bool imported = row.importedAt != 0;
    const auto same = m_signatures.constFind(signature);
    const bool known = same != m_signatures.constEnd();
    if (imported && (m_arrivals.contains(time) || (known && *same != row.importedAt)))
        return;
    const bool replayed = row.prints.signature != 0 && known;
    if (!known && (row.prints.signature != 0 || !imported))
        m_signatures.insert(signature, row.importedAt);
    m_arrivals.insert(time);
    const auto first = m_firsts.constFind(group);
    const bool before
        = first != m_firsts.constEnd() && (byId || withinRetrying(*first, row.receivedAt));
    if (before || replayed)
        know(row.id, replayed);
    else
        m_firsts.insert(group, row.receivedAt);
}

void Repeats::know(qint64 id, bool replayed) { m_repeated.insert(id, replayed); }

void Repeats::tell(Record &record) const
{
    const auto found = m_repeated.constFind(record.delivery->id);
    record.repeated = found != m_repeated.constEnd();
    record.replayed = record.repeated && *found;
}

} // namespace capture
