// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/firstrunpage.h"

#include "inspector/inspector.h"
#include "models/localtimes.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/views/addressstep.h"
#include "ui/views/linkbutton.h"
#include "ui/views/secretstep.h"
#include "ui/views/waitingstrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr int columnLines = 48; // the column's width in heights of a line

bool isPaste(const QEvent *event)
{
    return static_cast<const QKeyEvent *>(event)->matches(QKeySequence::Paste);
}

bool looksLikeAddress(const QString &text)
{
    const auto word = text.trimmed();
    return word.contains("://"_L1) || (word.contains(u'.') && publicUrl(word).isValid());
}

} // namespace

FirstRunPage::FirstRunPage(inspector::Inspector &inspector, QWidget *parent)
    : QScrollArea(parent)
    , m_inspector(inspector)
{
    build();
    m_address->address()->edit()->installEventFilter(this);
    connect(m_address, &AddressStep::changed, this, &FirstRunPage::follow);
    connect(m_address, &AddressStep::certificateWanted, this, &FirstRunPage::certificateWanted);
    connect(m_secret, &SecretStep::changed, this, &FirstRunPage::follow);
    connect(m_secret, &SecretStep::saved, m_strip, &WaitingStrip::focusPing);
    connect(m_strip, &WaitingStrip::pingWanted, &inspector, &inspector::Inspector::sendPing);
    connect(m_strip, &WaitingStrip::checksWanted, this,
            [this] { Q_EMIT checksWanted(m_address->address()->edit()->text()); });
    connectInspector();
    followListening();
}

void FirstRunPage::connectInspector()
{
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::listeningStarted, this, [this] { followListening(); });
    connect(&m_inspector, &Inspector::listeningStopped, this, [this] { followListening(); });
    connect(&m_inspector, &Inspector::listenFailed, this,
            [this](const core::Error &error) { followListening(error); });
    connect(&m_inspector, &Inspector::stored, this, &FirstRunPage::take);
    connect(&m_inspector, &Inspector::pinged, this, &FirstRunPage::takePing);
}

void FirstRunPage::followListening(const core::Error &error)
{
    const auto listening = m_inspector.listening();
    m_listening->setTitle(listening ? tr("Listening on this computer") : tr("Not listening"));
    m_listening->setState(listening ? StepRow::State::Done : StepRow::State::Trouble);
    m_listening->setSentence(listening ? listening->warning : core::describe(error));
    m_local->setText(listening ? listening->urls.value(0) : QString());
    m_local->setVisible(listening.has_value());
    m_strip->setListening(listening.has_value());
    follow();
}

// The first step that is not done is the current one.
void FirstRunPage::follow()
{
    m_portalUrl->setText(m_address->webhookUrl());
    m_portalUrl->setPlaceholderText(tr("The address of step 1"));
    bool found = false;
    const auto mark = [&found](StepRow *step, bool done) {
        step->setState(done        ? StepRow::State::Done
                           : found ? StepRow::State::Waiting
                                   : StepRow::State::Current);
        found = found || !done;
    };
    mark(m_address, m_address->settled());
    mark(m_portal, m_portalDone);
    mark(m_secret, m_secret->hasSecret());
}

void FirstRunPage::take(const QList<capture::Summary> &rows)
{
    for (const auto &row : rows) {
        if (!row.rejection && !isOwnCheck(row.target)) {
            Q_EMIT doneWanted();
            return;
        }
        if (row.rejection)
            m_refused += row.count;
    }
    if (m_refused == 0)
        return;
    m_strip->setReceived(
        m_refused == 1 ? tr("1 connection came to nothing")
                       : tr("%1 connections came to nothing").arg(QLocale().toString(m_refused)));
}

void FirstRunPage::takePing(const capture::Attempt &attempt)
{
    if (attempt.error)
        m_strip->setReceived(
            tr("the test ping got no answer: %1").arg(models::withLocalTimes(attempt.error->why)));
    else if (attempt.response && attempt.response->status / 100 != 2)
        m_strip->setReceived(tr("the test ping was answered %1").arg(attempt.response->status));
}

void FirstRunPage::copyAddress()
{
    QGuiApplication::clipboard()->setText(m_portalUrl->text());
    m_portalDone = true;
    follow();
}

// In a low window its step is below what is in sight.
void FirstRunPage::pasteSecret()
{
    m_secret->paste();
    ensureWidgetVisible(m_secret, 0, fontMetrics().height());
}

// Ctrl+V belongs to the secret wherever the focus is, unless a field takes it for itself.
bool FirstRunPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isPaste(event)) {
        event->accept();
        return true;
    }
    return QScrollArea::event(event);
}

void FirstRunPage::keyPressEvent(QKeyEvent *event)
{
    if (isPaste(event))
        pasteSecret();
    else
        QScrollArea::keyPressEvent(event);
}

// A secret pasted into the address field would stand there in clear.
bool FirstRunPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool paste = event->type() == QEvent::KeyPress && isPaste(event);
    if (!paste || looksLikeAddress(QGuiApplication::clipboard()->text()))
        return QScrollArea::eventFilter(watched, event);
    pasteSecret();
    return true;
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const auto room = viewport()->width() - 48;
    m_column->setFixedWidth(qBound(1, room, fontMetrics().height() * columnLines));
}

} // namespace ui
