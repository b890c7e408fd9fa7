// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/sentencelabel.h"

#include <QPainter>

#include <cmath>

namespace ui
{

QString goingOn(const QString &sentence)
{
    if (sentence.isEmpty())
        return {};
    QString rest = sentence;
    if (rest.size() < 2 || !rest[1].isUpper())
        rest[0] = rest[0].toLower();
    return QStringLiteral(" — ") + rest;
}

SentenceLabel::SentenceLabel(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SentenceLabel::setSentence(const QString &lead, const QString &rest, Ink ink)
{
    m_lead = lead;
    m_rest = rest;
    m_ink = ink;
    setAccessibleName(text());
    updateGeometry();
    update();
}

qreal SentenceLabel::layOut(QTextLayout &layout, qreal width) const
{
    QTextLayout::FormatRange lead{};
    lead.length = int(m_lead.size());
    lead.format.setFontWeight(QFont::Bold);
    lead.format.setForeground(tokens(palette()).*m_ink);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats({lead});
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

int SentenceLabel::heightForWidth(int width) const
{
    QTextLayout layout(text(), font());
    return int(std::ceil(layOut(layout, width)));
}

QSize SentenceLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()), fontMetrics().height()};
}

QSize SentenceLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

void SentenceLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokens(palette()).text);
    QTextLayout layout(text(), font());
    layOut(layout, width());
    layout.draw(&painter, {0, 0});
}

} // namespace ui
