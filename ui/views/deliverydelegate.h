// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tokens.h"

#include <QStyledItemDelegate>

namespace ui
{

// Paints the live table's cells: a glyph and its word for a verdict, colour only where something
// needs attention.
class DeliveryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int padding = 8;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Whole rows of a mark or a note go without the tint behind rows with a trouble.
    void setTinted(bool tinted) { m_tinted = tinted; }
    void setRepeats(bool told) { m_repeats = told; } // a tag for what came again
    void setCompact(bool compact) { m_compact = compact; } // for rows as low as their text

private:
    QColor background(const QStyleOptionViewItem &option, const QModelIndex &index,
                      const Tokens &look) const;

    bool m_tinted = true;
    bool m_repeats = true;
    bool m_compact = false;
};

} // namespace ui
