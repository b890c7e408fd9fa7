// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

#include <functional>
#include <limits>

namespace core
{

// A stretch of two sequences laid side by side: as many of both that are the same, or what between
// such is only left and only right.
struct EditRun {
    qsizetype left = 0; // how many
    qsizetype right = 0;
    bool same = false;

    bool operator==(const EditRun &) const = default;
};

// What a search for the shortest edit may cost. Its memory grows with the square of the edits: some
// 32 MB for 4000.
struct EditLimits {
    int edits = 1000; // removed and added together
    qint64 comparisons = std::numeric_limits<qint64>::max();
};

struct Edits {
    QList<EditRun> runs; // all of both sequences, in their order
    bool matched = true; // false: beyond a limit, so one run stands between beginning and end
};

// Whether the left sequence has at one place what the right one has at another.
using SameAt = std::function<bool(qsizetype left, qsizetype right)>;

// The fewest removed and added that make the right sequence of the left one (Myers, An O(ND)
// Difference Algorithm, 1986), between their equal beginning and end.
Edits shortestEdit(qsizetype left, qsizetype right, const SameAt &same, const EditLimits &limits);

} // namespace core
