// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/secretstep.h"

#include "inspector/inspector.h"
#include "models/secretmodel.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretnote.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui
{

SecretStep::SecretStep(int number, inspector::Inspector &inspector, QWidget *parent)
    : StepRow(number, tr("Paste your app's client secret"), parent)
    , m_inspector(inspector)
    , m_edit(new SecretEdit)
    , m_save(new QPushButton(tr("Save secret")))
    , m_note(new NoteBox)
{
    m_edit->setAccessibleName(tr("Client secret"));
    m_save->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_save);
    body()->addLayout(row);
    body()->addWidget(m_note);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretStep::follow);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretStep::save);
    connect(m_save, &QPushButton::clicked, this, &SecretStep::save);
    using inspector::Inspector;
    connect(&inspector, &Inspector::secretsChanged, this, [this] {
        describe();
        Q_EMIT changed();
    });
    connect(&inspector, &Inspector::keychainUnavailable, this, [this](const QString &why) {
        m_keyringTrouble = why;
        describe();
    });
    describe();
    follow();
}

QString SecretStep::endpoint() const
{
    for (const auto &endpoint : m_inspector.endpoints()) {
        if (!endpoint.scheme.isEmpty())
            return endpoint.path;
    }
    return {};
}

bool SecretStep::hasSecret() const { return !m_inspector.secrets(endpoint()).empty(); }

void SecretStep::paste()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_edit->paste();
}

void SecretStep::follow()
{
    const auto input = m_edit->input();
    m_save->setEnabled(!input.bytes.isEmpty() && !endpoint().isEmpty());
    m_save->setText(input.warning.isEmpty() ? tr("Save secret") : tr("Save anyway"));
    const auto note = noteOf(input);
    if (note.title.isEmpty() && note.text.isEmpty())
        m_note->clear();
    else
        m_note->setNote(note.kind, note.title, note.text);
}

void SecretStep::save()
{
    auto input = m_edit->input();
    if (input.bytes.isEmpty() || endpoint().isEmpty())
        return;
    QList<models::SecretRow> known;
    for (const auto &facts : m_inspector.secretFacts())
        known.append({facts.endpoint, facts.label, {}, false, {}});
    const auto label = models::freeLabel(known, endpoint());
    const auto secret = signature::Secret::take(label, input.bytes);
    const bool pressed = m_save->hasFocus();
    if (pressed)
        m_edit->setFocus(); // Qt would look for another one as soon as the button is of no use.
    m_edit->wipe();
    m_inspector.addSecret(endpoint(), secret, true);
    if (pressed)
        Q_EMIT saved();
}

void SecretStep::describe()
{
    const auto place = m_keyringTrouble.isEmpty()
        ? tr("Kept in the system keyring where there is one.")
        : tr("Kept until you close the app: %1").arg(m_keyringTrouble);
    setSentence(tr("Smile signs with it. %1 You may do this later: what arrived is checked then.")
                    .arg(place));
    const auto facts = m_inspector.secretFacts();
    if (facts.isEmpty())
        m_edit->setPlaceholderText(tr("Paste with Ctrl+V"));
    else if (facts.last().lastFour.isEmpty())
        m_edit->setPlaceholderText(tr("Saved. Paste another one to add it."));
    else
        m_edit->setPlaceholderText(
            tr("Saved, ends with …%1. Paste another one to add it.").arg(facts.last().lastFour));
}

} // namespace ui
