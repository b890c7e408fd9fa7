// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/resendwindow.h"

#include "core/clock.h"
#include "core/filetrouble.h"
#include "inspector/resendrun.h"
#include "inspector/sending.h"
#include "models/fieldeditmodel.h"
#include "signature/verifier.h"
#include "ui/dialogs/notebox.h"
#include "ui/icons.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/changespane.h"
#include "ui/resend/draftkeeper.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"
#include "ui/sendingsettings.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/detailtabs.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/signedtextview.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui
{

ResendWindow::ResendWindow(inspector::Inspector &inspector, QSettings &settings,
                           const inspector::Details &details, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_details(details)
    , m_received(details.delivery->request)
    , m_attempts(details.attempts)
    , m_keeper(new DraftKeeper(inspector, details, [this] { return toKeep(); }, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        tr("Re-send #%1 %2").arg(details.id).arg(details.delivery->event.topic).trimmed());
    build();
    m_follow.setSingleShot(true);
    m_follow.setInterval(150ms);
    m_tick.setInterval(100ms);
    connectParts();
    restore();
    restoreDraft();
    m_fields->forgetEdits();
    m_sends->compareWith(m_details.delivery,
                         m_details.scheme ? *m_details.scheme : signature::Scheme());
    m_sends->showChanges();
    m_sends->setAttempts(m_attempts);
    m_sends->setVisible(!m_attempts.isEmpty());
    m_body->setFocus();
}

ResendWindow::~ResendWindow() { keepDraft(); }

void ResendWindow::connectParts()
{
    connect(&m_follow, &QTimer::timeout, this, &ResendWindow::showOutgoing);
    connect(m_keeper, &DraftKeeper::changed, this, &ResendWindow::draftChanged);
    connect(m_keeper, &DraftKeeper::failed, this, &ResendWindow::tellUnkept);
    connect(m_keeper, &DraftKeeper::settled, m_unkept, &NoteBox::clear);
    connect(m_restored, &NoteBox::actionTriggered, this, &ResendWindow::takeBack);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_answer->showWaiting(m_since.elapsed()); });
    connect(m_method, &QComboBox::editTextChanged, this, &ResendWindow::follow);
    connect(m_target, &TargetBar::changed, this, &ResendWindow::follow);
    connect(m_signing, &SigningBox::changed, this, &ResendWindow::follow);
    connect(m_fields, &models::FieldEditModel::edited, this, &ResendWindow::follow);
    connect(m_body, &BodyPane::edited, this, &ResendWindow::follow);
    connect(m_sends, &AttemptTable::chosen, this, [this](const capture::Attempt &attempt) {
        if (m_ticket == 0)
            showAnswer(attempt, m_refusals.value(attempt.sentAt));
    });
    connect(&m_inspector.sending(), &inspector::Sending::kept, this, &ResendWindow::take);
    connect(&m_inspector.sending(), &inspector::Sending::refused, this,
            [this](int ticket, const QString &certificate) {
                if (ticket == m_ticket)
                    m_refused = certificate;
            });
    connect(m_answer, &AnswerView::sendUncheckedWanted, this, &ResendWindow::sendUnchecked);
    connect(&m_inspector, &inspector::Inspector::secretsChanged, this, &ResendWindow::takeSecrets);
    connect(m_answer, &AnswerView::sendAgainWanted, this, &ResendWindow::sendAgain);
    connect(m_answer, &AnswerView::otherTargetWanted, m_target,
            [this] { m_target->setFocus(Qt::TabFocusReason); }); // which selects the old one
    connect(m_answer, &AnswerView::message, this,
            [this](const QString &text) { m_count->setFullText(text); });
    connect(m_answer, &AnswerView::saveEnded, this, [this](const core::Result<QString> &told) {
        told ? m_note->setNote(NoteBox::Kind::Info, *told)
             : m_note->setNote(NoteBox::Kind::Bad, told.error().what, told.error().why);
    });
    connect(m_note, &NoteBox::actionTriggered, this, &ResendWindow::loadBody);
}

void ResendWindow::restore()
{
    if (std::exchange(m_before, {}))
        m_restored->clear();
    m_late.reset();
    m_began.reset();
    m_method->setEditText(QString::fromLatin1(m_received.method));
    m_fields->setFields(m_received.fields);
    setBody(m_received.body);
    showOutgoing();
}

void ResendWindow::setBody(const QByteArray &body)
{
    m_body->setBytes(body);
    if (m_body->isText())
        return m_note->clear();
    m_note->setNote(NoteBox::Kind::Info, tr("This body cannot be edited as text."),
                    tr("Type hexadecimal digits over its bytes; Insert switches to inserting."));
    m_note->setAction(tr("Load another from a file…"));
}

void ResendWindow::loadBody()
{
    const QString name = QFileDialog::getOpenFileName(this, tr("Body to send"));
    if (name.isEmpty())
        return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return m_note->setNote(NoteBox::Kind::Bad, tr("Cannot read %1.").arg(name),
                               core::fileTrouble(file));
    setBody(file.readAll());
    follow();
}

// The framing follows the headers, so that what is sent says of itself what it is.
http::Request ResendWindow::edited() const
{
    http::Request request = m_received;
    request.method = m_method->currentText().trimmed().toUtf8();
    request.fields = m_fields->fields();
    request.body = m_body->bytes();
    const auto coding = http::value(request.fields, "Transfer-Encoding");
    if (coding && coding->toLower().contains("chunked"))
        request.framing = http::Framing::Chunked;
    else if (http::count(request.fields, "Content-Length") > 0)
        request.framing = http::Framing::ContentLength;
    else
        request.framing = http::Framing::None;
    return request;
}

QList<resend::ForcedField> ResendWindow::forced() const
{
    QList<resend::ForcedField> forced;
    http::Fields before; // of those that go out
    for (const models::EditedField &row : m_fields->rows()) {
        if (!row.goes || row.field.name.isEmpty())
            continue;
        if (row.forced)
            forced.append({row.field.name, http::count(before, row.field.name), *row.forced});
        before.append(row.field);
    }
    return forced;
}

bool ResendWindow::isExact() const
{
    const http::Request now = edited();
    return m_signing->keepsAll() && forced().isEmpty() && now.method == m_received.method
        && now.fields == m_received.fields && now.body == m_received.body;
}

resend::Resigning ResendWindow::resigning(qint64 now) const
{
    resend::Resigning how = m_signing->resigning(now);
    how.parameters = inspector::parametersOf(m_inspector, *m_details.delivery);
    return how;
}

core::Result<http::Request> ResendWindow::outgoing(qint64 now) const
{
    const QUrl url = m_target->url();
    if (isExact())
        return resend::addressed(m_received, url);
    http::Request request = resend::composed(edited(), url);
    resend::force(request, forced()); // A scheme may sign what it says.
    if (!m_signing->keepsAll()) {
        const auto done = resend::resigned(request, *m_details.scheme, resigning(now), url);
        if (!done)
            return done.error();
        request = *done;
    }
    if (loadSending(m_settings).marks)
        resend::mark(request, m_details.id);
    resend::force(request, forced()); // Who signs sets the length anew.
    return request;
}

void ResendWindow::follow()
{
    if (!m_follow.isActive())
        m_follow.start();
    m_keeper->touch();
}

// Without a target, where it goes is no change.
static void keepPlace(http::Request &request, const http::Request &received,
                      const QList<resend::ForcedField> &forced)
{
    request.target = received.target;
    for (http::Field &field : request.fields) {
        if (http::sameName(field.name, "Host"))
            field.value = http::value(received.fields, "Host").value_or(field.value);
    }
    resend::force(request, forced);
}

void ResendWindow::showOutgoing()
{
    showCase();
    m_signing->setCaseSecret(caseSecret());
    m_signing->explain(m_body->bytes() != m_received.body);
    m_body->showState();
    m_editors->setAside(0, m_body->changes());
    m_editors->setCount(1, m_fields->fields().size());
    const QString trouble = m_target->trouble();
    core::Result<http::Request> request = outgoing(core::now());
    showHeaders(request, trouble.isEmpty());
    showSend(trouble.isEmpty() && !request ? core::describe(request.error()) : trouble);
    if (!request)
        return m_note->setNote(NoteBox::Kind::Warning, request.error().what, request.error().why);
    if (m_body->isText())
        m_note->clear();
    if (!trouble.isEmpty())
        keepPlace(*request, m_received, forced());
    m_changes->compare(m_details.delivery, *request, m_signing->setHeaders());
    showSigned(*request);
}

void ResendWindow::showSend(const QString &trouble)
{
    const bool underWay = m_ticket != 0;
    m_send->setText(underWay ? tr("Cancel") : tr("Send"));
    const bool ready = underWay || trouble.isEmpty();
    m_send->setIcon(icon(underWay ? u"close"_s : u"send"_s, &Tokens::onAccent));
    m_send->setEnabled(ready);
    const QString key = underWay ? tr("Cancel (Ctrl+Return)") : tr("Send (Ctrl+Return)");
    m_send->setToolTip(ready ? key : key + u'\n' + trouble);
}

void ResendWindow::showHeaders(const core::Result<http::Request> &request, bool addressed)
{
    if (!request)
        return m_fields->setOutgoing({});
    http::Request shown = *request;
    for (http::Field &field : shown.fields) {
        if (!addressed && http::sameName(field.name, "Host"))
            field.value.clear();
    }
    resend::force(shown, forced());
    m_fields->setOutgoing(shown.fields);
}

void ResendWindow::showSigned(const http::Request &request)
{
    if (!m_details.scheme)
        return m_signedText->show({});
    auto delivery = std::make_shared<capture::Delivery>(*m_details.delivery);
    delivery->request = request;
    const resend::Resigning how = resigning(core::now());
    const signature::Secrets secrets
        = how.secret ? signature::Secrets{how.secret} : signature::Secrets{};
    const QByteArray url
        = m_target->url().toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        + request.target;
    const signature::Context context{.url = url, .parameters = how.parameters};
    const signature::Verdict verdict
        = signature::verify(request, *m_details.scheme, secrets, core::now(), context);
    m_signedText->show({.delivery = delivery,
                        .verdict = verdict,
                        .evidence = signature::explain(request, *m_details.scheme, secrets, verdict,
                                                       core::now(), context),
                        .scheme = *m_details.scheme,
                        .senderUrl = url,
                        .around = {}});
}

} // namespace ui
