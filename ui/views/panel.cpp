// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/panel.h"

#include "ui/tokens.h"

#include <QPainter>

namespace ui
{

Panel::Panel(Ground ground, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_lines(lines)
{
}

void Panel::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_ground == Ground::Base ? look.base : look.window);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, look.line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, look.line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), look.line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), look.line);
}

} // namespace ui
