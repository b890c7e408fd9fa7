// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/secretsdialog.h"

#include "inspector/inspector.h"
#include "models/secretmodel.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace std::chrono_literals;

namespace ui
{
namespace
{

constexpr auto typingPause = 150ms;
constexpr auto countPause = 1s;
constexpr auto undoTime = 10s;

bool before(const models::SecretRow &a, const models::SecretRow &b)
{
    return std::tie(a.endpoint, a.label) < std::tie(b.endpoint, b.label);
}

} // namespace

SecretsDialog::SecretsDialog(inspector::Inspector &inspector, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_model(new models::SecretModel(this))
{
    build();
    for (auto *timer : {&m_typing, &m_counting, &m_undoTime})
        timer->setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_counting.setInterval(countPause);
    m_undoTime.setInterval(undoTime);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretsDialog::followInput);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretsDialog::add);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &SecretsDialog::followInput);
    connect(m_undo, &NoteBox::actionTriggered, this, &SecretsDialog::undoForget);
    connect(m_model, &models::SecretModel::renameWanted, this, &SecretsDialog::takeName,
            Qt::QueuedConnection); // other rows may only come once the editor is closed
    connect(m_model, &models::SecretModel::renameRefused, this, [this](const QString &why) {
        m_note->setNote(NoteBox::Kind::Warning, tr("The name stays as it was."), why);
    });
    connect(&m_typing, &QTimer::timeout, this, &SecretsDialog::tryInput);
    connect(&m_counting, &QTimer::timeout, this, &SecretsDialog::refresh);
    connect(&m_undoTime, &QTimer::timeout, this, [this] {
        m_forgotten.reset();
        m_undo->clear();
    });
    connectInspector();
    refreshEndpoints();
    refresh();
    followInput();
}

void SecretsDialog::connectInspector()
{
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::secretsChanged, this, &SecretsDialog::refresh);
    connect(&m_inspector, &Inspector::endpointsChanged, this, &SecretsDialog::refreshEndpoints);
    connect(&m_inspector, &Inspector::secretTested, this, &SecretsDialog::showTrial);
    connect(&m_inspector, &Inspector::rejudged, this, [this](const QString &endpoint) {
        refresh();
        tellAdded(endpoint);
        m_checking = m_checking && endpoint != this->endpoint();
    });
    // While the received ones are checked again, that is what fails; rejudged() follows in the end.
    connect(&m_inspector, &Inspector::failed, this, [this](const core::Error &error) {
        if (m_checking && !m_added.isEmpty())
            m_note->setNote(NoteBox::Kind::Warning, tr("“%1” was added.").arg(m_added),
                            core::describe(error));
    });
    connect(&m_inspector, &Inspector::stored, this, [this] {
        if (isVisible() && !m_counting.isActive())
            m_counting.start();
    });
    connect(&m_inspector, &Inspector::keychainUnavailable, this, [this](const QString &why) {
        m_remember->setChecked(false);
        setProblem(m_keyring, tr("%1 Secrets are kept until you close the app.").arg(why));
    });
}

void SecretsDialog::setVerifiedCount(VerifiedCount count)
{
    m_count = std::move(count);
    refresh();
}

void SecretsDialog::choose(const QString &endpoint)
{
    const int known = m_endpoint->findText(endpoint, Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (known >= 0)
        m_endpoint->setCurrentIndex(known);
}

void SecretsDialog::showEvent(QShowEvent *event)
{
    ContentDialog::showEvent(event);
    refresh();
    m_edit->setFocus();
}

void SecretsDialog::hideEvent(QHideEvent *event)
{
    m_edit->wipe();
    ContentDialog::hideEvent(event);
}

void SecretsDialog::refresh()
{
    QList<models::SecretRow> rows;
    for (const auto &facts : m_inspector.secretFacts()) {
        models::SecretRow row{facts.endpoint, facts.label, facts.lastFour, facts.remembered, {}};
        if (m_count)
            row.verified = m_count(facts.endpoint, facts.label);
        rows.append(row);
    }
    std::sort(rows.begin(), rows.end(), before);
    const auto kept = currentRow() < 0 ? models::SecretRow() : m_model->rows().at(currentRow());
    m_model->setRows(rows);
    select(kept.endpoint, kept.label);
    m_list->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    const bool several = m_endpoint->count() > 1
        || std::any_of(rows.begin(), rows.end(), [&](const models::SecretRow &row) {
                             return row.endpoint != rows.first().endpoint;
                         });
    m_table->setColumnHidden(int(models::SecretModel::Column::Endpoint), !several);
}

void SecretsDialog::refreshEndpoints()
{
    const auto chosen = endpoint();
    m_endpoint->clear();
    for (const auto &known : m_inspector.endpoints()) {
        if (!known.scheme.isEmpty())
            m_endpoint->addItem(known.path);
    }
    m_endpoint->setCurrentIndex(
        qMax(0, m_endpoint->findText(chosen, Qt::MatchExactly | Qt::MatchCaseSensitive)));
    m_endpointRow->setVisible(m_endpoint->count() > 1);
    refresh();
}

QString SecretsDialog::endpoint() const { return m_endpoint->currentText(); }

QString SecretsDialog::onlyAt(const QString &endpoint) const
{
    return m_inspector.endpoints().size() > 1 ? endpoint : QString();
}

void SecretsDialog::followInput()
{
    ++m_ticket;
    m_typing.stop();
    const auto input = m_edit->input();
    const bool usable = !input.bytes.isEmpty() && m_endpoint->count() > 0;
    m_add->setEnabled(usable);
    m_add->setText(input.warning.isEmpty() ? tr("Add secret") : tr("Add anyway"));
    m_added.clear();
    if (!usable) {
        m_note->clear();
        return;
    }
    const auto note = noteOf(input);
    if (!note.title.isEmpty() || !note.text.isEmpty())
        m_note->setNote(note.kind, note.title, note.text);
    m_typing.start();
}

void SecretsDialog::tryInput()
{
    auto input = m_edit->input();
    if (input.bytes.isEmpty())
        return;
    const auto same = labelOfSame(input.bytes);
    if (!same.isEmpty()) {
        m_note->setNote(NoteBox::Kind::Info,
                        tr("This secret is there already, as “%1”.").arg(same));
        m_add->setEnabled(false);
        return;
    }
    const auto secret = signature::Secret::take({}, input.bytes);
    m_inspector.testSecret(endpoint(), secret, m_ticket);
}

void SecretsDialog::showTrial(int ticket, qint64 verified, qint64 tried)
{
    if (ticket != m_ticket)
        return;
    const auto which = !m_inspector.secrets(endpoint()).empty() ? Tried::UnfittedByOthers
        : m_anyChecked && m_anyChecked(endpoint())              ? Tried::Unfitted
                                                                : Tried::Unchecked;
    const auto note = noteOfTrial(m_edit->input(), verified, tried, which);
    m_note->setNote(note.kind, note.title, note.text);
}

void SecretsDialog::add()
{
    auto input = m_edit->input();
    if (input.bytes.isEmpty() || !m_add->isEnabled() || !labelOfSame(input.bytes).isEmpty())
        return;
    const auto where = endpoint();
    const auto label = models::freeLabel(m_model->rows(), where);
    const auto secret = signature::Secret::take(label, input.bytes);
    m_edit->wipe();
    setProblem(m_keyring, {});
    m_inspector.addSecret(where, secret, m_remember->isChecked());
    select(where, label);
    m_note->setNote(NoteBox::Kind::Good, tr("“%1” was added.").arg(label),
                    checkingSentence(onlyAt(where)));
    m_added = label;
    m_checking = true;
}

void SecretsDialog::tellAdded(const QString &endpoint)
{
    if (m_added.isEmpty() || !m_count || endpoint != this->endpoint())
        return;
    const qint64 verified = m_count(endpoint, m_added);
    const QString title = tr("“%1” was added.").arg(m_added);
    m_note->setNote(verified == 0 ? NoteBox::Kind::Info : NoteBox::Kind::Good, title,
                    countSentence(verified, onlyAt(endpoint)));
}

void SecretsDialog::rename()
{
    const auto index = m_model->index(currentRow(), int(models::SecretModel::Column::Name));
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void SecretsDialog::takeName(const QString &endpoint, const QString &label, const QString &newLabel)
{
    if (label == m_added)
        dropAdded();
    m_inspector.renameSecret(endpoint, label, newLabel);
    select(endpoint, newLabel);
}

// What was added is no news any more.
void SecretsDialog::dropAdded()
{
    if (m_added.isEmpty())
        return;
    m_added.clear();
    m_note->clear();
}

void SecretsDialog::forget()
{
    const auto at = currentRow();
    if (at < 0)
        return;
    const auto row = m_model->rows().at(at);
    for (const auto &secret : m_inspector.secrets(row.endpoint)) {
        if (secret->label() == row.label)
            m_forgotten = Forgotten{row.endpoint, secret, row.remembered};
    }
    dropAdded();
    m_inspector.forgetSecret(row.endpoint, row.label);
    m_undo->setNote(NoteBox::Kind::Info, tr("“%1” was forgotten.").arg(row.label));
    m_undo->setAction(tr("Undo"));
    m_undoTime.start();
}

void SecretsDialog::undoForget()
{
    if (!m_forgotten)
        return;
    const auto back = *m_forgotten;
    m_forgotten.reset();
    m_undoTime.stop();
    m_undo->clear();
    m_inspector.addSecret(back.endpoint, back.secret, back.remembered);
    select(back.endpoint, back.secret->label());
}

QString SecretsDialog::labelOfSame(QByteArrayView bytes) const
{
    for (const auto &secret : m_inspector.secrets(endpoint())) {
        if (secret->bytes() == bytes)
            return secret->label();
    }
    return {};
}

int SecretsDialog::currentRow() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void SecretsDialog::select(const QString &endpoint, const QString &label)
{
    const auto row = m_model->indexOf(endpoint, label);
    if (row >= 0)
        m_table->selectRow(row);
}

} // namespace ui
