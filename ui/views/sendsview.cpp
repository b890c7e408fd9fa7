// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/sendsview.h"

#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/caseanswer.h"
#include "ui/views/messagepage.h"
#include "ui/views/noteline.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using Column = models::AttemptModel::Column;

namespace
{

constexpr int answerLines = 7; // its status and some of its body
constexpr int rowsInSight = 3;

// Beside a sentence that wraps, what is scrolled would else be as high as it would like to be.
class LowSplitter : public QSplitter
{
public:
    using QSplitter::QSplitter;

    QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace

SendsView::SendsView(QWidget *parent)
    : QWidget(parent)
    , m_waiting(new NoteLine(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new MessagePage(m_pages))
    , m_scroll(new QScrollArea(m_pages))
    , m_whole(new QVBoxLayout(this))
{
    m_waiting->keepHeight(tr(" in 60 min")); // "now" until then, second by second
    m_nothing->setMessage(u"send"_s, tr("Not sent again yet"),
                          tr("Edit & Re-send makes a copy; the capture stays as it is."));
    connect(m_nothing->addButton(tr("Edit && Re-send")), &QPushButton::clicked, this,
            &SendsView::editWanted);
    auto *inside = new QWidget;
    inside->setMinimumWidth(1); // it is squeezed rather than scrolled to the side
    m_split = new LowSplitter(Qt::Vertical, inside);
    m_table = new AttemptTable(m_split);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    m_table->setColumnHidden(int(Column::Number), true);
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, place] : {std::pair(Column::Result, 2), {Column::Target, 3}})
        header->moveSection(header->visualIndex(int(column)), place); // in sight
    m_split->addWidget(m_table);
    m_split->setChildrenCollapsible(false);
    m_scrolled = new QVBoxLayout(inside);
    m_scrolled->addWidget(m_split, 1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_scroll);
    m_whole->addWidget(m_waiting);
    m_whole->addWidget(m_pages, 1);
    for (QVBoxLayout *column : {m_whole, m_scrolled}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
    }
    setFocusProxy(m_table);
    // Not while the button is down, or what is below the pointer would be selected then.
    connect(m_table, &QAbstractItemView::clicked, this, &SendsView::goToAnswer);
}

// Most webhooks are never sent again, so its views are made for the first that is.
void SendsView::makeAnswer()
{
    m_answer = new AnswerView(m_split);
    m_split->addWidget(m_answer);
    connect(m_answer, &AnswerView::message, this, &SendsView::message);
    connect(m_answer, &AnswerView::saveEnded, this, &SendsView::saveEnded);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 2);
    connect(m_table, &AttemptTable::chosen, m_answer, [this](const capture::Attempt &attempt) {
        m_answer->show(attempt);
        if (const auto judged = caseAnswer(attempt, m_scheme))
            m_answer->judge(judged->met, judged->words);
        if (!m_filling && QGuiApplication::mouseButtons() == Qt::NoButton)
            goToAnswerLater();
    });
}

void SendsView::show(const QList<capture::Attempt> &attempts, const capture::DeliveryPtr &received,
                     const std::shared_ptr<const signature::Scheme> &scheme)
{
    const QScopedValueRollback filling(m_filling, true);
    const qint64 id = received ? received->id : 0;
    if (std::exchange(m_received, id) != id)
        m_scroll->verticalScrollBar()->setValue(0);
    m_scheme = scheme ? *scheme : signature::Scheme();
    if (m_answer && attempts.isEmpty())
        m_answer->clear();
    if (!m_answer && !attempts.isEmpty())
        makeAnswer();
    if (m_answer)
        m_answer->setReceived(received);
    if (!attempts.isEmpty())
        m_table->compareWith(received, m_scheme);
    m_table->setAttempts(attempts);
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int more = std::clamp(int(attempts.size()), 1, rowsInSight) - 1;
    m_table->setMinimumHeight(m_table->minimumSizeHint().height() + more * row);
    m_pages->setCurrentWidget(attempts.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_scroll);
    QVBoxLayout *column = attempts.isEmpty() ? m_whole : m_scrolled;
    if (column->indexOf(m_waiting) < 0)
        column->insertWidget(0, m_waiting);
}

void SendsView::goToAnswerLater()
{
    QMetaObject::invokeMethod(this, &SendsView::goToAnswer, Qt::QueuedConnection);
}

// No further than it takes, so that the row which was chosen stays in sight where there is room.
void SendsView::goToAnswer()
{
    if (!m_answer)
        return;
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const int top = m_answer->mapTo(m_scroll->widget(), QPoint()).y();
    const int needed = std::min(fontMetrics().height() * answerLines, m_answer->height());
    const int least = top + needed - m_scroll->viewport()->height();
    bar->setValue(std::min(std::max(bar->value(), least), top));
}

void SendsView::setWaiting(const QStringList &waits) { m_waiting->setNotes(waits); }

void SendsView::clear()
{
    setWaiting({});
    show({}, {}, {});
}

} // namespace ui
