// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linediff.h"

#include <QStringList>

#include <functional>

namespace core
{

// A run of characters (UTF-16 units) of a line.
struct Run {
    qsizetype from = 0;
    qsizetype size = 0;

    bool operator==(const Run &) const = default;
};

// What of one line is otherwise in another: whole words and signs, ascending.
struct WordMarks {
    QList<Run> left;
    QList<Run> right;

    bool operator==(const WordMarks &) const = default;
};

constexpr qsizetype longestMarked = 4000; // characters of a line

// Nothing is marked where both are the same, have so little in common that all would be, or are
// longer than longestMarked.
WordMarks wordMarks(const QString &left, const QString &right);

// The text of a line by its number.
using LineText = std::function<QString(qsizetype)>;

// The marks of each line of a difference, as it stands there: the first line removed beside the
// first one added, and so on. Of at most `most` such pairs, the first ones.
QList<QList<Run>> wordMarks(const QList<DiffLine> &lines, const LineText &left,
                            const LineText &right, qsizetype most = 2000);

} // namespace core
