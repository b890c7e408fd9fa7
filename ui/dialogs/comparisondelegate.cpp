// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparisondelegate.h"

#include "models/comparisonmodel.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QApplication>
#include <QPainter>

namespace ui
{

using models::CompareMode;
using models::RowChange;

namespace
{

enum class Side { None, Left, Right };

// Whose cell a column's is; the one of Lines is of whichever text the row is from.
Side sideOf(CompareMode mode, int column, RowChange change)
{
    switch (mode) {
    case CompareMode::Fields:
        return column == 1 ? Side::Left : column == 2 ? Side::Right : Side::None;
    case CompareMode::Lines:
        return change == RowChange::Removed ? Side::Left
            : change == RowChange::Added    ? Side::Right
                                            : Side::None;
    case CompareMode::SideBySide:
    case CompareMode::Bytes:
        return column < 2 ? Side::Left : Side::Right;
    }
    return Side::None;
}

QColor tint(const Tokens &look, Side side, RowChange change)
{
    if (change == RowChange::Same || side == Side::None)
        return {};
    if (side == Side::Left)
        return change == RowChange::Added ? QColor() : look.removed;
    return change == RowChange::Removed ? QColor() : look.added;
}

QStyle *styleOf(const QStyleOptionViewItem &item)
{
    return item.widget ? item.widget->style() : QApplication::style();
}

QRect textRect(const QStyleOptionViewItem &item)
{
    constexpr int margin = ComparisonDelegate::padding;
    return item.rect.adjusted(margin, 0, -margin, 0);
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &item)
{
    QStyleOptionFocusRect focus;
    static_cast<QStyleOption &>(focus) = item;
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    styleOf(item)->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, item.widget);
}

// The fixed font makes every text as wide as its characters.
void fillMarks(QPainter &painter, const QStyleOptionViewItem &item, const QList<core::Run> &marks,
               const QColor &ground)
{
    const QRect room = textRect(item);
    const QFontMetricsF metrics(item.font);
    const int high = item.fontMetrics.height();
    const QString text = item.text;
    for (const core::Run &mark : marks) {
        const qreal from = metrics.horizontalAdvance(text.first(mark.from));
        const qreal to = metrics.horizontalAdvance(text.first(mark.from + mark.size));
        const QRectF box(room.x() + from, room.y() + (room.height() - high) / 2.0, to - from, high);
        painter.fillRect(box & QRectF(room), ground);
    }
}

RowChange changeOf(const QModelIndex &index)
{
    return RowChange(index.data(models::ComparisonModel::ChangeRole).toInt());
}

// A selection would hide what kind of change a row is.
bool keepsItsColour(const QModelIndex &index)
{
    return changeOf(index) != RowChange::Same
        && !index.data(models::ComparisonModel::IgnoredRole).toBool();
}

// The part of the outline around a whole row that is in this cell.
void outline(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    constexpr int thick = 2;
    const QColor ink = tokens(option.palette).accent;
    const QRect cell = option.rect;
    const auto bar = [&](int left, int top, int width, int height) {
        painter.fillRect(QStyle::visualRect(option.direction, cell, {left, top, width, height}),
                         ink);
    };
    bar(cell.left(), cell.top(), cell.width(), thick);
    bar(cell.left(), cell.bottom() + 1 - thick, cell.width(), thick);
    if (index.column() == 0)
        bar(cell.left(), cell.top(), thick, cell.height());
    if (index.column() == index.model()->columnCount() - 1)
        bar(cell.right() + 1 - thick, cell.top(), thick, cell.height());
}

} // namespace

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintCell(painter, option, index);
    if (option.state.testFlag(QStyle::State_Selected) && keepsItsColour(index))
        outline(*painter, option, index);
}

void ComparisonDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto *model = qobject_cast<const models::ComparisonModel *>(index.model());
    const QList<core::Run> marks = model ? model->marks(index) : QList<core::Run>();
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Tokens &look = tokens(item.palette);
    const Side side
        = model ? sideOf(model->comparison().mode, index.column(), changeOf(index)) : Side::None;
    const QStyle *style = styleOf(item);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    fillMarks(*painter, item, marks, side == Side::Left ? look.removedWord : look.addedWord);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QRect room = textRect(item);
    painter->setFont(item.font);
    style->drawItemText(painter, room, int(item.displayAlignment) | Qt::TextSingleLine,
                        item.palette, true,
                        item.fontMetrics.elidedText(item.text, Qt::ElideRight, room.width()),
                        selected ? QPalette::HighlightedText : QPalette::Text);
    if (marks.isEmpty() && item.state.testFlag(QStyle::State_HasFocus))
        paintFocus(*painter, item);
}

// The style's own has its margin of three pixels.
QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * (padding - 3), 0);
}

void ComparisonDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto *model = qobject_cast<const models::ComparisonModel *>(index.model());
    if (!model)
        return;
    const CompareMode mode = model->comparison().mode;
    const RowChange change = changeOf(index);
    const Tokens &look = tokens(option->palette);
    const bool ignored = index.data(models::ComparisonModel::IgnoredRole).toBool();
    if (const QColor colour = tint(look, sideOf(mode, index.column(), change), change);
        colour.isValid() && !ignored)
        option->backgroundBrush = colour;
    option->state.setFlag(QStyle::State_Selected,
                          option->state.testFlag(QStyle::State_Selected) && !keepsItsColour(index));
    if (ignored || index.data(models::ComparisonModel::NumberRole).toBool())
        option->palette.setColor(QPalette::Text, look.muted);
    const bool word = mode == CompareMode::Fields && index.column() == 3;
    if (!word && option->widget)
        option->font = codeFont(*option->widget);
    option->font.setItalic(ignored);
    option->textElideMode = Qt::ElideRight;
}

} // namespace ui
