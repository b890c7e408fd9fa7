// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/knownlist.h"

#include "ui/dialogs/labels.h"
#include "ui/dialogs/rowdelegate.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

static constexpr int shownRows = 4;

KnownList::KnownList(const QString &name, const QString &none, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_none(mutedLabel(none))
    , m_forget(new QPushButton(tr("Forget")))
{
    m_list->setAccessibleName(name);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight((fontMetrics().height() + 8) * shownRows);
    m_forget->setAutoDefault(false);
    m_forget->setAccessibleName(tr("Forget: %1").arg(name));
    m_forget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_list);
    column->addWidget(m_forget);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &KnownList::showButton);
    connect(m_forget, &QPushButton::clicked, this,
            [this] { Q_EMIT forgotten(m_list->currentRow()); });
    setLines({});
}

void KnownList::setLines(const QStringList &lines)
{
    m_list->clear();
    m_list->addItems(lines);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setToolTip(lines[row]);
    m_none->setVisible(lines.isEmpty());
    m_list->setVisible(!lines.isEmpty());
    m_forget->setVisible(!lines.isEmpty());
    showButton();
}

QStringList KnownList::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row)
        lines.append(m_list->item(row)->text());
    return lines;
}

void KnownList::showButton() { m_forget->setEnabled(!m_list->selectedItems().isEmpty()); }

} // namespace ui
