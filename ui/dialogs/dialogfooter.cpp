// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/dialogfooter.h"

#include "ui/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui
{

DialogFooter::DialogFooter(QWidget *parent)
    : QFrame(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 9, 12, 9);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
    m_left->setSpacing(8);
    m_right->setSpacing(8);
}

void DialogFooter::addLeft(QWidget *widget) { m_left->addWidget(widget); }

void DialogFooter::addRight(QWidget *widget) { m_right->addWidget(widget); }

void DialogFooter::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, tokens(palette()).line);
}

} // namespace ui
