// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/selection.h"
#include "capture/store.h"

#include <algorithm>
#include <utility>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Result;
using core::Status;

namespace
{

constexpr qint64 oneDay = 86'400'000'000; // microseconds
constexpr qint64 longestAnswering = 900'000'000; // microseconds; no answer comes later
constexpr qint64 besideBody = 1024; // bytes of a row, and of what is said of it, about

// A row that may go.
struct Old {
    qint64 id = 0;
    qint64 since = 0; // microseconds since the epoch: when it came into this store
    bool counts = false; // a delivery that is not set aside for undo
    qint64 bytes = 0; // that it takes, about
};

Old readOld(const Selection &row)
{
    return {.id = row.number(0),
            .since = row.number(1),
            .counts = row.number(2) != 0,
            .bytes = row.number(3) + besideBody};
}

// What is still to be answered stays too: the answer would belong to nothing.
QString oldestRows()
{
    return u"SELECT r.id, coalesce((SELECT imported_at FROM imports i WHERE i.id = r.id), "
           "r.received_at), r.delivery AND r.id NOT IN (SELECT id FROM removed), r.bytes FROM "
           "(SELECT id, received_at, 1 AS delivery, length(body) AS bytes FROM deliveries "
           "UNION ALL SELECT id, received_at, 0, length(bytes) FROM rejections) r "
           "WHERE r.id NOT IN (SELECT id FROM marks) "
           "AND r.id NOT IN (SELECT delivery FROM forwards) "
           "AND (r.received_at < ? OR NOT r.delivery OR r.id IN (SELECT id FROM answers)) "
           "ORDER BY r.id LIMIT ?"_s;
}

qsizetype olderThan(const QList<Old> &oldest, qint64 time)
{
    return std::ranges::find_if(oldest, [time](const Old &row) { return row.since >= time; })
        - oldest.begin();
}

// How many rows hold so many deliveries.
qsizetype rowsOf(const QList<Old> &oldest, qint64 deliveries)
{
    qsizetype rows = 0;
    for (; rows < oldest.size() && deliveries > 0; ++rows)
        deliveries -= oldest[rows].counts ? 1 : 0;
    return rows;
}

// How many rows take so many bytes: no more of them go than must.
qsizetype rowsOfBytes(const QList<Old> &oldest, qint64 bytes)
{
    qsizetype rows = 0;
    for (; rows < oldest.size() && bytes > 0; ++rows)
        bytes -= oldest[rows].bytes;
    return rows;
}

QString list(const QList<qint64> &ids)
{
    QStringList numbers;
    for (const qint64 id : ids)
        numbers.append(QString::number(id));
    return numbers.join(u',');
}

} // namespace

Status Store::readRetention()
{
    const auto fact = [this](const QString &name) {
        return number(
            u"SELECT coalesce((SELECT value FROM facts WHERE name = '%1'), 0)"_s.arg(name));
    };
    const Result<qint64> days = fact(u"keep_days"_s);
    const Result<qint64> count = fact(u"keep_count"_s);
    const Result<qint64> bytes = fact(u"keep_bytes"_s);
    for (const auto *read : {&days, &count, &bytes}) {
        if (!*read)
            return read->error();
    }
    m_retention = {.days = int(std::clamp<qint64>(*days, 0, mostDays)),
                   .count = qMax<qint64>(*count, 0),
                   .bytes = qMax<qint64>(*bytes, 0)};
    return Done{};
}

Status Store::setRetention(const Retention &retention)
{
    const auto set = [this](const QString &name, qint64 value) {
        return m_database.run(
            u"INSERT OR REPLACE INTO facts(name, value) VALUES('%1', %2)"_s.arg(name).arg(value));
    };
    const Status done = m_database.transact([&]() -> Status {
        for (const auto &[name, value] : {std::pair(u"keep_days"_s, qint64(retention.days)),
                                          std::pair(u"keep_count"_s, retention.count),
                                          std::pair(u"keep_bytes"_s, retention.bytes)}) {
            if (const Status written = set(name, value); !written)
                return written.error();
        }
        return Done{};
    });
    if (done)
        m_retention = retention;
    return done;
}

Result<qint64> Store::usedBytes() const
{
    const Result<qint64> pages = number(u"PRAGMA page_count"_s);
    const Result<qint64> free = number(u"PRAGMA freelist_count"_s);
    const Result<qint64> size = number(u"PRAGMA page_size"_s);
    for (const auto *read : {&pages, &free, &size}) {
        if (!*read)
            return read->error();
    }
    return (*pages - *free) * *size;
}

// Counting reads the whole table, so it is done once, and again when more than arrivals changed it.
Result<qint64> Store::countKept()
{
    if (!m_kept) {
        const Result<qint64> counted = deliveryCount();
        if (!counted)
            return counted.error();
        m_kept = *counted;
    }
    return *m_kept;
}

// How many bytes are beyond their limit.
Result<qint64> Store::beyondSize() const
{
    if (m_retention.bytes == 0)
        return 0;
    const Result<qint64> used = usedBytes();
    return used ? Result<qint64>(qMax<qint64>(0, *used - m_retention.bytes)) : used;
}

// How many deliveries of those that may go are beyond their limit.
Result<qint64> Store::beyondCount()
{
    if (m_retention.count == 0)
        return 0;
    const Result<qint64> count = countKept();
    const Result<qint64> stay = number(u"SELECT (SELECT count(*) FROM marks) + "
                                       "(SELECT count(DISTINCT delivery) FROM forwards)"_s);
    if (!count || !stay)
        return !count ? count.error() : stay.error();
    return qMax<qint64>(0, *count - *stay - m_retention.count);
}

Result<Trimmed> Store::trim(qint64 now, int most)
{
    if (!m_retention.any())
        return Trimmed{};
    Selection query(m_database, oldestRows());
    query.start({now - longestAnswering, most});
    const Result<QList<Old>> oldest = query.all(readOld);
    if (!oldest)
        return oldest.error();
    const Result<qint64> surplus = beyondCount();
    const Result<qint64> surplusBytes = beyondSize();
    if (!surplus || !surplusBytes)
        return !surplus ? surplus.error() : surplusBytes.error();

    const qsizetype old
        = m_retention.days > 0 ? olderThan(*oldest, now - m_retention.days * oneDay) : 0;
    const qsizetype many = rowsOf(*oldest, *surplus);
    const qsizetype large = rowsOfBytes(*oldest, *surplusBytes);
    const qsizetype rows = std::max({old, many, large});
    Trimmed trimmed{.why = rows == 0    ? Excess::None
                        : rows == large ? Excess::Size
                        : rows == many  ? Excess::Count
                                        : Excess::Age,
                    .more = rows > 0 && oldest->size() == most};
    qint64 deliveries = 0;
    for (const Old &row : oldest->first(rows)) {
        trimmed.ids.append(row.id);
        deliveries += row.counts ? 1 : 0;
    }
    if (rows == 0)
        return trimmed;
    if (const Status gone = forget(list(trimmed.ids)); !gone)
        return gone.error();
    if (m_kept)
        *m_kept -= deliveries;
    return trimmed;
}

// What is known of these rows, for good: a list of ids, or a query of them.
Status Store::forget(const QString &ids)
{
    return m_database.transact([&]() -> Status {
        const QString lastId
            = u"INSERT OR REPLACE INTO facts(name, value) VALUES('last_id', %1)"_s.arg(m_lastId);
        if (const Status kept = m_database.run(lastId); !kept)
            return kept.error();
        for (const QString &from :
             {u"deliveries WHERE id"_s, u"prints WHERE id"_s, u"tests WHERE id"_s,
              u"oddities WHERE id"_s, u"rejections WHERE id"_s, u"answers WHERE id"_s,
              u"judgements WHERE delivery"_s, u"forwards WHERE delivery"_s,
              u"attempts WHERE delivery"_s, u"marks WHERE id"_s, u"notes WHERE id"_s,
              u"imports WHERE id"_s, u"removed WHERE id"_s}) {
            const Status done = m_database.run(u"DELETE FROM %1 IN (%2)"_s.arg(from, ids));
            if (!done)
                return done.error();
        }
        return Done{};
    });
}

} // namespace capture
