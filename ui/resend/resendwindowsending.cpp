// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "formats/curl.h"
#include "inspector/sending.h"
#include "models/attemptchanges.h"
#include "models/fieldeditmodel.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/draftkeeper.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"
#include "ui/sendingsettings.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/detailtabs.h"
#include "ui/views/elidedlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

void ResendWindow::send()
{
    if (m_ticket != 0)
        return cancel();
    m_target->closeList();
    sendWith(m_target->target().checkCertificate);
}

// The button that was pressed for it goes away.
void ResendWindow::sendAgain()
{
    m_send->setFocus();
    if (m_ticket == 0)
        send();
}

// What is remembered of the target stays as it is, so the next send is checked again.
void ResendWindow::sendUnchecked()
{
    if (m_ticket == 0)
        sendWith(false);
}

void ResendWindow::sendWith(bool checkCertificate)
{
    const QUrl url = m_target->url();
    if (!m_target->trouble().isEmpty() || !outgoing(core::now()) || !maySend(url, m_settings, this))
        return;
    const core::Result<http::Request> request = outgoing(core::now()); // the question took its time
    if (!request)
        return;
    const SendTarget target = trusted(m_target->target(), m_inspector, m_settings);
    const auto [signing, secret] = toldSigning();
    rememberTarget(m_target->target(), m_settings);
    m_keeper->remember(m_target->target());
    m_ticket
        = m_inspector.sending().send({.target = url,
                                      .request = *request,
                                      .authorityFile = target.authorityFile,
                                      .pin = target.pin,
                                      .checkCertificate = checkCertificate,
                                      .timeout = loadSending(m_settings).timeout,
                                      .delivery = m_details.id,
                                      .signing = signing,
                                      .secret = secret,
                                      .source = isCase() ? resend::caseSource(m_case) : u"resend"_s,
                                      .edited = !isExact()});
    m_refused.clear();
    showSend({});
    m_late.reset(); // who sends the draft wants it as it is
    if (!m_before)
        m_restored->clear(); // and the answer needs room
    m_since.start();
    m_tick.start();
    m_answer->showWaiting(0);
}

void ResendWindow::take(int ticket, const capture::Attempt &attempt)
{
    if (attempt.delivery != m_details.id)
        return;
    m_attempts.append(attempt);
    const bool own = m_ticket != 0 && ticket == m_ticket;
    if (own) {
        m_ticket = 0;
        m_tick.stop();
        showOutgoing();
    }
    if (own && !m_refused.isEmpty())
        m_refusals.insert(attempt.sentAt, m_refused);
    m_sends->setAttempts(m_attempts);
    m_sends->setVisible(true);
    m_count->setFullText(tr("%n send(s) of this webhook", nullptr, int(m_attempts.size())));
    if (!own)
        return;
    showAnswer(attempt, m_refused);
    shareRoom();
}

// Once, since the user may want it otherwise.
void ResendWindow::shareRoom()
{
    constexpr int lowLines = 44;
    if (m_shared || height() >= lowLines * fontMetrics().height())
        return;
    m_shared = true;
    const QList<int> sizes = m_outcome->sizes();
    const int all = sizes.value(0) + sizes.value(1);
    m_outcome->setSizes({all * 2 / 5, all - all * 2 / 5});
}

// What was sent otherwise than it would be set had been forced.
void ResendWindow::load(const capture::Attempt &attempt)
{
    http::Request request = *attempt.request;
    request.body = models::sentBody(*m_details.delivery, attempt);
    QList<models::EditedField> rows;
    for (const http::Field &field : std::as_const(request.fields)) {
        rows.append({field});
        if (!resend::isAsSet(field, request, QUrl(attempt.target)))
            rows.last().forced = field.value;
    }
    m_method->setEditText(QString::fromLatin1(request.method));
    m_fields->setRows(rows);
    setBody(request.body);
    m_began.reset();
    // A signature of another time is no longer what its word says.
    const bool bad = attempt.signing == "wrong"_L1 || attempt.signing == "none"_L1;
    if (const QString id = models::caseOf(attempt); !id.isEmpty())
        m_began = BeganAs{id.toLatin1(), attempt.signing, attempt.secret, bad};
    showOutgoing();
}

void ResendWindow::stepSend(int step)
{
    const int row = m_sends->currentIndex().row() + step;
    if (row < 0 || row >= m_attempts.size())
        return;
    m_sends->selectRow(row);
    const auto attempt = m_sends->current();
    attempt && attempt->request ? load(*attempt) : restore();
}

void ResendWindow::copyCurl()
{
    const core::Result<http::Request> request = outgoing(core::now());
    if (!request)
        return;
    const QByteArray origin
        = m_target->url().toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QByteArrayList names;
    for (const resend::ForcedField &field : forced())
        names.append(field.name);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(formats::curlCommand(
        *request,
        {.origin = origin,
         .authorityFile = trusted(m_target->target(), m_inspector, m_settings).authorityFile,
         .asWritten = names})));
    m_count->setFullText(tr("cURL command copied."));
}

void ResendWindow::find()
{
    m_editors->setCurrentIndex(0);
    m_body->find();
}

void ResendWindow::replace()
{
    m_editors->setCurrentIndex(0);
    m_body->replace();
}

void ResendWindow::escape()
{
    if (!m_body->leaveSearch())
        cancel();
}

void ResendWindow::cancel()
{
    if (m_ticket != 0)
        m_inspector.sending().cancel(m_ticket);
}

} // namespace ui
