// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/segmentedbar.h"

#include "ui/tokens.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui
{

namespace
{

constexpr qreal radius = 4;
constexpr int padding = 10;

class Segment : public QAbstractButton
{
public:
    Segment(const QString &label, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(label);
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus); // but for the chosen one
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setPlace(bool first, bool last)
    {
        m_first = first;
        m_last = last;
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        return {metrics.horizontalAdvance(text()) + 2 * padding, metrics.height() + 10};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &look = tokens(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPainterPath shape = outline();
        painter.fillPath(shape, isChecked() || isDown() ? look.checked : look.button);
        painter.setPen(QPen(look.border, 1));
        painter.drawPath(shape);
        if (isChecked())
            painter.fillRect(QRectF(0.5, height() - 3, width() - 1, 2.5), look.accent);
        if (hasFocus()) {
            painter.setPen(QPen(look.accent, 1));
            painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -4.5), 2, 2);
        }
        QFont ink = font();
        ink.setBold(isChecked());
        painter.setFont(ink);
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled,
                                       QPalette::ButtonText));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    // Round at the ends of the row; the neighbours' edges fall on one another.
    QPainterPath outline() const
    {
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, m_last ? -0.5 : 0.5, -0.5);
        const qreal left = m_first ? radius : 0;
        const qreal right = m_last ? radius : 0;
        QPainterPath path;
        path.moveTo(box.left() + left, box.top());
        path.lineTo(box.right() - right, box.top());
        path.quadTo(box.topRight(), box.topRight() + QPointF(0, right));
        path.lineTo(box.bottomRight() - QPointF(0, right));
        path.quadTo(box.bottomRight(), box.bottomRight() - QPointF(right, 0));
        path.lineTo(box.left() + left, box.bottom());
        path.quadTo(box.bottomLeft(), box.bottomLeft() - QPointF(0, left));
        path.lineTo(box.left(), box.top() + left);
        path.quadTo(box.topLeft(), box.topLeft() + QPointF(left, 0));
        return path;
    }

    bool m_first = false;
    bool m_last = false;
};

} // namespace

SegmentedBar::SegmentedBar(const QStringList &labels, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto *segment = new Segment(labels[i], this);
        segment->setPlace(i == 0, i == labels.size() - 1);
        m_buttons->addButton(segment, int(i));
        row->addWidget(segment);
    }
    connect(m_buttons, &QButtonGroup::buttonToggled, this, &SegmentedBar::takeFocusAlong);
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedBar::chosen);
}

void SegmentedBar::setCurrent(int segment) { m_buttons->button(segment)->setChecked(true); }

// Tab goes to the chosen one, and arrows from there. A mouse gives a segment no focus, which would
// else stay on one that is no longer chosen.
void SegmentedBar::takeFocusAlong(QAbstractButton *segment, bool chosen)
{
    segment->setFocusPolicy(chosen ? Qt::TabFocus : Qt::NoFocus);
    const QList<QAbstractButton *> all = m_buttons->buttons();
    if (chosen
        && std::any_of(all.begin(), all.end(), [](const auto *one) { return one->hasFocus(); }))
        segment->setFocus();
}

bool SegmentedBar::isSegmentEnabled(int segment) const
{
    return m_buttons->button(segment)->isEnabled();
}

void SegmentedBar::setSegmentEnabled(int segment, bool enabled, const QString &why)
{
    m_buttons->button(segment)->setEnabled(enabled);
    m_buttons->button(segment)->setToolTip(why);
}

} // namespace ui
