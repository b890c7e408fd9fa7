// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/toolbar.h"

#include <QToolButton>

namespace ui
{

void ToolBar::setSpare(const QList<QAction *> &actions) { m_spare = actions; }

void ToolBar::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    setShort(width() < sizeHint().width() + m_saved);
}

void ToolBar::setShort(bool shortened)
{
    if (shortened == m_short)
        return;
    m_short = shortened;
    const int before = sizeHint().width();
    for (QAction *action : std::as_const(m_spare)) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            button->setToolButtonStyle(shortened ? Qt::ToolButtonIconOnly : toolButtonStyle());
    }
    m_saved = shortened ? before - sizeHint().width() : 0;
}

} // namespace ui
