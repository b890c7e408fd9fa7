// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldeditmodel.h"
#include "resend/conformancetext.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/draftkeeper.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>

namespace ui
{

Draft ResendWindow::draft() const
{
    const QByteArray bytes = m_body->bytes();
    return {.method = m_method->currentText().trimmed().toUtf8(),
            .fields = m_fields->rows(),
            .body = bytes == m_received.body ? std::nullopt : std::optional(bytes),
            .target = m_target->target(),
            .signing = m_signing->choices(),
            .began = m_began};
}

Draft ResendWindow::toKeep() const
{
    if (!isCase())
        return draft();
    Draft kept = *m_before;
    kept.target = m_target->target();
    kept.testCase = m_case.id;
    return kept;
}

void ResendWindow::apply(const Draft &draft)
{
    m_method->setEditText(QString::fromUtf8(draft.method));
    m_fields->setRows(draft.fields);
    setBody(draft.body.value_or(m_received.body));
    m_target->setTarget(draft.target);
    m_signing->setChoices(draft.signing);
    m_began = draft.began;
    showOutgoing();
}

void ResendWindow::restoreDraft()
{
    if (const auto kept = m_keeper->begin()) {
        apply(kept->draft);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(kept->at / 1000);
        const QString when = QLocale().toString(at, QLocale::ShortFormat);
        const QString began = m_began ? tr("It began as a test case and was edited since: %1.")
                                            .arg(resend::described({.id = m_began->id}).title)
                                      : QString();
        m_restored->setNote(NoteBox::Kind::Info, tr("Your draft of %1 was restored.").arg(when),
                            began);
        m_restored->setAction(tr("Discard the draft"));
        if (!kept->draft.testCase.isEmpty())
            restoreCase(kept->draft, when);
    }
    m_keeper->settle(); // A secret may be gone since, and that is no edit.
}

// Those of its endpoint, which may be added while it is open.
void ResendWindow::takeSecrets()
{
    const SigningChoices before = m_signing->choices();
    m_signing->setSecrets(m_inspector.secrets(m_details.delivery->endpoint));
    const SigningChoices now = m_signing->choices();
    m_keeper->followSecrets(before, now);
    followSecrets(m_asCase, before, now);
    if (m_before)
        followSecrets(*m_before, before, now);
    if (m_late)
        followSecrets(m_late->shown, before, now);
    showOutgoing();
    takeLateCase();
}

void ResendWindow::tellUnkept(const core::Error &error)
{
    m_unkept->setNote(NoteBox::Kind::Bad, error.what,
                      tr("%1 What you edited is lost when this window closes: send it or copy it "
                         "before.")
                          .arg(error.why));
}

void ResendWindow::keepDraft() { m_keeper->keep(); }

void ResendWindow::discardDraft()
{
    m_restored->clear();
    m_before.reset();
    m_late.reset();
    m_keeper->discard();
    apply(m_keeper->fresh());
    m_keeper->settle();
}

} // namespace ui
