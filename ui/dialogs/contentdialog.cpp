// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/contentdialog.h"

#include "ui/dialogs/dialogfooter.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ui
{
namespace
{
constexpr int margin = 14;
}

ContentDialog::ContentDialog(QWidget *parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_footer(new DialogFooter)
{
    m_content->setContentsMargins(margin, margin, margin, margin);
    m_content->setSpacing(9);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_content, 1);
    column->addWidget(m_footer);
}

bool ContentDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return handled;
}

void ContentDialog::fit()
{
    const auto needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : 0;
    if (height() < needed)
        resize(width(), needed);
}

} // namespace ui
