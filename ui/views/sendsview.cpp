// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/sendsview.h"

#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/messagepage.h"
#include "ui/views/noteline.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using Column = models::AttemptModel::Column;

SendsView::SendsView(QWidget *parent)
    : QWidget(parent)
    , m_waiting(new NoteLine(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new MessagePage(m_pages))
    , m_split(new QSplitter(Qt::Vertical, m_pages))
    , m_table(new AttemptTable(m_split))
{
    m_nothing->setMessage(u"send"_s, tr("Not sent again yet"),
                          tr("Edit & Re-send makes a copy; the capture stays as it is."));
    connect(m_nothing->addButton(tr("Edit && Re-send")), &QPushButton::clicked, this,
            &SendsView::editWanted);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    m_table->setColumnHidden(int(Column::Number), true);
    m_table->horizontalHeader()->moveSection(int(Column::Result), int(Column::Target)); // in sight
    m_split->addWidget(m_table);
    m_split->setChildrenCollapsible(false);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_waiting);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_table);
}

// Most webhooks are never sent again, so its views are made for the first that is.
void SendsView::makeAnswer()
{
    m_answer = new AnswerView(m_split);
    m_split->addWidget(m_answer);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 2);
    connect(m_table, &AttemptTable::chosen, m_answer,
            [this](const capture::Attempt &attempt) { m_answer->show(attempt); });
}

void SendsView::show(const QList<capture::Attempt> &attempts, const capture::DeliveryPtr &received,
                     const std::shared_ptr<const signature::Scheme> &scheme)
{
    if (m_answer && attempts.isEmpty())
        m_answer->clear();
    if (!m_answer && !attempts.isEmpty())
        makeAnswer();
    if (m_answer)
        m_answer->setReceived(received);
    if (!attempts.isEmpty())
        m_table->compareWith(received, scheme ? *scheme : signature::Scheme());
    m_table->setAttempts(attempts);
    m_pages->setCurrentWidget(attempts.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_split);
}

void SendsView::setWaiting(const QStringList &waits) { m_waiting->setNotes(waits); }

void SendsView::clear()
{
    setWaiting({});
    show({}, {}, {});
}

} // namespace ui
