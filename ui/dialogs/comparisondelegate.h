// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace ui
{

// Paints the rows of a models::ComparisonModel: what is only left or only right tinted, the words
// that differ within a line in a stronger tint, values in the fixed font, and a selected change in
// an outline. The signs and words for it are the model's.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int padding = 8; // as of the titles above

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
};

} // namespace ui
