// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rowdelegate.h"

#include "ui/tokens.h"

#include <QApplication>
#include <QPainter>

namespace ui
{
namespace
{
constexpr int inset = 6;
constexpr int wideInset = 12;
constexpr int air = 10;
constexpr int barWidth = 3;
} // namespace

RowDelegate::RowDelegate(QObject *parent, Bar bar)
    : QStyledItemDelegate(parent)
    , m_bar(bar)
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    auto item = option;
    initStyleOption(&item, index);
    const auto &look = tokens(item.palette);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool chosen = m_bar == Bar::Left && selected;
    if (chosen) // a chosen page stays chosen wherever the focus is
        item.palette.setColor(QPalette::Highlight, look.selection);
    const auto *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    if (chosen)
        painter->fillRect(item.rect.x(), item.rect.y(), barWidth, item.rect.height(), look.accent);
    const int side = m_bar == Bar::Left ? wideInset : inset;
    item.rect.adjust(side, 0, -inset, 0);
    item.state &= ~QStyle::State_HasFocus; // the row shows it
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * inset + air, option.fontMetrics.height() + air};
}

} // namespace ui
