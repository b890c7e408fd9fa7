// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/chip.h"

#include "ui/tokens.h"

#include <QLocale>
#include <QPainter>

namespace ui
{

namespace
{

constexpr int glyphSize = 15;
constexpr int padding = 9;
constexpr int gap = 6;

QFont bold(QFont font, bool heavy)
{
    font.setBold(heavy);
    return font;
}

} // namespace

Chip::Chip(const QString &word, const QIcon &glyph, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(word);
    setIcon(glyph);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCount(0);
}

void Chip::setCount(qint64 count)
{
    const QSize before = sizeHint();
    m_count = count;
    setAccessibleName(tr("%1, %n webhook(s)", nullptr, int(count)).arg(text()));
    if (sizeHint() != before)
        updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int glyph = icon().isNull() ? 0 : glyphSize + gap;
    return {2 * padding + glyph + QFontMetrics(wordFont()).horizontalAdvance(text()) + gap
                + QFontMetrics(countFont()).horizontalAdvance(countText()),
            fontMetrics().height() + 8};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = isChecked() || hasFocus() ? look.accent
        : underMouse()                            ? look.border
                                                  : look.line;
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? look.selection : isChecked() ? look.checked : look.base);
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);

    QRect room = rect().adjusted(padding, 0, -padding, 0);
    if (!icon().isNull()) {
        const QRect place(room.left(), (height() - glyphSize) / 2, glyphSize, glyphSize);
        icon().paint(&painter, place);
        room.setLeft(place.right() + 1 + gap);
    }
    painter.setPen(look.text);
    painter.setFont(wordFont());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(countFont());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, countText());
}

QFont Chip::wordFont() const { return bold(font(), m_wordBold); }

QFont Chip::countFont() const { return bold(font(), !m_wordBold); }

QString Chip::countText() const { return QLocale().toString(m_count); }

} // namespace ui
