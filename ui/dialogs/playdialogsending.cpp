// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "core/clock.h"
#include "core/filetrouble.h"
#include "inspector/inspector.h"
#include "models/localtimes.h"
#include "resend/sample.h"
#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/eventrun.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/playdialog.h"
#include "ui/dialogs/secretedit.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/savebytes.h"
#include "ui/windowroom.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

#include <algorithm>

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
constexpr int noteLines = 2; // of the longest one

} // namespace

std::optional<resend::Basis> PlayDialog::basis()
{
    const auto scheme = m_inspector.schemes().find(this->scheme());
    auto sample = resend::sampleById(m_template->currentData().toString());
    if (!scheme || !sample)
        return {};
    sample->body = m_body->bytes();
    sample->jsonField = resend::jsonFieldOf(*scheme);
    const QUrl url = m_target->url();
    const qint64 now = core::now();
    resend::Basis basis{.scheme = *scheme};
    basis.request
        = resend::requestFor(url, resend::filled(*sample, {.now = now, .sequence = ++m_sequence}));
    const QByteArray earlier
        = resend::filled(*sample, {.now = now - hour, .sequence = m_sequence}).body;
    if (earlier != basis.request.body)
        basis.earlier = earlier;
    takeSecrets(basis);
    // The receiver knows itself by the address that is sent to.
    basis.context.url = url.toEncoded();
    return basis;
}

signature::SecretPtr PlayDialog::pasted() const
{
    signature::SecretInput input = m_paste->input();
    return input.bytes.isEmpty() ? signature::SecretPtr()
                                 : signature::Secret::take(tr("pasted"), input.bytes);
}

// What the scheme needs besides a pasted secret is as the endpoint has it that is of this scheme.
void PlayDialog::takeSecrets(resend::Basis &basis)
{
    const auto &endpoints = m_inspector.endpoints();
    const QVariantList chosen = m_secret->currentData().toList();
    const auto own = std::find_if(
        endpoints.begin(), endpoints.end(),
        [this](const capture::Endpoint &endpoint) { return endpoint.scheme == scheme(); });
    QString path = own == endpoints.end() ? QString() : own->path;
    if (chosen.size() == 2) {
        path = chosen[0].toString();
        const auto &secrets = m_inspector.secrets(path);
        const size_t first = chosen[1].toULongLong();
        basis.secrets.push_back(secrets.at(first));
        for (size_t i = 0; i < secrets.size(); ++i) {
            if (i != first)
                basis.secrets.push_back(secrets[i]);
        }
    } else if (const signature::SecretPtr secret = pasted()) {
        basis.secrets.push_back(secret);
    }
    if (!path.isEmpty())
        basis.context = capture::contextOf(endpoints, path, basis.request.target);
}

resend::Order PlayDialog::order() const
{
    const SendTarget target = trusted(m_target->target(), m_inspector, m_settings);
    return {.target = m_target->url(),
            .authorityFile = target.authorityFile,
            .pin = target.pin,
            .checkCertificate = target.checkCertificate,
            .timeout = timeout};
}

// This app is a receiver, too: each of its endpoints can be sent to.
void PlayDialog::offerListener()
{
    QList<SendTarget> targets;
    const auto listening = m_inspector.listening();
    if (listening && !listening->urls.isEmpty()) {
        QUrl url(listening->urls.constFirst());
        for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
            url.setPath(endpoint.path);
            if (endpoint.enabled)
                targets.append({.url = url.toString(QUrl::FullyEncoded)});
        }
    }
    m_target->offer(targets, tr("The listener of this app"));
    showButtons();
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
    if (m_event->running()) {
        m_event->stop();
        m_progress->setText(tr("Cancelled."));
        return showButtons();
    }
    beginSending(true, m_retries->currentData().toInt());
}

// Unchecked is one webhook sent once: what is remembered of the target stays as it is.
void PlayDialog::beginSending(bool checked, int speed)
{
    if (!mayStart())
        return;
    const auto made = basis(); // whose times are those after the question
    if (!made)
        return;
    m_note->clear();
    const auto make = [this, checked, basis = *made]() -> core::Result<resend::Order> {
        const auto request = signedRequest(basis);
        if (!request)
            return request.error();
        resend::Order order = this->order();
        order.request = *request;
        order.checkCertificate = order.checkCertificate && checked;
        return order;
    };
    m_event->start(make, speed);
}

void PlayDialog::connectEvent()
{
    connect(m_event, &EventRun::trying, this, [this](int number) {
        m_answer->showWaiting(0);
        m_progress->setText(number == 1 ? QString() : tr("Try %1").arg(number));
        showButtons();
    });
    connect(m_event, &EventRun::answered, this,
            [this](const capture::Attempt &attempt, const QString &certificate) {
                m_answer->show(attempt, certificate);
            });
    connect(m_answer, &AnswerView::sendUncheckedWanted, this, [this] {
        if (!m_event->running())
            beginSending(false, 0);
    });
    connect(m_answer, &AnswerView::message, this, [this](const QString &text) {
        if (!m_event->running()) // then when it is sent again counts more
            m_progress->setText(text);
    });
    connect(m_answer, &AnswerView::saveEnded, this, &PlayDialog::tellSaved);
    connect(m_event, &EventRun::waiting, this,
            [this](int failures, std::chrono::milliseconds time) {
                const QString seconds = QLocale().toString(double(time.count()) / 1000, 'f', 1);
                m_progress->setText(tr("Try %1 failed. Again in %2 s.").arg(failures).arg(seconds));
            });
    connect(m_event, &EventRun::ended, this, &PlayDialog::tellEnd);
    connect(m_event, &EventRun::failed, this, &PlayDialog::tell);
}

void PlayDialog::tellEnd(bool taken, int tries)
{
    showButtons();
    if (m_retries->currentData().toInt() == 0)
        return;
    m_progress->clear();
    m_note->setAction({});
    if (taken)
        m_note->setNote(NoteBox::Kind::Good, tr("Taken at try %1.").arg(tries));
    else
        m_note->setNote(NoteBox::Kind::Warning, tr("Given up after %1 tries.").arg(tries),
                        tr("Its 24 hours are over. Smile disables the webhook for the whole app "
                           "then."));
}

void PlayDialog::runCases()
{
    if (m_grid->running())
        return m_grid->cancel();
    if (!mayStart())
        return;
    const auto made = basis();
    if (!made || made->secrets.empty())
        return;
    m_note->setNote(NoteBox::Kind::Info, tr("The cases are sent one after the other."));
    m_note->setAction({});
    m_grid->start(*made, order());
    showButtons();
}

// It is as high from the beginning as it gets with a note, so that nothing moves with a result.
void PlayDialog::reserveRoom()
{
    m_note->clear();
    const QMargins edges = m_note->layout()->contentsMargins();
    const int needed = layout()->totalHeightForWidth(width()) + content()->spacing() + edges.top()
        + noteLines * m_note->fontMetrics().lineSpacing() + edges.bottom();
    resize(width(),
           std::clamp(needed, height(), std::max(height(), roomForWindow(*this).height())));
    tellSecret();
}

void PlayDialog::tellCases(qsizetype failed, qsizetype cases, qsizetype planned)
{
    m_note->setAction({});
    if (cases < planned)
        m_note->setNote(
            NoteBox::Kind::Info, tr("Cancelled."),
            tr("%1 of %2 cases were sent, and %3 failed.").arg(cases).arg(planned).arg(failed));
    else if (failed == 0)
        m_note->setNote(NoteBox::Kind::Good, tr("All %1 cases passed.").arg(cases),
                        resend::untried(m_grid->report()));
    else
        m_note->setNote(NoteBox::Kind::Warning, tr("%1 of %2 cases failed.").arg(failed).arg(cases),
                        tr("Run them again after a change: what was fixed and what got worse is "
                           "told. %1")
                            .arg(resend::untried(m_grid->report()))
                            .trimmed());
    showButtons();
}

void PlayDialog::saveReport()
{
    if (const auto told
        = saveBytes(this, resend::writeReport(m_grid->report()), u"conformance.json"_s))
        tellSaved(*told);
}

void PlayDialog::tellSaved(const core::Result<QString> &told)
{
    if (!told)
        return tell(told.error());
    m_note->setNote(NoteBox::Kind::Info, *told);
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
        return tell({.what = tr("Cannot read %1.").arg(name), .why = core::fileTrouble(file)});
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

void PlayDialog::tell(const core::Error &error)
{
    m_note->setAction({});
    m_note->setNote(NoteBox::Kind::Bad, error.what, models::withLocalTimes(error.why));
    showButtons();
}

} // namespace ui
