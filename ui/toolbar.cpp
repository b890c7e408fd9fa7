// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/toolbar.h"

#include <QEvent>
#include <QToolButton>

#include <algorithm>

namespace ui
{

void ToolBar::setSpare(const QList<QAction *> &actions) { m_spare = actions; }

void ToolBar::keepRoom(QAction *action, const QStringList &words)
{
    m_changing = action;
    m_words = words;
    fitWords();
}

void ToolBar::fitWords()
{
    auto *button = m_changing ? qobject_cast<QToolButton *>(widgetForAction(m_changing)) : nullptr;
    if (!button)
        return;
    const auto widthOf = [button](const QString &word) {
        return button->fontMetrics().size(Qt::TextShowMnemonic, word).width();
    };
    int widest = 0;
    for (const QString &word : std::as_const(m_words))
        widest = std::max(widest, widthOf(word));
    button->setMinimumWidth(button->sizeHint().width() - widthOf(button->text()) + widest);
}

void ToolBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitWords();
}

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
