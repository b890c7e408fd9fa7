// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace ui
{

// Rows with air around their text, whose icons keep their colours when selected.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Bar { None, Left }; // an accent bar before the chosen row

    explicit RowDelegate(QObject *parent, Bar bar = Bar::None);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Bar m_bar;
};

} // namespace ui
