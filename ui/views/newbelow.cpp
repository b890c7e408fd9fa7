// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/newbelow.h"

#include "ui/icons.h"

#include <QLocale>
#include <QPainter>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int shade = 4; // pixels of soft edge around the button
constexpr int arrow = 18;

} // namespace

NewBelow::NewBelow(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // Ctrl+End does so, too, and selects it
    hide();
}

void NewBelow::setNumber(qint64 number)
{
    if (number == m_number)
        return;
    m_number = number;
    setText(tr("%L1 new below").arg(number));
    setAccessibleName(text());
    setToolTip(tr("Show the newest and follow it"));
    setVisible(number > 0);
    resize(sizeHint());
    update();
}

QSize NewBelow::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + arrow + 34 + 2 * shade,
            fontMetrics().height() + 9 + 2 * shade};
}

void NewBelow::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(shade, shade, -shade, -shade);
    painter.setPen(Qt::NoPen);
    for (int ring = shade; ring > 0; --ring) {
        painter.setBrush(QColor(0, 0, 0, look.dark ? 26 : 12));
        painter.drawRoundedRect(box.adjusted(-ring, -ring + 1, ring, ring), 4 + ring, 4 + ring);
    }
    painter.setBrush(underMouse() && !isDown() ? look.accent.lighter(112) : look.accent);
    painter.drawRoundedRect(box, 4, 4);
    const QPointF place(box.left() + 10, box.center().y() - arrow / 2.0);
    painter.drawPixmap(
        place, drawing(u"arrow-down"_s, arrow, devicePixelRatioF(), look.onAccent, look.accent));
    painter.setPen(look.onAccent);
    painter.drawText(box.adjusted(10 + arrow + 8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace ui
