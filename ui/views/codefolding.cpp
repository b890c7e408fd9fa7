// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codefolding.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>

namespace ui
{

namespace
{

qsizetype indentOf(const QString &text)
{
    qsizetype indent = 0;
    while (indent < text.size() && text[indent] == u' ')
        ++indent;
    return indent;
}

bool closes(const QTextBlock &row, qsizetype indent)
{
    const QString text = row.text();
    return indentOf(text) == indent && indent < text.size()
        && (text[indent] == u'}' || text[indent] == u']');
}

void setRowVisible(QTextBlock row, bool visible)
{
    row.setVisible(visible);
    row.setLineCount(visible ? std::max(1, row.layout()->lineCount()) : 0);
}

} // namespace

bool canFold(const QTextBlock &row)
{
    const QString text = row.text();
    if (!text.endsWith(u'{') && !text.endsWith(u'['))
        return false;
    const QTextBlock next = row.next();
    return next.isValid() && indentOf(next.text()) > indentOf(text);
}

bool isFolded(const QTextBlock &row) { return canFold(row) && !row.next().isVisible(); }

void setFolded(const QTextBlock &row, bool folded)
{
    if (!canFold(row) || isFolded(row) == folded)
        return;
    const qsizetype indent = indentOf(row.text());
    QTextBlock end = row.next();
    while (end.isValid() && !closes(end, indent))
        end = end.next();
    for (QTextBlock inside = row.next(); inside.isValid() && inside != end; inside = inside.next())
        setRowVisible(inside, !folded);
    const int last = end.isValid() ? end.position() : row.document()->characterCount();
    auto *document = const_cast<QTextDocument *>(row.document());
    document->markContentsDirty(row.position(), last - row.position());
    QAbstractTextDocumentLayout *layout = document->documentLayout();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
}

void unfoldAround(const QTextBlock &row)
{
    QTextBlock outer = row;
    while (outer.isValid() && !outer.isVisible())
        outer = outer.previous();
    setFolded(outer, false);
}

} // namespace ui
