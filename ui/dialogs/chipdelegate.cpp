// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/chipdelegate.h"

#include "ui/tokens.h"

#include <QPainter>

namespace ui
{
namespace
{
constexpr int side = 9;
constexpr int above = 4;
constexpr qreal radius = 5;
} // namespace

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    auto item = option;
    initStyleOption(&item, index);
    const auto &look = tokens(item.palette);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(selected ? look.accent : look.line, selected ? 2 : 1));
    painter->setBrush(selected ? look.selection : item.palette.color(QPalette::Window));
    painter->drawRoundedRect(QRectF(item.rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->setPen(item.palette.color(QPalette::Text));
    painter->drawText(item.rect, Qt::AlignCenter, item.text);
    painter->restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * side,
            option.fontMetrics.height() + 2 * above};
}

} // namespace ui
