// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/waitingstrip.h"

#include "ui/dialogs/labels.h"
#include "ui/icons.h"
#include "ui/views/linkbutton.h"
#include "ui/views/spinner.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{

QString elapsedText(qint64 seconds)
{
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const auto rest = two(seconds % 60);
    const auto minutes = seconds / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(rest);
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(two(minutes % 60), rest);
}

WaitingStrip::WaitingStrip(QWidget *parent)
    : QFrame(parent)
    , m_received(tr("nothing received yet"))
    , m_spinner(new Spinner)
    , m_title(headingLabel({}))
    , m_state(new QLabel)
    , m_help(new LinkButton(tr("It does not arrive")))
    , m_ping(new QPushButton(icon(u"send"_s), tr("Send a &test ping")))
{
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setMinimumWidth(1);
    m_ping->setToolTip(tr("Sends a ping from here, signed if there is a secret"));
    m_ping->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(15, 11, 15, 11);
    row->addWidget(m_spinner);
    row->addSpacing(5);
    row->addWidget(m_title);
    row->addWidget(m_state, 1);
    row->addWidget(m_help);
    row->addSpacing(6);
    row->addWidget(m_ping);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &WaitingStrip::describe);
    connect(m_ping, &QPushButton::clicked, this, &WaitingStrip::pingWanted);
    connect(m_help, &QAbstractButton::clicked, this, &WaitingStrip::checksWanted);
    describe();
}

void WaitingStrip::setListening(bool listening)
{
    m_listening = listening;
    describe();
}

void WaitingStrip::setReceived(const QString &what)
{
    m_received = what;
    describe();
}

void WaitingStrip::focusPing()
{
    if (m_ping->isEnabled())
        m_ping->setFocus();
}

void WaitingStrip::describe()
{
    m_spinner->setVisible(m_listening);
    m_ping->setEnabled(m_listening);
    m_title->setText(m_listening ? tr("Waiting for the first ping") : tr("Not listening"));
    const auto seconds = m_since.isValid() ? m_since.elapsed() / 1000 : 0;
    m_state->setText(m_listening ? tr("· %1 · %2").arg(m_received, elapsedText(seconds))
                                 : tr("· nothing can arrive now"));
}

void WaitingStrip::paintEvent(QPaintEvent *)
{
    const auto &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.line);
    painter.setBrush(look.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void WaitingStrip::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!m_since.isValid())
        m_since.start();
    m_second.start();
    describe();
}

void WaitingStrip::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QFrame::hideEvent(event);
}

} // namespace ui
