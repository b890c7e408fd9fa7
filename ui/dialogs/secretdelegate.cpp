// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/secretdelegate.h"

#include "models/secretmodel.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using Column = models::SecretModel::Column;

void SecretDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const auto *model = qobject_cast<const models::SecretModel *>(index.model());
    if (!model)
        return;
    const auto &row = model->rows().at(index.row());
    switch (Column(index.column())) {
    case Column::Name:
    case Column::Endpoint:
        return;
    case Column::EndsWith:
        if (!row.lastFour.isEmpty() && option->widget)
            option->font = codeFont(*option->widget);
        return;
    case Column::Verified:
        if (row.verified.value_or(0) > 0)
            option->icon = icon(signature::Signature::Verified);
        else
            option->palette.setColor(QPalette::Text, tokens(option->palette).muted);
        break;
    case Column::KeptIn:
        option->icon = icon(row.remembered ? u"lock"_s : u"clock"_s);
        break;
    }
    if (!option->icon.isNull())
        option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
}

} // namespace ui
