// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "inspector/inspector.h"
#include "models/shownbytes.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/exportnames.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/views/codeview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using formats::Format;

void ExportDialog::followHiding()
{
    if (m_hides != redactionRules().isEmpty())
        return;
    m_hides = !m_hides;
    if (m_hides)
        m_sendsWanted = m_sends->isChecked();
    m_sends->setEnabled(!m_hides);
    m_sends->setChecked(!m_hides && m_sendsWanted);
    m_sends->setText(m_hides ? tr("Se&nds: not while anything is hidden") : tr("Se&nds"));
    m_sends->setToolTip(m_hides ? tr("They would tell again what is hidden in the webhook")
                                : tr("What was sent again, and how it was answered"));
}

void ExportDialog::ask()
{
    followHiding();
    m_bytes.reset();
    m_failed = false;
    m_pause.start();
    showFacts();
}

void ExportDialog::look()
{
    m_pause.stop();
    const Asked now = asked();
    setProblem(m_problem, now.problem);
    showFacts();
    const auto store = m_inspector.store();
    if (!now.order || !store)
        return m_preview.stop();
    m_preview.start(store->path, *now.order, count());
}

void ExportDialog::take(const inspector::Excerpt &excerpt)
{
    m_bytes = excerpt.bytes;
    m_heading->setText(tr("Preview, first %1 of %L2").arg(excerpt.shown).arg(count()));
    m_text->setCode(codeText(models::shownLines(excerpt.text)));
    m_addresses = excerpt.addresses;
    m_credential = excerpt.credential;
    showFacts();
    warn();
}

void ExportDialog::warn()
{
    if (m_failed) // Why it could not be written stays until something else is asked for.
        return;
    QStringList sentences;
    if (!m_credential.isEmpty() && !m_signatures->isChecked())
        sentences += tr("There are credentials in its headers, as in %1.").arg(m_credential);
    if (m_addresses && !m_people->isChecked())
        sentences += tr("There are e-mail addresses in it.");
    if (sentences.isEmpty())
        return m_note->clear();
    m_note->setNote(NoteBox::Kind::Warning, sentences.join(u' '));
    m_note->setAction(tr("Replace them with placeholders"));
}

void ExportDialog::hideWhatIsWarnedOf()
{
    if (!m_credential.isEmpty()) {
        m_signaturesChosen = true;
        m_signatures->setChecked(true);
    }
    if (m_addresses)
        m_people->setChecked(true);
}

void ExportDialog::showFacts()
{
    const QString size = m_bytes ? tr("about %1").arg(core::byteSize(*m_bytes)) : QString();
    QStringList facts{tr("%n webhook(s)", nullptr, int(count()))};
    if (!size.isEmpty())
        facts += size;
    if (Format(m_format->currentData().toInt()) == Format::Ndjson && redactionRules().isEmpty()
        && leftOut() == formats::LeftOut())
        facts += tr("lossless");
    facts += tr("signing secrets are never exported");
    m_facts->setText(facts.join(u" · "_s));
    const QFileInfo target(m_target->text());
    m_targetLabel->setText(intoFolder() ? tr("F&older") : tr("F&ile"));
    QStringList notes;
    if (intoFolder())
        notes += tr("A file each, named by the number of the webhook.");
    else if (target.isDir())
        notes += tr("This is a folder.");
    else if (target.exists())
        notes += tr("This file is there and will be replaced.");
    const auto named = formatOfName(target.fileName());
    if (!intoFolder() && named && *named != format())
        notes += tr("The name ends as one of another format, but the one above is written.");
    m_targetNote->setText(notes.join(u' '));
    m_targetNote->setVisible(!m_targetNote->text().isEmpty());
    m_export->setEnabled(count() > 0 && m_problem->text().isEmpty()
                         && !m_target->text().trimmed().isEmpty()
                         && (intoFolder() || !target.isDir()) && !m_run.running());
}

} // namespace ui
