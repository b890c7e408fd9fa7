// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "resend/backoff.h"
#include "resend/sample.h"
#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/playdialog.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/savebytes.h"
#include "ui/views/verdictlook.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using signature::Signing;

namespace ui
{
namespace
{

constexpr qint64 hour = 3'600'000'000; // in microseconds
constexpr auto timeout = 10s;
constexpr qint64 largestReport = 1024LL * 1024;

} // namespace

std::optional<resend::Basis> PlayDialog::basis()
{
    const auto scheme = m_inspector.schemes().find(this->scheme());
    auto sample = resend::sampleById(m_template->currentData().toString());
    if (!scheme || !sample)
        return {};
    sample->body = m_body->bytes();
    const QUrl url = m_target->url();
    const qint64 now = core::now();
    resend::Basis basis{.scheme = *scheme};
    basis.request
        = resend::requestFor(url, resend::filled(*sample, {.now = now, .sequence = ++m_sequence}));
    const QByteArray earlier
        = resend::filled(*sample, {.now = now - hour, .sequence = m_sequence}).body;
    if (earlier != basis.request.body)
        basis.earlier = earlier;
    if (const QVariantList chosen = m_secret->currentData().toList(); chosen.size() == 2) {
        const QString path = chosen[0].toString();
        const auto &secrets = m_inspector.secrets(path);
        const size_t first = chosen[1].toULongLong();
        basis.secrets.push_back(secrets.at(first));
        for (size_t i = 0; i < secrets.size(); ++i) {
            if (i != first)
                basis.secrets.push_back(secrets[i]);
        }
        basis.context = capture::contextOf(m_inspector.endpoints(), path, basis.request.target);
    }
    // The receiver knows itself by the address that is sent to.
    basis.context.url = url.toEncoded();
    return basis;
}

// A listener of this app is trusted without a word.
resend::Order PlayDialog::order() const
{
    const SendTarget target = m_target->target();
    resend::Order order{.target = m_target->url(),
                        .authorityFile = target.authorityFile,
                        .pin = target.pin,
                        .checkCertificate = target.checkCertificate,
                        .timeout = timeout};
    const auto listening = m_inspector.listening();
    if (listening && order.authorityFile.isEmpty() && order.pin.isEmpty() && staysHere(order.target)
        && order.target.port(443) == listening->port)
        order.authorityFile = m_inspector.places().tlsFolder() + "/ca.pem"_L1;
    return order;
}

bool PlayDialog::mayStart()
{
    if (!m_target->trouble().isEmpty() || !maySend(m_target->url(), m_settings, this))
        return false;
    rememberTarget(m_target->target(), m_settings);
    return true;
}

core::Result<http::Request> PlayDialog::signedRequest(const resend::Basis &basis) const
{
    const signature::Scheme &scheme = basis.scheme;
    const qint64 away = signing() == Signing::Stale ? -signature::staleBy(scheme)
        : signing() == Signing::Future              ? signature::futureBy(scheme)
                                                    : 0;
    if (away == 0 && (signing() == Signing::Stale || signing() == Signing::Future))
        return core::Error{.what = tr("This does not go with %1.").arg(scheme.name),
                           .why = tr("It judges no such age.")};
    const QByteArray time = signature::timestampText(scheme, core::now() + away);
    if (signing() == Signing::None)
        return signature::prepared(scheme, basis.request, time);
    const signature::SecretPtr secret
        = signing() == Signing::Wrong ? signature::strangeSecret(scheme) : basis.secrets.front();
    return signature::sign(scheme, *secret, basis.request, time, basis.context);
}

void PlayDialog::startSending()
{
    if (m_event)
        return stopSending();
    auto made = basis();
    if (!made || !mayStart())
        return;
    m_event = std::move(made);
    m_failures = 0;
    m_since.start();
    m_note->clear();
    sendEvent();
}

void PlayDialog::stopSending()
{
    m_event.reset();
    m_next.stop();
    m_client.cancel();
    m_progress->setText(tr("Cancelled."));
    showButtons();
}

// The same event each time, signed anew: the old timestamp would be too old.
void PlayDialog::sendEvent()
{
    const auto request = signedRequest(*m_event);
    if (!request) {
        m_event.reset();
        return tell(request.error());
    }
    resend::Order order = this->order();
    order.request = *request;
    m_answer->showWaiting(0);
    m_progress->setText(m_failures == 0 ? QString() : tr("Try %1").arg(m_failures + 1));
    showButtons();
    m_client.send(order);
}

void PlayDialog::takeAnswer(const capture::Attempt &attempt)
{
    m_answer->show(attempt);
    if (!m_event || sendsAgain(attempt))
        return;
    m_event.reset();
    if (m_retries->currentData().toInt() > 0)
        tellRetries(attempt.response && attempt.response->status / 100 == 2);
    showButtons();
}

bool PlayDialog::sendsAgain(const capture::Attempt &attempt)
{
    const int speed = m_retries->currentData().toInt();
    if (speed == 0 || (attempt.response && attempt.response->status / 100 == 2))
        return false;
    const auto elapsed = std::chrono::milliseconds(m_since.elapsed() * speed);
    const auto wait = resend::nextTry(resend::providerBackoff, ++m_failures, elapsed);
    if (!wait)
        return false;
    const auto real = *wait / speed;
    m_next.start(real);
    m_progress->setText(tr("Try %1 failed. Again in %2 s.")
                            .arg(m_failures)
                            .arg(QLocale().toString(double(real.count()) / 1000, 'f', 1)));
    return true;
}

void PlayDialog::tellRetries(bool taken)
{
    m_progress->clear();
    m_note->setAction({});
    if (taken)
        m_note->setNote(NoteBox::Kind::Good, tr("Taken at try %1.").arg(m_failures + 1));
    else
        m_note->setNote(NoteBox::Kind::Warning, tr("Given up after %1 tries.").arg(m_failures),
                        tr("Its 24 hours are over. Smile disables the webhook for the whole app "
                           "then."));
}

void PlayDialog::runCases()
{
    if (m_grid->running())
        return m_grid->cancel();
    const auto made = basis();
    if (!made || made->secrets.empty() || !mayStart())
        return;
    m_note->setNote(NoteBox::Kind::Info, tr("The cases are sent one after the other."));
    m_note->setAction({});
    m_grid->start(*made, order());
    showButtons();
}

void PlayDialog::tellCases(qsizetype failed, qsizetype cases, qsizetype planned)
{
    m_note->setAction({});
    if (cases < planned)
        m_note->setNote(
            NoteBox::Kind::Info, tr("Cancelled."),
            tr("%1 of %2 cases were sent, and %3 failed.").arg(cases).arg(planned).arg(failed));
    else if (failed == 0)
        m_note->setNote(NoteBox::Kind::Good, tr("All %1 cases passed.").arg(cases));
    else
        m_note->setNote(NoteBox::Kind::Warning, tr("%1 of %2 cases failed.").arg(failed).arg(cases),
                        tr("Run them again after a change: what was fixed and what got worse is "
                           "told."));
    showButtons();
}

void PlayDialog::saveReport()
{
    const QString said
        = saveBytes(this, resend::writeReport(m_grid->report()), u"conformance.json"_s);
    if (said.isEmpty())
        return;
    m_note->setNote(NoteBox::Kind::Info, said);
    m_note->setAction({});
}

void PlayDialog::compareReport()
{
    const QString name = QFileDialog::getOpenFileName(this, tr("Report to compare with"), {},
                                                      tr("Reports (*.json)"));
    if (name.isEmpty())
        return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tell({.what = tr("Cannot read %1.").arg(name), .why = file.errorString() + u'.'});
    const auto before = resend::readReport(file.read(largestReport));
    if (!before)
        return tell({.what = tr("Cannot compare with %1.").arg(name), .why = before.error().what});
    const auto [fixed, worse] = m_grid->compareWith(*before);
    m_note->setAction({});
    m_note->setNote(NoteBox::Kind::Info, tr("Compared with %1.").arg(QFileInfo(name).fileName()),
                    m_grid->report().outcomes.isEmpty()
                        ? tr("The next run tells what was fixed and what got worse since.")
                        : tr("%1 fixed, %2 got worse.").arg(fixed).arg(worse));
}

void PlayDialog::testListener()
{
    m_testing = true;
    m_tested.reset();
    m_testAnswer.reset();
    showButtons();
    m_inspector.sendPing();
}

// What was answered 2xx has a row, which may be heard of later.
void PlayDialog::tellTest()
{
    if (!m_testing || !m_testAnswer)
        return;
    const capture::Attempt &attempt = *m_testAnswer;
    const int status = attempt.response ? attempt.response->status : 0;
    if (!m_tested && status / 100 == 2)
        return;
    m_testing = false;
    if (!attempt.response)
        return tell(attempt.error.value_or(core::Error{.what = tr("No answer came."), .why = {}}));
    const QString answer = tr("It answered %1 in %L2 ms.").arg(status).arg(attempt.times.total);
    m_note->setAction({});
    showButtons();
    if (!m_tested)
        return m_note->setNote(NoteBox::Kind::Warning, tr("The ping was not kept."), answer);
    const bool well = status / 100 == 2 && m_tested->signature == signature::Signature::Verified;
    m_note->setNote(well ? NoteBox::Kind::Good : NoteBox::Kind::Warning,
                    tr("The ping went through the listener and is row %1: %2.")
                        .arg(m_tested->id)
                        .arg(titleOf(m_tested->signature)),
                    answer);
}

void PlayDialog::tell(const core::Error &error)
{
    m_note->setAction({});
    m_note->setNote(NoteBox::Kind::Bad, error.what, error.why);
    showButtons();
}

} // namespace ui
