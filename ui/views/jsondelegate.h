// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace ui
{

// Keys and values in the colours of their kind, in the fixed font; also for form fields.
class JsonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit JsonDelegate(QWidget *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
