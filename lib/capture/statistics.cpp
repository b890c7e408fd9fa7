// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/statistics.h"

namespace capture
{

constexpr int sliceLength = 5000;

static void count(Statistics &statistics, const Summary &row)
{
    if (row.rejection) {
        statistics.rejections += row.count;
        return;
    }
    ++statistics.deliveries;
    statistics.bodyBytes += row.bodySize;
    if (statistics.first == 0)
        statistics.first = row.receivedAt;
    statistics.last = row.receivedAt;
    ++statistics.signatures[row.signature];
    ++statistics.freshness[row.freshness];
    ++statistics.topics[row.topic];
}

core::Result<Statistics> statistics(const Store &store)
{
    Statistics statistics;
    for (qint64 after = 0;;) {
        const auto rows = store.summaries(after, sliceLength);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return statistics;
        for (const Summary &row : *rows)
            count(statistics, row);
        after = rows->last().id;
    }
}

} // namespace capture
