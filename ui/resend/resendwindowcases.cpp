// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "core/clock.h"
#include "inspector/resendrun.h"
#include "inspector/sending.h"
#include "models/fieldeditmodel.h"
#include "resend/conformancetext.h"
#include "resend/rewrite.h"
#include "signature/signer.h"
#include "ui/buttontext.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/casesdialog.h"
#include "ui/resend/draftkeeper.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"
#include "ui/resend/testcases.h"
#include "ui/views/answerview.h"
#include "ui/views/caseanswer.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

// What is signed by hand here is signed as send() would: for the target, with the chosen secret.
resend::Basis ResendWindow::basis() const
{
    const QUrl url = m_target->url();
    const bool addressed = m_target->trouble().isEmpty();
    resend::Basis basis{.scheme = *m_details.scheme,
                        .secrets = m_inspector.secrets(m_details.delivery->endpoint),
                        .request = addressed ? resend::composed(edited(), url) : edited()};
    const QString chosen = m_signing->choices().secret;
    std::stable_partition(
        basis.secrets.begin(), basis.secrets.end(),
        [&chosen](const signature::SecretPtr &secret) { return secret->label() == chosen; });
    basis.context.parameters = inspector::parametersOf(m_inspector, *m_details.delivery);
    if (addressed)
        basis.context.url
            = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
            + basis.request.target;
    return basis;
}

void ResendWindow::fillCases(QMenu &menu)
{
    menu.clear();
    if (!m_details.scheme || m_details.scheme->id.isEmpty()) {
        menu.addAction(tr("This webhook has no signing scheme to test."))->setEnabled(false);
        return;
    }
    auto *all = menu.addAction(tr("&Run all…"), this, &ResendWindow::runCases);
    const bool signs = !basis().secrets.empty() && signature::canSign(*m_details.scheme);
    all->setEnabled(signs && m_target->trouble().isEmpty());
    all->setToolTip(signs ? tr("Sends every case to the target: expected and seen")
                          : tr("Without a secret to sign with there is nothing to expect."));
    menu.addSeparator();
    const QList<resend::ConformanceCase> cases = singleCases(basis());
    for (const resend::ConformanceCase &wanted : cases) {
        auto *action
            = menu.addAction(buttonText(wanted.title), this, [this, wanted] { useCase(wanted); });
        action->setToolTip(expectationText(wanted.expects) + u' ' + wanted.why);
    }
}

// Each case starts from what stood there before the first one, unless that was edited since.
core::Status ResendWindow::setUp(const resend::ConformanceCase &wanted)
{
    m_caseTitle.clear();
    if (isCase()) {
        m_before->target = m_target->target();
        apply(*m_before);
    } else {
        m_before = draft();
    }
    const resend::Basis from = basis();
    const core::Result<CaseSetUp> made = setUpOf(wanted, from, core::now());
    if (!made) {
        m_before.reset();
        return made.error();
    }
    if (made->fields)
        m_fields->setFields(*made->fields);
    if (made->body)
        setBody(*made->body);
    m_signing->setChoices(made->signing);
    m_began = BeganAs{.id = wanted.id,
                      .signing = resend::signingWord(wanted, from.scheme),
                      .secret = resend::signingSecret(wanted, from),
                      .ready = made->fields.has_value()};
    m_asCase = draft();
    m_case = wanted;
    showOutgoing();
    m_restored->setAction(tr("Take back"));
    return core::Done();
}

void ResendWindow::useCase(const resend::ConformanceCase &wanted)
{
    if (!m_details.scheme)
        return;
    m_late.reset();
    if (const core::Status done = setUp(wanted); !done) {
        m_restored->setAction({});
        return m_restored->setNote(NoteBox::Kind::Warning, done.error().what, done.error().why);
    }
    m_caseTitle = tr("Test case: %1.").arg(wanted.title);
    showCase();
    m_keeper->touch(); // a case may change nothing else
}

// What is expected of a case is expected of nothing else; edits may lead back to it.
void ResendWindow::showCase()
{
    if (!m_before || m_caseTitle.isEmpty())
        return;
    if (isCase())
        return m_restored->setNote(NoteBox::Kind::Info, m_caseTitle,
                                   expectationText(m_case.expects) + u' ' + m_case.why);
    m_restored->setNote(NoteBox::Kind::Info, tr("Changed since: %1.").arg(m_case.title),
                        tr("What stands here is no longer this test case."));
}

// It is signed anew, since time and secrets go on. Without it, what it was set up from is there.
void ResendWindow::restoreCase(const Draft &kept, const QString &when)
{
    m_late.reset();
    const auto cases = m_details.scheme ? singleCases(basis()) : QList<resend::ConformanceCase>();
    const auto found = std::ranges::find(cases, kept.testCase, &resend::ConformanceCase::id);
    const signature::Secrets &secrets = m_inspector.secrets(m_details.delivery->endpoint);
    QString trouble = secrets.empty()
        ? tr("There is no secret to sign it with. Add the secret, and choose the case again.")
        : tr("Its signing scheme has no such case any more.");
    if (found != cases.end()) {
        const core::Status done = setUp(*found);
        if (done) {
            m_caseTitle
                = tr("Test case: %1, restored with your draft of %2.").arg(m_case.title, when);
            return showCase();
        }
        trouble = core::describe(done.error());
    }
    m_late = LateCase{.kept = kept, .when = when, .shown = draft(), .secrets = secrets};
    tellWithoutCase(trouble);
    m_restored->setAction(tr("Discard the draft"));
}

void ResendWindow::tellWithoutCase(const QString &why)
{
    const QString title = resend::described({.id = m_late->kept.testCase}).title;
    m_restored->setNote(
        NoteBox::Kind::Warning,
        tr("Your draft of %1 was restored without its test case: %2.").arg(m_late->when, title),
        why);
}

// A keychain may give its secrets only after the draft was restored.
void ResendWindow::takeLateCase()
{
    const signature::Secrets &secrets = m_inspector.secrets(m_details.delivery->endpoint);
    if (!m_late || secrets.empty() || secrets == m_late->secrets)
        return;
    if (!sameEdits(draft(), m_late->shown)) {
        tellWithoutCase(tr("It was edited since. Choose the case again to set it up."));
        return m_late.reset();
    }
    const LateCase late = *m_late;
    Draft kept = late.kept;
    kept.target = m_target->target(); // which may be edited meanwhile
    apply(kept);
    restoreCase(kept, late.when);
    m_keeper->settle(); // it is in its file already
}

bool ResendWindow::isCase() const { return m_before && sameEdits(draft(), m_asCase); }

std::optional<QString> ResendWindow::caseSecret() const
{
    if (!m_began || !m_began->ready)
        return {};
    return isCase() ? m_signing->choices().secret : QString();
}

// Of a test case what a run of all of them tells. One that was set up ready signed keeps no
// signature of the sender, though it is kept as it stands here.
std::pair<QString, QString> ResendWindow::toldSigning() const
{
    if (isExact())
        return {u"as-received"_s, QString()};
    if (m_began && m_began->ready && m_signing->keepsAll())
        return {m_began->signing, m_began->secret};
    if (m_began && isCase())
        return {m_began->signing, m_began->secret.isEmpty() ? QString() : m_signing->secret()};
    return {m_signing->word(), m_signing->secret()};
}

void ResendWindow::showAnswer(const capture::Attempt &attempt, const QString &certificate)
{
    m_answer->show(attempt, certificate);
    const auto judged = m_details.scheme ? caseAnswer(attempt, *m_details.scheme) : std::nullopt;
    if (judged)
        m_answer->judge(judged->met, judged->words);
}

// They are made from the webhook as it stands here, without the case that is set up.
void ResendWindow::runCases()
{
    const SendTarget target = trusted(m_target->target(), m_inspector, m_settings);
    if (!maySend(m_target->url(), m_settings, this))
        return;
    if (isCase())
        takeBack();
    rememberTarget(m_target->target(), m_settings);
    m_keeper->remember(m_target->target());
    auto *dialog = new CasesDialog(basis(),
                                   {.target = m_target->url(),
                                    .authorityFile = target.authorityFile,
                                    .pin = target.pin,
                                    .checkCertificate = target.checkCertificate,
                                    .delivery = m_details.id,
                                    .source = u"resend"_s},
                                   this);
    connect(dialog, &CasesDialog::sent, this,
            [this](const capture::Attempt &attempt) { m_inspector.sending().keep(attempt); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResendWindow::takeBack()
{
    if (!m_before)
        return discardDraft();
    Draft before = *std::exchange(m_before, {});
    before.target = m_target->target(); // which is no part of a case
    m_restored->clear();
    apply(before);
}

} // namespace ui
