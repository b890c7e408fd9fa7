// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codetext.h"

namespace ui
{

namespace
{

// Never between the halves of a character, nor before a mark that combines with the one before.
qsizetype breakBefore(const QString &text, qsizetype at, qsizetype rowStart)
{
    constexpr qsizetype longestCluster = 32;
    for (qsizetype place = at; place > rowStart && at - place < longestCluster; --place) {
        const QChar c = text[place];
        if (!c.isLowSurrogate() && !c.isMark())
            return place;
    }
    return text[at].isLowSurrogate() ? at - 1 : at;
}

void breakLine(CodeText &code, qsizetype start, qsizetype end)
{
    while (end - start > longestRow) {
        start = breakBefore(code.text, start + longestRow, start);
        code.breaks.push_back(start);
    }
}

} // namespace

CodeText codeText(const QString &text)
{
    CodeText code{.text = text};
    qsizetype start = 0;
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', start)) {
        breakLine(code, start, end);
        ++code.lines;
        start = end + 1;
    }
    breakLine(code, start, text.size());
    if (start < text.size() || code.lines == 0)
        ++code.lines;
    return code;
}

} // namespace ui
