// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wordmarks.h"

namespace ui
{

struct DiffLine {
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    QString text; // empty for a gap
    int number = 0; // in the new text; of a removed line in the old one; from 1
    QList<core::Run> marks = {}; // what of a changed line is otherwise

    bool operator==(const DiffLine &) const = default;
};

// What turns one text into the other, with `context` same lines around each change and a gap where
// more are left out. Nothing where they are the same.
QList<DiffLine> lineDiff(const QStringList &before, const QStringList &after, int context = 3);

// How many changes: a run of changed lines is one.
int changeCount(const QList<DiffLine> &lines);

} // namespace ui
