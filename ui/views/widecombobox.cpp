// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/widecombobox.h"

#include <QAbstractItemView>
#include <QScreen>

#include <algorithm>

namespace ui
{

// The list is drawn as a menu, whose entries do not tell their width: it is that of the text and of
// an icon, with a mark's room before and behind them.
void WideComboBox::showPopup()
{
    int text = 0;
    for (int i = 0; i < count(); ++i)
        text = std::max(text, view()->fontMetrics().horizontalAdvance(itemText(i)));
    const int bar
        = count() > maxVisibleItems() ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    const int wide = text + iconSize().width() + 2 * std::max(view()->sizeHintForRow(0), 0) + bar;
    view()->parentWidget()->setMinimumWidth(std::min(wide, screen()->availableGeometry().width()));
    QComboBox::showPopup();
}

} // namespace ui
