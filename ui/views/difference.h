// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace ui
{

// Two values that should be one: what stands between the parts that are the same at both ends.
struct Difference {
    qsizetype start = 0;
    qsizetype lengthInA = 0;
    qsizetype lengthInB = 0;

    bool operator==(const Difference &) const = default;
};

Difference difference(const QString &a, const QString &b);

} // namespace ui
