// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace ui
{

// A header's name and value in the fixed font, the provider's own in bold; its meaning in ours.
class FieldsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FieldsDelegate(QTableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    // As high as the text that wraps in the column's width, up to six lines.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static constexpr int mostLines = 6;

    QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QTableView *m_view;
};

} // namespace ui
