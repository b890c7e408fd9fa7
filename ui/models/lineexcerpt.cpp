// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/lineexcerpt.h"

#include <algorithm>

namespace models
{

static constexpr qsizetype longest = 160; // characters of a line that is shown whole
static constexpr qsizetype around = 24;
static constexpr qsizetype mostShown = 2000;

LineExcerpt lineExcerpt(const QString &line, const QList<core::Run> &marks)
{
    if (line.size() <= longest)
        return {line, marks};
    if (marks.isEmpty())
        return {line.left(mostShown), {}};
    LineExcerpt out;
    qsizetype done = 0; // what of the line is in the text, or left out of it
    for (qsizetype i = 0; i < marks.size() && out.text.size() < mostShown; ++i) {
        const qsizetype end = marks[i].from + marks[i].size;
        const qsizetype from = std::max(done, marks[i].from - around);
        const bool last = i + 1 == marks.size();
        const qsizetype to = std::min(end + around, last ? line.size() : marks[i + 1].from);
        if (from > done)
            out.text += QChar(u'…');
        out.marks.append({out.text.size() + marks[i].from - from, marks[i].size});
        out.text += line.mid(from, to - from);
        done = to;
    }
    if (done < line.size())
        out.text += QChar(u'…');
    return out;
}

} // namespace models
