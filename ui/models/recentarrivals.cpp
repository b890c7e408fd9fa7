// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/recentarrivals.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace models
{

namespace
{

constexpr int mostMilliseconds = 10;
constexpr qsizetype askedAtOnce = 4096; // rows between two looks at the clock
constexpr qint64 second = 1'000'000;

} // namespace

RecentArrivals::Step RecentArrivals::total() const
{
    Step sum;
    for (const Step &step : steps) {
        sum.all += step.all;
        sum.troubled += step.troubled;
    }
    return sum;
}

RecentArrivals::Step RecentArrivals::highest() const
{
    Step most;
    for (const Step &step : steps) {
        most.all = std::max(most.all, step.all);
        most.troubled = std::max(most.troubled, step.troubled);
    }
    return most;
}

qint64 RecentArrivals::startAt(qint64 now)
{
    const qint64 current = now / second / stepSpan * stepSpan;
    return current - stepSpan * (stepCount - 1);
}

// Rows stand in the order of their ids. What was imported did not arrive here, and without a time
// of its own it has the one of the import.
RecentArrivals recentArrivals(const DeliveryRows &rows, qint64 now)
{
    RecentArrivals recent{.start = RecentArrivals::startAt(now)};
    const qint64 from = recent.start * second;
    const qint64 to = recent.end() * second;
    const QDeadlineTimer until(mostMilliseconds);
    for (qsizetype row = rows.size() - 1; row >= 0; --row) {
        if (row % askedAtOnce == 0 && until.hasExpired())
            break;
        const PackedRow &packed = rows[row];
        if (packed.imported() || packed.receivedAt < from || packed.receivedAt >= to)
            continue;
        auto &step
            = recent
                  .steps[size_t((packed.receivedAt - from) / (RecentArrivals::stepSpan * second))];
        ++step.all;
        step.troubled += packed.troubled();
    }
    return recent;
}

} // namespace models
