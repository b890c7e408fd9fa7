// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/linediff.h"

#include "core/linediff.h"

#include <algorithm>
#include <vector>

namespace ui
{

using Kind = DiffLine::Kind;

static constexpr qsizetype mostMarked = 300; // changed lines; this is looked at while one types

static QByteArrayList bytesOf(const QStringList &lines)
{
    QByteArrayList bytes;
    bytes.reserve(lines.size());
    for (const QString &line : lines)
        bytes.append(line.toUtf8());
    return bytes;
}

static QList<DiffLine> withGaps(const QList<DiffLine> &lines, int context)
{
    std::vector<bool> shown(size_t(lines.size()), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == Kind::Same)
            continue;
        const qsizetype to = std::min<qsizetype>(i + context, lines.size() - 1);
        for (qsizetype near = std::max<qsizetype>(i - context, 0); near <= to; ++near)
            shown[size_t(near)] = true;
    }
    QList<DiffLine> kept;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (shown[size_t(i)])
            kept.append(lines[i]);
        else if (!kept.isEmpty() && kept.constLast().kind != Kind::Gap)
            kept.append(DiffLine{Kind::Gap, {}, 0});
    }
    if (!kept.isEmpty() && kept.constLast().kind == Kind::Gap)
        kept.removeLast();
    return kept;
}

QList<DiffLine> lineDiff(const QStringList &before, const QStringList &after, int context)
{
    const QList<core::DiffLine> diff = core::lineDiff(bytesOf(before), bytesOf(after));
    const auto marks = core::wordMarks(
        diff, [&before](qsizetype line) { return before[line]; },
        [&after](qsizetype line) { return after[line]; }, mostMarked);
    QList<DiffLine> lines;
    for (qsizetype i = 0; i < diff.size(); ++i) {
        const core::DiffLine &line = diff[i];
        if (line.same())
            lines.append(DiffLine{Kind::Same, after[line.right], int(line.right + 1)});
        else if (line.left >= 0)
            lines.append(DiffLine{Kind::Removed, before[line.left], int(line.left + 1), marks[i]});
        else
            lines.append(DiffLine{Kind::Added, after[line.right], int(line.right + 1), marks[i]});
    }
    return withGaps(lines, context);
}

int changeCount(const QList<DiffLine> &lines)
{
    int count = 0;
    bool inside = false;
    for (const DiffLine &line : lines) {
        const bool change = line.kind == Kind::Removed || line.kind == Kind::Added;
        count += change && !inside ? 1 : 0;
        inside = change;
    }
    return count;
}

} // namespace ui
