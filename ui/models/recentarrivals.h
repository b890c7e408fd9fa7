// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/deliveryrows.h"

#include <array>

namespace models
{

// What arrived in the last ten minutes, in steps of ten seconds; the last one is not over yet.
struct RecentArrivals {
    struct Step {
        quint32 all = 0;
        quint32 troubled = 0; // of them

        bool operator==(const Step &) const = default;
    };
    static constexpr qint64 stepSpan = 10; // seconds
    static constexpr int stepCount = 60;

    qint64 start = 0; // of the first step, in seconds since the epoch
    std::array<Step, stepCount> steps{};

    qint64 end() const { return start + stepSpan * stepCount; } // the first second behind them
    Step total() const;
    Step highest() const; // of each the most that a step has

    // The beginning of the first step for a time in microseconds since the epoch.
    static qint64 startAt(qint64 now);
};

// Not what was imported. Of a great many rows the latest alone are looked at, as far as a window
// may stand still for it.
RecentArrivals recentArrivals(const DeliveryRows &rows, qint64 now);

} // namespace models
