// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/excerpt.h"

#include "ui/shownbytes.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr qsizetype before = 32; // bytes of context
constexpr qsizetype longest = 480; // bytes, of which a span may be more

bool continues(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (uchar(text[at]) & 0xC0) == 0x80;
}

// To where a character of UTF-8 begins, so that none is torn apart.
qsizetype startOf(QByteArrayView text, qsizetype at)
{
    for (int step = 0; step < 3 && at > 0 && continues(text, at); ++step)
        --at;
    return at;
}

qsizetype endOf(QByteArrayView text, qsizetype at)
{
    for (int step = 0; step < 3 && continues(text, at); ++step)
        ++at;
    return at;
}

} // namespace

Excerpt excerpt(QByteArrayView text, const QList<signature::Difference> &differences, Side side)
{
    const auto spanOf = [side](const signature::Difference &difference) {
        return side == Side::Expected ? std::pair(difference.at, difference.length)
                                      : std::pair(difference.fittingAt, difference.fittingLength);
    };
    const qsizetype first = differences.isEmpty() ? 0 : spanOf(differences.first()).first;
    const qsizetype from = startOf(text, std::max<qsizetype>(0, first - before));
    const qsizetype to = startOf(text, std::min(text.size(), from + longest));
    Excerpt made;
    if (from > 0)
        made.text = u'…';
    qsizetype at = from;
    for (const signature::Difference &difference : differences) {
        const auto [place, length] = spanOf(difference);
        const qsizetype start = std::max(at, startOf(text, place));
        const qsizetype end = std::min(to, endOf(text, place + length));
        if (length == 0 || start >= end)
            continue;
        made.text += shownBytes(text.sliced(at, start - at));
        const QString span = shownBytes(text.sliced(start, end - start));
        made.marks.append({made.text.size(), span.size()});
        made.text += span;
        at = end;
    }
    if (at < to)
        made.text += shownBytes(text.sliced(at, to - at));
    if (to < text.size())
        made.text += u'…';
    return made;
}

} // namespace ui
