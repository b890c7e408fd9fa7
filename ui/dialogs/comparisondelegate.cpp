// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparisondelegate.h"

#include "models/comparisonmodel.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"

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
    case CompareMode::Bytes:
        return column == 1 ? Side::Left : column == 2 ? Side::Right : Side::None;
    case CompareMode::Lines:
        return change == RowChange::Removed ? Side::Left
            : change == RowChange::Added    ? Side::Right
                                            : Side::None;
    case CompareMode::SideBySide:
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

} // namespace

void ComparisonDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto *model = qobject_cast<const models::ComparisonModel *>(index.model());
    if (!model)
        return;
    const CompareMode mode = model->comparison().mode;
    const auto change = RowChange(index.data(models::ComparisonModel::ChangeRole).toInt());
    const Tokens &look = tokens(option->palette);
    if (const QColor colour = tint(look, sideOf(mode, index.column(), change), change);
        colour.isValid())
        option->backgroundBrush = colour;
    if (index.data(models::ComparisonModel::NumberRole).toBool())
        option->palette.setColor(QPalette::Text, look.muted);
    const bool word = mode == CompareMode::Fields && index.column() == 3;
    if (!word && option->widget)
        option->font = codeFont(*option->widget);
    option->textElideMode = Qt::ElideRight;
}

} // namespace ui
