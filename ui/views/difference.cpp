// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/difference.h"

#include <algorithm>

namespace ui
{

Difference difference(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    const auto start
        = qsizetype(std::mismatch(a.begin(), a.begin() + shorter, b.begin()).first - a.begin());
    qsizetype end = 0;
    while (end < shorter - start && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    return {
        .start = start, .lengthInA = a.size() - end - start, .lengthInB = b.size() - end - start};
}

} // namespace ui
