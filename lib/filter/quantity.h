// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/field.h"

#include <limits>
#include <optional>

namespace filter
{

// Both ends belong to it.
struct Interval {
    qint64 low = std::numeric_limits<qint64>::min();
    qint64 high = std::numeric_limits<qint64>::max();

    bool holds(qint64 value) const { return value >= low && value <= high; }
    bool operator==(const Interval &) const = default;
};

// What a written quantity covers: "10k" from 10240 B up to what is shown as 10 K, "5s" all of that
// second, "4xx" a hundred, "2026-11-23" a day. `points`: a comparison counts from its beginning.
struct Quantity {
    Interval interval;
    bool points = true;
    bool clock = false; // a time of day, in microseconds since midnight
};

// Nothing when it is none of that kind. `now`, in microseconds since the epoch, is for "today",
// "yesterday" and spans that end now; days and clocks are this computer's.
std::optional<Quantity> quantity(QStringView text, Kind kind, qint64 now);

// A sentence that says so, for people.
QString howWritten(Kind kind);

// Microseconds since the local midnight.
qint64 clockOf(qint64 microseconds);

} // namespace filter
