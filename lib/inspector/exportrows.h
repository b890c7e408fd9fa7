// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/contents.h"
#include "capture/repeats.h"
#include "filter/match.h"
#include "inspector/exportjob.h"

#include <algorithm>
#include <limits>

namespace inspector
{

// Gives rows of one kind by ascending id, a slice of them in memory: all, or those of some ids. Of
// large ones it reads few at once, so that they take little room and it can soon be stopped.
template <typename Row> class RowSlices
{
public:
    using Read = std::function<core::Result<QList<Row>>(qint64 after, int limit)>;

    RowSlices(Read read, const std::optional<std::vector<qint64>> &only)
        : m_read(std::move(read))
        , m_only(only)
    {
    }

    // Reads on where there is none left.
    core::Status fill()
    {
        while (m_rows.isEmpty() && !m_over) {
            const auto [after, limit] = slice();
            auto more = limit > 0 ? m_read(after, limit) : QList<Row>();
            if (!more)
                return more.error();
            m_over = more->isEmpty();
            m_after = m_over ? m_after : idOf(more->last());
            m_rows = std::move(*more);
            m_length = nextLength();
            m_rows.removeIf([this](const Row &row) { return !wants(idOf(row)); });
        }
        return core::Done{};
    }

    bool isEmpty() const { return m_rows.isEmpty(); }
    qint64 id() const { return idOf(m_rows.first()); }
    Row take() { return m_rows.takeFirst(); }

private:
    // At most; to ask for one takes as long as to read 100 small rows.
    static constexpr int sliceLength = 1000;
    static constexpr int firstLength = 8; // of a slice, before it is known how large bodies are
    static constexpr qint64 sliceBytes = 4 * 1024 * 1024; // of a slice's bodies, about

    static qint64 idOf(const capture::Record &row) { return row.delivery->id; }
    static qint64 idOf(const capture::Rejection &row) { return row.id; }

    static qint64 sizeOf(const capture::Record &row) { return row.delivery->request.body.size(); }
    static qint64 sizeOf(const capture::Rejection &row) { return row.bytes.size(); }

    // By the size of those that were read last.
    int nextLength() const
    {
        qint64 bytes = 1;
        for (const Row &row : m_rows)
            bytes += sizeOf(row);
        const qint64 fitting = sliceBytes * m_rows.size() / bytes;
        return int(std::clamp<qint64>(fitting, 1, std::min(4 * m_length, sliceLength)));
    }

    bool wants(qint64 id) const
    {
        return !m_only || std::binary_search(m_only->begin(), m_only->end(), id);
    }

    // After which id to read, and how many: several at once only where most ids are wanted, since
    // those between would be read for nothing. None: all that is wanted was read.
    std::pair<qint64, int> slice() const
    {
        if (!m_only)
            return {m_after, m_length};
        const auto first = std::upper_bound(m_only->begin(), m_only->end(), m_after);
        if (first == m_only->end())
            return {m_after, 0};
        const auto end = std::upper_bound(first, m_only->end(), *first + m_length - 1);
        const auto wanted = end - first;
        return {*first - 1, *(end - 1) - *first < 2 * wanted ? int(wanted) : 1};
    }

    const Read m_read;
    const std::optional<std::vector<qint64>> &m_only;
    qint64 m_after = 0;
    int m_length = firstLength;
    bool m_over = false;
    QList<Row> m_rows;
};

// Gives deliveries and rejections in the order of their ids.
class ExportRows
{
public:
    ExportRows(const capture::Store &store, const ExportOrder &order, bool rejectionsLast)
        : m_store(store)
        , m_rejectionsLast(rejectionsLast)
        , m_only(order.only)
        , m_records([&store](qint64 after, int limit) { return store.records(after, limit); },
                    m_only)
        , m_rejections([&store](qint64 after, int limit) { return store.rejections(after, limit); },
                       order.only)
    {
    }

    // What the filter asks beyond a record itself, before the first row: what was there before, and
    // which deliveries may match by what they say, so that no others are read. False: told to stop.
    core::Result<bool> prepare(const filter::Filter &filter, const WriteOn &writeOn)
    {
        if (filter::asksForRepeats(filter)) {
            const auto repeats = capture::Repeats::read(m_store);
            if (!repeats)
                return repeats.error();
            m_repeats = *repeats;
        }
        const capture::ContentParts parts = filter::partsAsked(filter);
        return m_only || !(parts.texts || parts.fields || parts.body) ? core::Result<bool>(true)
                                                                      : sift(filter, writeOn);
    }

    // False at the end.
    core::Result<bool> next()
    {
        if (const core::Status filled = m_records.fill(); !filled)
            return filled.error();
        if (const core::Status filled = m_rejections.fill(); !filled)
            return filled.error();
        return !m_records.isEmpty() || !m_rejections.isEmpty();
    }

    bool atDelivery() const
    {
        return m_rejections.isEmpty()
            || (!m_records.isEmpty() && (m_rejectionsLast || m_records.id() < m_rejections.id()));
    }

    capture::Record takeRecord()
    {
        capture::Record record = m_records.take();
        m_repeats.tell(record);
        return record;
    }

    capture::Rejection takeRejection() { return m_rejections.take(); }

private:
    core::Result<bool> sift(const filter::Filter &filter, const WriteOn &writeOn)
    {
        const auto contents = capture::Contents::open(m_store.file(), filter::partsAsked(filter));
        if (!contents)
            return contents.error();
        (*contents)->start(0, std::numeric_limits<qint64>::max());
        m_only.emplace();
        for (capture::Content content; (*contents)->next(content);) {
            if (filter::matches(filter, content) != filter::Match::No)
                m_only->push_back(content.id);
            if (writeOn && !writeOn(0))
                return false;
        }
        const auto trouble = (*contents)->trouble();
        return trouble ? core::Result<bool>(*trouble) : core::Result<bool>(true);
    }

    const capture::Store &m_store;
    const bool m_rejectionsLast;
    std::optional<std::vector<qint64>> m_only; // of the deliveries; before their slices
    RowSlices<capture::Record> m_records;
    RowSlices<capture::Rejection> m_rejections;
    capture::Repeats m_repeats;
};

// The whole of an export into a store, which is no file of pieces.
core::Result<std::optional<qint64>> exportToStore(const capture::Store &store,
                                                  const ExportOrder &order, const QString &file,
                                                  const WriteOn &writeOn);

} // namespace inspector
