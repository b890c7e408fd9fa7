// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/fieldsdelegate.h"

#include "models/fieldsmodel.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QPainter>
#include <QTableView>

using models::FieldsModel;

namespace ui
{

namespace
{

constexpr int padding = 8;
constexpr int verticalPadding = 4;
constexpr qsizetype measuredLength = 2000; // characters; more never fit into the lines shown
constexpr int wrapping = Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;

bool isMeaning(const QModelIndex &index)
{
    return FieldsModel::Column(index.column()) == FieldsModel::Column::Meaning;
}

int wrappingOf(const QModelIndex &index)
{
    return isMeaning(index) ? Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop : wrapping;
}

} // namespace

FieldsDelegate::FieldsDelegate(QTableView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

QFont FieldsDelegate::fontOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = isMeaning(index) ? option.font : codeFont(*m_view);
    font.setBold(index.column() == int(FieldsModel::Column::Name)
                 && index.data(FieldsModel::PinnedRole).toBool());
    return font;
}

QSize FieldsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(fontOf(option, index));
    const int width = m_view->columnWidth(index.column()) - 2 * padding;
    const QString text = index.data().toString().left(measuredLength);
    const QRect box = metrics.boundingRect(QRect(0, 0, width, 1 << 16), wrappingOf(index), text);
    const int height
        = std::clamp(box.height(), metrics.height(), mostLines * metrics.lineSpacing());
    return {width, std::max(height + 2 * verticalPadding, metrics.height() + 9)};
}

void FieldsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &look = tokens(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect,
                          m_view->hasFocus() ? look.selection : look.selectionInactive);
    QColor ink = isMeaning(index) ? look.muted : look.text;
    if (index.data(FieldsModel::BadBytesRole).toBool())
        ink = look.malformed;
    const QRect box
        = option.rect.adjusted(padding, verticalPadding, -padding, -verticalPadding / 2);
    painter->save();
    painter->setClipRect(box);
    painter->setFont(fontOf(option, index));
    painter->setPen(ink);
    painter->drawText(box, wrappingOf(index), index.data().toString().left(measuredLength));
    painter->restore();
}

} // namespace ui
