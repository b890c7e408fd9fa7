// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "inspector/sending.h"
#include "models/fieldeditmodel.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPointer>

namespace ui
{

Draft ResendWindow::draft() const
{
    const QByteArray bytes = m_body->bytes();
    return {.method = m_method->currentText().trimmed().toUtf8(),
            .fields = m_fields->rows(),
            .body = bytes == m_received.body ? std::nullopt : std::optional(bytes),
            .target = m_target->target(),
            .signing = m_signing->choices()};
}

void ResendWindow::apply(const Draft &draft)
{
    m_method->setEditText(QString::fromUtf8(draft.method));
    m_fields->setRows(draft.fields);
    setBody(draft.body.value_or(m_received.body));
    m_target->setTarget(draft.target);
    m_signing->setChoices(draft.signing);
    showOutgoing();
}

void ResendWindow::restoreDraft()
{
    m_fresh = draft();
    const auto kept = m_drafts.read(m_details.id, m_details.delivery->receivedAt);
    if (kept && !sameEdits(kept->draft, m_fresh)) {
        apply(kept->draft);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(kept->at / 1000);
        m_restored->setNote(
            NoteBox::Kind::Info,
            tr("Your draft of %1 was restored.").arg(QLocale().toString(at, QLocale::ShortFormat)));
        m_restored->setAction(tr("Discard the draft"));
    }
    m_kept = draft(); // A secret may be gone since, and that is no edit.
}

// It may come back as well, and so does what is edited here.
void ResendWindow::lookWhetherGone()
{
    m_gone = true; // until it is known, so that nothing is kept of it meanwhile
    m_inspector.sending().read(
        m_details.id,
        [window = QPointer(this)](const core::Result<std::optional<capture::Record>> &found) {
            if (!window || (found && !*found))
                return;
            window->m_gone = false;
            window->m_kept = window->m_fresh; // its draft may be gone
            window->keepDraft();
        });
}

// What is as it would be without a draft needs none, nor does another target: it is remembered.
void ResendWindow::keepDraft()
{
    m_keep.stop();
    // A test case that nobody edited is no draft; what it took the place of may be one.
    const bool isCase = m_before && draft() == m_asCase;
    const Draft now = isCase ? *m_before : draft();
    if (now == m_kept || m_gone)
        return;
    m_kept = now;
    if (sameEdits(now, m_fresh))
        return m_drafts.discard(m_details.id);
    const core::Status kept
        = m_drafts.keep(m_details.id, m_details.delivery->receivedAt, {now, core::now()});
    if (!kept)
        m_count->setText(core::describe(kept.error()));
}

void ResendWindow::discardDraft()
{
    m_restored->clear();
    m_before.reset();
    m_drafts.discard(m_details.id);
    Draft fresh = m_fresh;
    fresh.target = m_target->target(); // which is no part of a draft
    apply(fresh);
    m_kept = draft();
    m_keep.stop();
}

} // namespace ui
