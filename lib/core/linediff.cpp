// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/linediff.h"

#include "core/shortestedit.h"

namespace core
{

QList<DiffLine> lineDiff(const QByteArrayList &left, const QByteArrayList &right, int most)
{
    const auto same = [&](qsizetype x, qsizetype y) { return left[x] == right[y]; };
    QList<DiffLine> lines;
    qsizetype x = 0;
    qsizetype y = 0;
    const Edits edits = shortestEdit(left.size(), right.size(), same, {.edits = most});
    for (const EditRun &run : edits.runs) {
        for (qsizetype i = 0; i < run.left; ++i)
            lines.append({x + i, run.same ? y + i : -1});
        for (qsizetype i = 0; i < run.right && !run.same; ++i)
            lines.append({-1, y + i});
        x += run.left;
        y += run.right;
    }
    return lines;
}

QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace core
