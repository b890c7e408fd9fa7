// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/entriesbox.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui
{

static constexpr int shownRows = 3;

EntriesBox::EntriesBox(const QString &name, const QString &addLabel, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("&Remove")))
    , m_up(new QPushButton(tr("Move &up")))
{
    m_list->setAccessibleName(name);
    m_list->setFixedHeight((fontMetrics().height() + 7) * shownRows);
    auto *add = new QPushButton(addLabel);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {add, m_remove, m_up}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &EntriesBox::addWanted);
    connect(m_remove, &QPushButton::clicked, this, &EntriesBox::remove);
    connect(m_up, &QPushButton::clicked, this, &EntriesBox::moveUp);
    connect(m_list, &QListWidget::currentRowChanged, this, &EntriesBox::showRow);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        Q_EMIT switched(m_list->row(item), item->checkState() == Qt::Checked);
    });
    showRow(-1);
}

void EntriesBox::append(const QString &words, bool on)
{
    auto *item = new QListWidgetItem(words);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    m_list->addItem(item);
    m_list->setCurrentItem(item);
}

void EntriesBox::setWords(int row, const QString &words)
{
    const QSignalBlocker blocker(m_list);
    m_list->item(row)->setText(words);
}

void EntriesBox::setOn(int row, bool on)
{
    const QSignalBlocker blocker(m_list);
    m_list->item(row)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

void EntriesBox::select(int row) { m_list->setCurrentRow(row); }

int EntriesBox::row() const { return m_list->currentRow(); }

void EntriesBox::remove()
{
    const int row = m_list->currentRow();
    {
        const QSignalBlocker blocker(m_list);
        delete m_list->takeItem(row);
    }
    Q_EMIT removed(row);
    showRow(m_list->currentRow());
}

void EntriesBox::moveUp()
{
    const int row = m_list->currentRow();
    {
        const QSignalBlocker blocker(m_list);
        m_list->insertItem(row - 1, m_list->takeItem(row));
        m_list->setCurrentRow(row - 1);
    }
    Q_EMIT movedUp(row);
    showRow(row - 1);
}

void EntriesBox::showRow(int row)
{
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    Q_EMIT rowChanged(row);
}

} // namespace ui
