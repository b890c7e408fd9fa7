// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codegutter.h"

#include "ui/tokens.h"
#include "ui/views/codeview.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui
{

namespace
{

constexpr int leftMargin = 10;

void paintFold(QPainter &painter, QPointF centre, bool folded)
{
    constexpr qreal reach = 3.5;
    const QPolygonF down{{centre.x() - reach, centre.y() - 2},
                         {centre.x() + reach, centre.y() - 2},
                         {centre.x(), centre.y() + 2.5}};
    const QPolygonF right{{centre.x() - 2, centre.y() - reach},
                          {centre.x() - 2, centre.y() + reach},
                          {centre.x() + 2.5, centre.y()}};
    painter.drawPolygon(folded ? right : down);
}

} // namespace

CodeGutter::CodeGutter(CodeView *view)
    : QWidget(view)
    , m_view(view)
{
    setAccessibleName(tr("Line numbers"));
}

int CodeGutter::foldWidth() const { return m_view->fontMetrics().height() + 8; }

QSize CodeGutter::sizeHint() const
{
    const int digits = m_view->fontMetrics().horizontalAdvance(u'0') * m_view->gutterDigits();
    return {leftMargin + digits + foldWidth(), 0};
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), look.base);
    painter.setFont(m_view->font());
    QColor numbers = look.muted;
    numbers.setAlphaF(0.8F);
    const int fold = foldWidth();
    for (const CodeView::GutterRow &row : m_view->gutterRows()) {
        painter.setPen(numbers);
        const QRect box(leftMargin, row.top, width() - leftMargin - fold, row.height);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter,
                         row.number > 0 ? QString::number(row.number) : QStringLiteral("↪"));
        if (!row.folds)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.muted);
        paintFold(painter, QPointF(width() - fold / 2.0, row.top + row.height / 2.0), row.folded);
    }
}

void CodeGutter::mousePressEvent(QMouseEvent *event)
{
    for (const CodeView::GutterRow &row : m_view->gutterRows()) {
        const int y = event->position().toPoint().y();
        if (row.folds && y >= row.top && y < row.top + row.height) {
            m_view->toggleFold(row.block);
            return;
        }
    }
}

} // namespace ui
