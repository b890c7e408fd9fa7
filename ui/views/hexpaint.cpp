// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/tokens.h"
#include "ui/views/hexview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr int margin = 12;
constexpr int topMargin = 6;
constexpr int wideLine = 16;
constexpr int narrowLine = 8;

constexpr bool isPlain(char byte) { return byte >= 0x20 && byte < 0x7F; }

} // namespace

qreal HexView::cell() const { return QFontMetricsF(font()).horizontalAdvance(u'0'); }

int HexView::lineHeight() const { return fontMetrics().height() + 4; }

int HexView::offsetDigits() const { return m_bytes.size() > 0x10000 ? 8 : 4; }

// A gap of half a character parts the line in groups of eight.
qreal HexView::hexLeft(int column) const
{
    return margin + cell() * (offsetDigits() + 2 + column * 3) + (column / narrowLine) * cell() / 2;
}

qreal HexView::textLeft(int column) const
{
    return hexLeft(bytesPerLine()) + cell() * (1 + column);
}

qreal HexView::contentWidth(int columns) const
{
    return hexLeft(columns) + cell() * (1 + columns) + margin;
}

int HexView::page(int height) const { return std::max(1, (height - topMargin) / lineHeight()); }

// By the room that there is without scroll bars: by the room beside one that is shown, long lines
// would come and go with it.
int HexView::fittingColumns() const
{
    const QSize most = maximumViewportSize();
    const bool scrolls = (lastPlace() + wideLine) / wideLine > page(most.height());
    const int beside = scrolls ? verticalScrollBar()->sizeHint().width() : 0;
    return contentWidth(wideLine) <= most.width() - beside ? wideLine : narrowLine;
}

qsizetype HexView::lines() const { return (lastPlace() + bytesPerLine()) / bytesPerLine(); }

// Where all of it has room, neither scroll bar stays only because of the other.
void HexView::layOut()
{
    m_columns = fittingColumns();
    const QSize most = maximumViewportSize();
    const bool whole = contentWidth(m_columns) <= most.width() && lines() <= page(most.height());
    const int inSight = page(whole ? most.height() : viewport()->height());
    verticalScrollBar()->setPageStep(inSight);
    verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, lines() - inSight)));
    const int width = whole ? most.width() : viewport()->width();
    const int excess = int(std::ceil(contentWidth(m_columns))) - width;
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(int(cell()));
    horizontalScrollBar()->setRange(0, std::max(0, excess));
}

qsizetype HexView::offsetAt(QPointF place) const
{
    const qreal x = place.x() + horizontalScrollBar()->value();
    const auto line = qsizetype(std::floor((place.y() - topMargin) / lineHeight()))
        + verticalScrollBar()->value();
    const int columns = bytesPerLine();
    int column = 0;
    if (x >= textLeft(0))
        column = int((x - textLeft(0)) / cell());
    else
        while (column + 1 < columns && x >= hexLeft(column + 1) - cell() / 2)
            ++column;
    return std::max<qsizetype>(0, line) * columns + std::min(column, columns - 1);
}

void HexView::paintEvent(QPaintEvent *event)
{
    const Tokens &look = tokens(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), look.base);
    painter.setFont(font());
    painter.translate(-horizontalScrollBar()->value(), 0);
    const qsizetype first = verticalScrollBar()->value();
    for (qsizetype line = first; line < lines(); ++line) {
        const qreal top = topMargin + qreal(line - first) * lineHeight();
        if (top > viewport()->height())
            break;
        paintLine(painter, line, top);
    }
}

void HexView::paintLine(QPainter &painter, qsizetype line, qreal top) const
{
    const qsizetype start = line * bytesPerLine();
    QColor faint = tokens(palette()).muted;
    faint.setAlphaF(0.8F);
    painter.setPen(faint);
    painter.drawText(QRectF(margin, top, cell() * (offsetDigits() + 1), lineHeight()),
                     Qt::AlignVCenter, u"%1"_s.arg(start, offsetDigits(), 16, QChar(u'0')));
    const qsizetype end = std::min<qsizetype>(start + bytesPerLine(), m_bytes.size());
    for (qsizetype offset = start; offset < end; ++offset)
        paintByte(painter, offset, top);
    const qsizetype behind = m_bytes.size();
    if (m_caret == behind && behind >= start && behind < start + bytesPerLine())
        paintEnd(painter, top);
}

// The caret behind the last byte.
void HexView::paintEnd(QPainter &painter, qreal top) const
{
    const Tokens &look = tokens(palette());
    const auto column = int(m_bytes.size() % bytesPerLine());
    painter.fillRect(QRectF(hexLeft(column) - cell() / 2, top, cell() * 3, lineHeight()),
                     hasFocus() ? look.selection : look.selectionInactive);
}

void HexView::paintByte(QPainter &painter, qsizetype offset, qreal top) const
{
    const Tokens &look = tokens(palette());
    const auto column = int(offset % bytesPerLine());
    const QRectF hex(hexLeft(column) - cell() / 2, top, cell() * 3, lineHeight());
    const QRectF ascii(textLeft(column), top, cell(), lineHeight());
    const qsizetype from = selectionStart();
    const bool chosen = offset >= from && offset < from + selectionLength();
    if (chosen || isHit(offset)) {
        QColor ground = look.warningEdge;
        ground.setAlpha(110);
        if (chosen)
            ground = hasFocus() ? look.selection : look.selectionInactive;
        painter.fillRect(hex, ground);
        painter.fillRect(ascii, ground);
    }
    const char byte = m_bytes[offset];
    const bool plain = isPlain(byte);
    painter.setPen(plain ? look.text : uchar(byte) >= 0x80 ? look.jsonConstant : look.muted);
    painter.drawText(hex, Qt::AlignCenter, u"%1"_s.arg(uchar(byte), 2, 16, QChar(u'0')));
    painter.setPen(plain ? look.jsonString : look.muted);
    painter.drawText(ascii, Qt::AlignCenter, plain ? QString(QChar::fromLatin1(byte)) : u"·"_s);
}

} // namespace ui
