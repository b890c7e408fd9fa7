// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codefolding.h"
#include "ui/views/codegutter.h"
#include "ui/views/codeview.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

namespace ui
{

QList<CodeView::GutterRow> CodeView::gutterRows() const
{
    QList<GutterRow> rows;
    const QPair<int, int> range = visibleRange();
    for (QTextBlock row = document()->findBlockByNumber(range.first);
         row.isValid() && row.blockNumber() <= range.second; row = row.next()) {
        if (!row.isVisible())
            continue;
        const auto before
            = std::upper_bound(m_continued.begin(), m_continued.end(), row.blockNumber());
        const auto skipped = int(before - m_continued.begin());
        const bool continued = skipped > 0 && *(before - 1) == row.blockNumber();
        const QRectF box = blockBoundingGeometry(row).translated(contentOffset());
        rows.append({.block = row.blockNumber(),
                     .number = continued ? 0 : row.blockNumber() + 1 - skipped,
                     .top = int(box.top()),
                     // The last block's box holds the margin below the text as well.
                     .height = int(row.layout()->lineAt(0).height()),
                     .folds = m_language == Language::Json && canFold(row),
                     .folded = m_language == Language::Json && isFolded(row)});
    }
    return rows;
}

void CodeView::toggleFold(int block)
{
    const QTextBlock row = document()->findBlockByNumber(block);
    setFolded(row, !isFolded(row));
    viewport()->update();
    m_gutter->update();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    const QTextBlock row = textCursor().block();
    if (m_language == Language::Json && event->text() == u"-" && !isFolded(row))
        toggleFold(row.blockNumber());
    else if (m_language == Language::Json && event->text() == u"+" && isFolded(row))
        toggleFold(row.blockNumber());
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace ui
