// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparison.h"

#include "models/comparedbytes.h"
#include "models/comparedlines.h"
#include "models/fieldscomparison.h"
#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using capture::Delivery;

namespace
{

// Of the lines as they are shown; those that do not count have none.
using Marks = QList<QList<core::Run>>;

QString lineAt(const QByteArrayList &lines, qsizetype line)
{
    return line < 0 ? QString() : shownBytes(lines[line]);
}

Marks marksOf(const ComparedLines &texts)
{
    Marks marks = core::wordMarks(
        texts.lines, [&texts](qsizetype line) { return lineAt(texts.left, line); },
        [&texts](qsizetype line) { return lineAt(texts.right, line); });
    for (qsizetype i = 0; i < marks.size(); ++i) {
        if (texts.ignored[i])
            marks[i].clear();
    }
    return marks;
}

QString number(qsizetype line) { return line < 0 ? QString() : QString::number(line + 1); }

// Runs of lines that are otherwise, and not for what is ignored alone.
qsizetype runs(const ComparedLines &texts)
{
    qsizetype count = 0;
    bool counted = false; // of this run
    for (qsizetype i = 0; i < texts.lines.size(); ++i) {
        const bool same = texts.lines[i].same();
        count += !same && !texts.ignored[i] && !counted ? 1 : 0;
        counted = !same && (counted || !texts.ignored[i]);
    }
    return count;
}

RowChange changeOf(const core::DiffLine &line)
{
    return line.same() ? RowChange::Same : line.left >= 0 ? RowChange::Removed : RowChange::Added;
}

Comparison compareLines(const ComparedLines &texts)
{
    const Marks marks = marksOf(texts);
    Comparison made{.mode = CompareMode::Lines, .differences = runs(texts)};
    for (qsizetype i = 0; i < texts.lines.size(); ++i) {
        const core::DiffLine &line = texts.lines[i];
        const QString text
            = line.left >= 0 ? lineAt(texts.left, line.left) : lineAt(texts.right, line.right);
        made.rows.append({changeOf(line),
                          {number(line.left), number(line.right), text},
                          {{}, {}, marks[i]},
                          texts.ignored[i]});
    }
    return made;
}

// A removed line stands beside the added one that took its place.
Comparison compareSides(const ComparedLines &texts)
{
    const Marks marks = marksOf(texts);
    Comparison made{.mode = CompareMode::SideBySide, .differences = runs(texts)};
    const auto add = [&](RowChange change, qsizetype left, qsizetype right) {
        made.rows.append(
            {change,
             {number(left), lineAt(texts.left, left), number(right), lineAt(texts.right, right)}});
    };
    const auto &lines = texts.lines;
    for (qsizetype i = 0; i < lines.size();) {
        if (lines[i].same()) {
            add(RowChange::Same, lines[i].left, lines[i].right);
            ++i;
            continue;
        }
        qsizetype added = i;
        while (added < lines.size() && !lines[added].same() && lines[added].left >= 0)
            ++added;
        qsizetype end = added;
        while (end < lines.size() && lines[end].left < 0)
            ++end;
        for (qsizetype k = 0; k < std::max(added - i, end - added); ++k) {
            const bool left = i + k < added;
            const bool right = added + k < end;
            add(left && right ? RowChange::Changed
                    : left    ? RowChange::Removed
                              : RowChange::Added,
                left ? lines[i + k].left : -1, right ? lines[added + k].right : -1);
            made.rows.last().ignored
                = (!left || texts.ignored[i + k]) && (!right || texts.ignored[added + k]);
            if (left && right)
                made.rows.last().marks = {{}, marks[i + k], {}, marks[added + k]};
        }
        i = end;
    }
    return made;
}

} // namespace

Comparison compare(const Delivery &left, const Delivery &right, CompareMode mode,
                   const QStringList &ignored, int bytesOfRow)
{
    Comparison made;
    const auto lines
        = [&] { return comparedLines(left.request, right.request, ignored, mostComparedBytes); };
    switch (mode) {
    case CompareMode::Fields:
        return compareFields(left, right, ignored);
    case CompareMode::Lines:
        made = compareLines(lines());
        break;
    case CompareMode::SideBySide:
        made = compareSides(lines());
        break;
    case CompareMode::Bytes:
        return compareBytes(left.request.body, right.request.body, bytesOfRow);
    }
    made.ignored = compareFields(left, right, ignored).ignored;
    made.cut = std::max(left.request.body.size(), right.request.body.size()) > mostComparedBytes;
    return made;
}

} // namespace models
