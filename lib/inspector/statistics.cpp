// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/statistics.h"

#include "filter/match.h"
#include "inspector/exportrows.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace inspector
{

using capture::Summary;
using core::Result;

namespace
{

constexpr int sliceLength = 5000;

void count(Statistics &statistics, const Summary &row)
{
    if (row.rejection) {
        statistics.rejections += row.count;
        return;
    }
    ++statistics.deliveries;
    statistics.bodyBytes += row.bodySize;
    // What was imported later may have come earlier.
    if (statistics.first == 0 || row.receivedAt < statistics.first)
        statistics.first = row.receivedAt;
    statistics.last = std::max(statistics.last, row.receivedAt);
    ++statistics.signatures[row.signature];
    ++statistics.freshness[row.freshness];
    ++statistics.topics[row.topic];
}

// By ascending ids, until `take` says no.
core::Status eachRow(const capture::Store &store, const std::function<bool(const Summary &)> &take)
{
    for (qint64 after = 0;;) {
        const auto rows = store.summaries(after, sliceLength);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return core::Done{};
        for (const Summary &row : *rows) {
            if (!take(row))
                return core::Done{};
        }
        after = rows->last().id;
    }
}

// Nothing: the rows alone do not tell.
Result<std::optional<Statistics>> countRows(const capture::Store &store,
                                            const filter::Filter &filter)
{
    if (filter::asksForRepeats(filter))
        return std::optional<Statistics>();
    Statistics statistics;
    bool told = true;
    const core::Status read = eachRow(store, [&](const Summary &row) {
        const filter::Match match = filter::matches(filter, row);
        told = match != filter::Match::NeedsRecord;
        if (match == filter::Match::Yes)
            count(statistics, row);
        return told;
    });
    if (!read)
        return read.error();
    return told ? std::optional(statistics) : std::optional<Statistics>();
}

// The ascending ids of deliveries and rejections that it finds.
Result<std::vector<qint64>> found(const capture::Store &store, const filter::Filter &filter)
{
    const ExportOrder all{};
    ExportRows rows(store, all, false);
    if (const Result<bool> prepared = rows.prepare(filter, {}); !prepared)
        return prepared.error();
    std::vector<qint64> ids;
    for (;;) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            return ids;
        if (rows.atDelivery()) {
            const capture::Record record = rows.takeRecord();
            if (filter::matches(filter, record))
                ids.push_back(record.delivery->id);
        } else {
            const capture::Rejection rejection = rows.takeRejection();
            if (filter::matches(filter, rejection))
                ids.push_back(rejection.id);
        }
    }
}

} // namespace

Result<Statistics> statistics(const capture::Store &store, const filter::Filter &filter)
{
    const auto byRows = countRows(store, filter);
    if (!byRows)
        return byRows.error();
    if (*byRows)
        return **byRows;
    const auto ids = found(store, filter);
    if (!ids)
        return ids.error();
    Statistics statistics;
    const core::Status read = eachRow(store, [&](const Summary &row) {
        if (std::binary_search(ids->begin(), ids->end(), row.id))
            count(statistics, row);
        return true;
    });
    return read ? Result<Statistics>(statistics) : Result<Statistics>(read.error());
}

} // namespace inspector
