// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace core
{

// One line of two texts laid side by side. A number counts from 0; -1: not in that text.
struct DiffLine {
    qsizetype left = -1;
    qsizetype right = -1;

    bool same() const { return left >= 0 && right >= 0; }
    bool operator==(const DiffLine &) const = default;
};

// The fewest lines removed and added that make the right text of the left one (Myers, An O(ND)
// Difference Algorithm, 1986), removed ones first. Texts that differ in more than `most` lines are
// not matched between their equal beginning and end.
QList<DiffLine> lineDiff(const QByteArrayList &left, const QByteArrayList &right, int most = 1000);

// The lines without their ends; LF and CR LF end one. A text that ends with a line end has no
// empty line behind it.
QByteArrayList linesOf(const QByteArray &text);

} // namespace core
