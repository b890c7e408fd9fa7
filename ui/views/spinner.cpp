// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/spinner.h"

#include "ui/tokens.h"

#include <QPainter>
#include <QStyle>

using namespace std::chrono_literals;

namespace ui
{
namespace
{
constexpr int side = 18;
constexpr int step = 24;
constexpr int arc = 90;
constexpr int sixteenths = 16; // of a degree, as QPainter counts
} // namespace

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    m_turn.setInterval(80ms);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 360 - step) % 360;
        update();
    });
}

QSize Spinner::sizeHint() const { return {side, side}; }

void Spinner::paintEvent(QPaintEvent *)
{
    const auto &look = tokens(palette());
    const auto circle = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.border, 2));
    painter.drawEllipse(circle);
    painter.setPen(QPen(look.accent, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, m_angle * sixteenths, arc * sixteenths);
}

void Spinner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this))
        m_turn.start();
}

void Spinner::hideEvent(QHideEvent *event)
{
    m_turn.stop();
    QWidget::hideEvent(event);
}

} // namespace ui
