// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "core/wordmarks.h"

#include <QStringList>

namespace models
{

enum class CompareMode : quint8 { Fields, Lines, SideBySide, Bytes };

enum class RowChange : quint8 { Same, Added, Removed, Changed, OtherKind };

// One row of a comparison. Fields: the place, the value left and right. Lines: the number left and
// right, the line. Side by side: number and line left, number and line right. Bytes: the offset and
// the row's bytes left, the same right, with gaps where one side has none.
struct ComparedRow {
    RowChange change = RowChange::Same;
    QStringList cells;
    // What is otherwise within each cell of a changed line or of bytes; shorter where nothing is
    // told.
    QList<QList<core::Run>> marks = {};
    bool ignored = false; // it is otherwise, but does not count

    bool operator==(const ComparedRow &) const = default;
};

// Bytes of a row, with all the room there is and where there is little.
constexpr int wideRow = 16;
constexpr int narrowRow = 8;

struct Comparison {
    CompareMode mode = CompareMode::Fields;
    QList<ComparedRow> rows;
    qsizetype differences = 0; // rows that differ; of lines and bytes, runs of them
    qsizetype ignored = 0; // places that differ and do not count
    bool cut = false; // there is more than is shown
    bool aligned = true; // false: too much differs, so that bytes stand by their offset
    int bytesOfRow = wideRow;

    bool operator==(const Comparison &) const = default;
};

constexpr qsizetype mostComparedFields = 2000;
constexpr qsizetype mostComparedBytes = 1 << 20; // shown of each body, in the modes but Fields

// What of the left request is otherwise in the right one. Headers and JSON members whose names are
// in `ignored`, in any case, do not count, nor do places whose paths or pointers are: Fields leaves
// them out, the lines show them as ignored. Bytes are compared whatever they are, in rows of so
// many.
Comparison compare(const capture::Delivery &left, const capture::Delivery &right, CompareMode mode,
                   const QStringList &ignored, int bytesOfRow = wideRow);

} // namespace models
