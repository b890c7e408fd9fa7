// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/bodypatch.h"

#include "core/linediff.h"
#include "json/writer.h"

#include <algorithm>
#include <utility>

namespace models
{

using core::DiffLine;

namespace
{

constexpr qsizetype around = 3; // lines

// With their ends, but for a last one that has none; so lines that end otherwise are others.
QByteArrayList wholeLines(const QByteArray &text)
{
    QByteArrayList lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype behind = end < 0 ? text.size() : end + 1;
        lines.append(text.sliced(from, behind - from));
        from = behind;
    }
    return lines;
}

bool isText(const QByteArray &body)
{
    return body.size() <= mostPatchedBytes && !body.contains('\0') && json::isUtf8(body);
}

QByteArray written(char sign, const QByteArray &line)
{
    const QByteArray signedLine = sign + line;
    return line.endsWith('\n') ? signedLine : signedLine + "\n\\ No newline at end of file\n";
}

// Of one text, with how many lines of it stand in front of the change and within it.
struct Range {
    qsizetype before = 0;
    qsizetype length = 0;

    QByteArray text() const
    {
        return QByteArray::number(before + (length > 0 ? 1 : 0)) + ',' + QByteArray::number(length);
    }
    void goOn() { before += std::exchange(length, 0); }
};

bool changedNear(const QList<DiffLine> &lines, qsizetype line)
{
    const auto from = lines.begin() + std::max<qsizetype>(line - around, 0);
    const auto to = lines.begin() + std::min(line + around + 1, lines.size());
    return std::any_of(from, to, [](const DiffLine &each) { return !each.same(); });
}

} // namespace

bool canPatch(const capture::Delivery &left, const capture::Delivery &right)
{
    const QByteArray &from = left.request.body;
    const QByteArray &to = right.request.body;
    return from != to && isText(from) && isText(to);
}

QByteArray bodyPatch(const capture::Delivery &left, const capture::Delivery &right)
{
    if (!canPatch(left, right))
        return {};
    const QByteArrayList from = wholeLines(left.request.body);
    const QByteArrayList to = wholeLines(right.request.body);
    const QList<DiffLine> lines = core::lineDiff(from, to);
    QByteArray out
        = "--- #" + QByteArray::number(left.id) + "\n+++ #" + QByteArray::number(right.id) + '\n';
    Range ranges[2];
    for (qsizetype i = 0; i < lines.size();) {
        if (!changedNear(lines, i)) {
            ++ranges[0].before;
            ++ranges[1].before;
            ++i;
            continue;
        }
        QByteArray hunk;
        for (; i < lines.size() && changedNear(lines, i); ++i) {
            const bool inLeft = lines[i].left >= 0;
            ranges[0].length += inLeft ? 1 : 0;
            ranges[1].length += lines[i].right >= 0 ? 1 : 0;
            hunk += written(lines[i].same() ? ' '
                                : inLeft    ? '-'
                                            : '+',
                            inLeft ? from[lines[i].left] : to[lines[i].right]);
        }
        out += "@@ -" + ranges[0].text() + " +" + ranges[1].text() + " @@\n" + hunk;
        ranges[0].goOn();
        ranges[1].goOn();
    }
    return out;
}

} // namespace models
