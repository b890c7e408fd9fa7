// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/detailsheader.h"

#include "models/localtimes.h"
#include "models/rowtext.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/awaitedanswer.h"
#include "ui/views/codefont.h"
#include "ui/views/elidedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr qreal titleScale = 1.18;
constexpr int widthForWords = 430; // below it the cURL button is an icon

QString answerText(const inspector::Details &details)
{
    if (details.rejection)
        return details.rejection->status == 0
            ? DetailsHeader::tr("not answered")
            : DetailsHeader::tr("answered %1").arg(details.rejection->status);
    if (!details.answer)
        return awaitsAnswer(details) ? DetailsHeader::tr("not answered yet")
                                     : DetailsHeader::tr("no answer is recorded");
    if (details.answer->status == 0)
        return models::noAnswerText(details.answer->source);
    return DetailsHeader::tr("replied %1 in %2")
        .arg(QString::number(details.answer->status), models::latencyText(details.answer->latency));
}

// As the scheme of the latest judgement finds it.
capture::Event latestEvent(const inspector::Details &details)
{
    const auto own = details.delivery->event;
    return details.judgements.isEmpty() ? own : details.judgements.constLast().event.value_or(own);
}

QString topicText(const inspector::Details &details)
{
    if (details.rejection)
        return DetailsHeader::tr("Rejected");
    const capture::Delivery &delivery = *details.delivery;
    const QString topic = latestEvent(details).topic;
    if (!topic.isEmpty())
        return shownText(topic);
    return shownBytes(delivery.request.method) + u' ' + shownBytes(delivery.request.target);
}

QString factsText(const inspector::Details &details)
{
    const qint64 receivedAt
        = details.delivery ? details.delivery->receivedAt : details.rejection->receivedAt;
    const capture::Peer &peer = details.delivery ? details.delivery->peer : details.rejection->peer;
    const QString time = models::datedTime(receivedAt);
    if (peer.address.isEmpty())
        return DetailsHeader::tr("Received %1  ·  address not recorded  ·  %2")
            .arg(time, answerText(details));
    return DetailsHeader::tr("Received %1  ·  from %2  ·  %3")
        .arg(time, peer.address, answerText(details));
}

} // namespace

DetailsHeader::DetailsHeader(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
    , m_topic(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this))
    , m_menu(new QMenu(this))
    , m_note(new QLineEdit(this))
{
    build();
}

void DetailsHeader::build()
{
    keepScaledFont(m_topic, titleScale);
    keepScaledFont(m_number, titleScale, QFont::Bold);
    m_number->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    buildNote();
    auto *row = new QHBoxLayout;
    row->setSpacing(5);
    row->addWidget(m_number);
    row->addSpacing(3);
    row->addWidget(m_topic, 1);
    QToolButton *previous = addButton(u"chevron-up"_s, tr("Previous webhook"));
    QToolButton *next = addButton(u"chevron-down"_s, tr("Next webhook"));
    m_curl = addButton(u"terminal"_s, tr("Copy as cURL"));
    m_curl->setText(tr("Copy as cURL"));
    QToolButton *more = addButton(u"more"_s, tr("More actions"));
    // A menu of the button's own would paint an arrow beside the dots.
    connect(more, &QToolButton::clicked, m_menu,
            [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height() + 2))); });
    for (QToolButton *button : {previous, next, m_curl, more})
        row->addWidget(button);
    row->insertSpacing(row->indexOf(m_curl), 4);
    row->insertSpacing(row->indexOf(more), 4);
    connect(previous, &QToolButton::clicked, this, &DetailsHeader::previousWanted);
    connect(next, &QToolButton::clicked, this, &DetailsHeader::nextWanted);
    connect(m_curl, &QToolButton::clicked, this, &DetailsHeader::copyCurlWanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_facts);
    column->addWidget(m_note);
}

QToolButton *DetailsHeader::addButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void DetailsHeader::buildNote()
{
    m_note->addAction(icon(u"note"_s, &Tokens::muted), QLineEdit::LeadingPosition);
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->installEventFilter(this);
    m_note->hide();
    connect(m_note, &QLineEdit::editingFinished, this, &DetailsHeader::finishNote);
}

void DetailsHeader::show(const inspector::Details &details)
{
    m_number->setText(u'#' + QString::number(details.id));
    m_topic->setFullText(topicText(details));
    m_facts->setFullText(factsText(details));
    m_curl->setEnabled(bool(details.delivery));
    if (m_note->hasFocus())
        return;
    m_savedNote = details.note;
    m_note->setText(details.note);
    m_note->setCursorPosition(0);
    m_note->setVisible(!details.note.isEmpty());
}

void DetailsHeader::editNote()
{
    m_note->show();
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->selectAll();
}

void DetailsHeader::finishNote()
{
    const QString note = m_note->text().trimmed();
    m_note->setVisible(!note.isEmpty());
    if (note == m_savedNote)
        return;
    m_savedNote = note;
    Q_EMIT noteEdited(note);
}

// Escape takes the note back as it was; Return leaves the field.
bool DetailsHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        m_note->setText(m_savedNote);
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_note->clearFocus();
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DetailsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_curl->setToolButtonStyle(width() < widthForWords ? Qt::ToolButtonIconOnly
                                                       : Qt::ToolButtonTextBesideIcon);
}

} // namespace ui
