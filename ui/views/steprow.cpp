// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/steprow.h"

#include "ui/dialogs/labels.h"
#include "ui/tokens.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ui
{
namespace
{

constexpr qreal markerSide = 22;
constexpr int indent = 34;

void paintTick(QPainter &painter, const QRectF &rect, const QColor &ink)
{
    painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height());
    };
    painter.drawPolyline(QPolygonF({at(0.29, 0.52), at(0.44, 0.67), at(0.72, 0.35)}));
}

} // namespace

StepRow::StepRow(int number, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_title(headingLabel({}, 1.12))
    , m_sentence(mutedLabel({}))
    , m_body(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(indent, 13, 0, 13);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    m_body->setContentsMargins(0, 5, 0, 0);
    m_body->setSpacing(6);
    column->addLayout(m_body);
    m_sentence->hide();
    setTitle(title);
}

void StepRow::setState(State state)
{
    m_state = state;
    m_title->setAccessibleDescription(outcome());
    update();
}

void StepRow::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void StepRow::setTitle(const QString &title) { m_title->setText(title); }

QString StepRow::outcome() const
{
    switch (m_state) {
    case State::Waiting:
        return tr("Step %1, to do").arg(m_number);
    case State::Current:
        return tr("Step %1, next").arg(m_number);
    case State::Done:
        return tr("Done");
    case State::Trouble:
        return tr("Needs attention");
    }
    return {};
}

QRectF StepRow::markerRect() const
{
    const auto middle = m_title->geometry().center().y() + 0.5;
    const QRectF rect(0.5, middle - markerSide / 2, markerSide, markerSide);
    return layoutDirection() == Qt::RightToLeft ? rect.translated(width() - markerSide - 1, 0)
                                                : rect;
}

void StepRow::paintEvent(QPaintEvent *)
{
    const auto &look = tokens(palette());
    const auto rect = markerRect();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool waiting = m_state == State::Waiting;
    const auto fill = m_state == State::Done ? look.verified
        : m_state == State::Trouble          ? look.invalid
                                             : look.accent;
    painter.setPen(QPen(waiting ? look.border : fill, 1));
    painter.setBrush(waiting ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.drawEllipse(rect);
    const auto ink = waiting ? look.muted : look.dark ? look.base : QColor(Qt::white);
    if (m_state == State::Done) {
        paintTick(painter, rect, ink);
        return;
    }
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(ink);
    const auto sign = m_state == State::Trouble ? QStringLiteral("!") : QString::number(m_number);
    painter.drawText(rect, Qt::AlignCenter, sign);
}

} // namespace ui
