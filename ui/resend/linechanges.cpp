// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/linechanges.h"

#include "core/linediff.h"

#include <algorithm>

namespace ui
{

static constexpr int mostMatched = 300; // changed lines; this is looked at while one types

static QByteArrayList linesWithLast(const QByteArray &text)
{
    return QByteArray(text).replace("\r\n", "\n").split('\n');
}

LineChanges lineChanges(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList old = linesWithLast(before);
    const QByteArrayList now = linesWithLast(after);
    LineChanges changes;
    changes.lines.fill(LineChange::Same, now.size());
    const QList<core::DiffLine> diff = core::lineDiff(old, now, mostMatched);
    qsizetype next = 0; // the line of the new text that comes next
    for (qsizetype i = 0; i < diff.size();) {
        if (diff[i].same()) {
            next = diff[i++].right + 1;
            continue;
        }
        qsizetype gone = 0;
        qsizetype come = 0;
        for (; i < diff.size() && !diff[i].same(); ++i)
            ++(diff[i].left >= 0 ? gone : come);
        const qsizetype both = std::min(gone, come);
        for (qsizetype line = 0; line < come; ++line)
            changes.lines[next + line] = line < both ? LineChange::Changed : LineChange::Added;
        next += come;
        if (gone > come)
            changes.removals.append(next);
        changes.changed += both;
        changes.added += come - both;
        changes.removed += gone - both;
    }
    return changes;
}

} // namespace ui
