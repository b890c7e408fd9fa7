// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/detailtabs.h"

#include "ui/tokens.h"
#include "ui/views/accessibletabs.h"
#include "ui/views/panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionTab>

namespace ui
{

namespace
{

constexpr int padding = 13;
constexpr int narrowPadding = 8;
constexpr int countGap = 5;
constexpr int insetWidth = 8;

} // namespace

DetailTabBar::DetailTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    AccessibleTabBar::announceFor(*this);
}

QFont DetailTabBar::labelFont(bool chosen) const
{
    QFont label = font();
    label.setBold(chosen);
    return label;
}

QFont DetailTabBar::countFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    return small;
}

QString DetailTabBar::countText(int tab) const { return tabData(tab).toString(); }

QSize DetailTabBar::tabSizeHint(int tab) const
{
    const QFontMetrics metrics(labelFont(true));
    int width = metrics.horizontalAdvance(tabText(tab)) + 2 * padding;
    if (const QString count = countText(tab); !count.isEmpty())
        width += countGap + QFontMetrics(countFont()).horizontalAdvance(count);
    return {width, metrics.height() + 15};
}

QSize DetailTabBar::minimumTabSizeHint(int tab) const
{
    return tabSizeHint(tab) - QSize(2 * (padding - narrowPadding), 0);
}

void DetailTabBar::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setPen(look.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    for (int tab = 0; tab < count(); ++tab) {
        if (isTabVisible(tab))
            paintTab(painter, tab);
    }
}

void DetailTabBar::paintTab(QPainter &painter, int tab) const
{
    const Tokens &look = tokens(palette());
    const bool chosen = tab == currentIndex();
    const QRect box = tabRect(tab);
    if (chosen) {
        painter.fillRect(box, look.base);
        painter.setPen(look.line);
        painter.drawLine(box.topLeft(), box.bottomLeft());
        painter.drawLine(box.topRight(), box.bottomRight());
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 3), look.accent);
    }
    const QFontMetrics metrics(labelFont(chosen));
    const QFontMetrics boldMetrics(labelFont(true));
    const QString count = countText(tab);
    const int countWidth
        = count.isEmpty() ? 0 : countGap + QFontMetrics(countFont()).horizontalAdvance(count);
    const int textWidth = metrics.horizontalAdvance(tabText(tab));
    const int left = box.left() + (box.width() - textWidth - countWidth) / 2;
    const int baseline = box.top() + (box.height() + boldMetrics.capHeight()) / 2 + 1;
    painter.setFont(labelFont(chosen));
    painter.setPen(chosen ? look.text : look.muted);
    painter.drawText(left, baseline, tabText(tab));
    painter.setFont(countFont());
    painter.setPen(look.muted);
    painter.drawText(left + textWidth + countGap, baseline, count);
    if (chosen && hasFocus()) {
        painter.setPen(QPen(look.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(4, 6, -5, -5));
    }
}

DetailTabs::DetailTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setTabBar(new DetailTabBar(this));
    setDocumentMode(true);
    auto *inset = new Panel(Panel::Ground::Window, Qt::BottomEdge, this);
    auto *room = new QHBoxLayout(inset);
    room->setContentsMargins(0, 0, 0, 0);
    room->addSpacing(insetWidth);
    setCornerWidget(inset, Qt::TopLeftCorner);
}

void DetailTabs::setCount(int tab, qsizetype count)
{
    setAside(tab, count < 0 ? QString() : QLocale().toString(count));
}

void DetailTabs::setAside(int tab, const QString &text)
{
    if (tabBar()->tabData(tab).toString() == text)
        return;
    tabBar()->setTabData(tab, text);
    // The bar lays itself out anew only for a change it knows.
    setTabText(tab, tabText(tab));
}

} // namespace ui
