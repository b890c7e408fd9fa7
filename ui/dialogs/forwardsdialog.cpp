// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/forwardsdialog.h"

#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/entriesbox.h"
#include "ui/dialogs/forwardform.h"
#include "ui/dialogs/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

ForwardsDialog::ForwardsDialog(const QString &path, const QList<capture::ForwardRule> &rules,
                               QWidget *parent)
    : ContentDialog(parent)
    , m_entries(new EntriesBox(tr("Targets"), tr("&Add target")))
    , m_form(new ForwardForm)
    , m_rules(rules)
{
    build(path);
    for (const capture::ForwardRule &rule : rules)
        m_entries->append(describe(rule), rule.enabled);
    connectEntries();
    m_entries->select(0);
    showEntry(m_entries->row());
    if (rules.isEmpty())
        add();
}

void ForwardsDialog::setListening(const listener::Listening &listening)
{
    m_form->setListening(listening);
}

void ForwardsDialog::setWaiting(const QHash<QString, qint64> &waiting)
{
    m_waiting = waiting;
    for (int row = 0; row < m_rules.size(); ++row)
        m_entries->setWords(row, wordsOf(m_rules.at(row)));
}

QString ForwardsDialog::wordsOf(const capture::ForwardRule &rule) const
{
    const qint64 waiting = m_waiting.value(rule.target);
    return waiting == 0 ? describe(rule) : tr("%1, %L2 waiting").arg(describe(rule)).arg(waiting);
}

void ForwardsDialog::build(const QString &path)
{
    setWindowTitle(tr("Where webhooks of %1 are sent on to").arg(path));
    content()->addWidget(
        wrappedLabel(tr("Senders get the endpoint's reply at once, or a target's own answer, the "
                        "first in time; while it cannot be reached, the endpoint's reply.")));
    content()->addWidget(m_entries);
    content()->addWidget(m_form);
    content()->addStretch(1);
    auto *done = new QPushButton(tr("Use these targets"));
    auto *cancel = new QPushButton(tr("Cancel"));
    done->setDefault(true);
    cancel->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &ForwardsDialog::finish);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    footer()->addRight(cancel);
    footer()->addRight(done);
    resize(fontMetrics().height() * 38, 0);
}

void ForwardsDialog::connectEntries()
{
    connect(m_entries, &EntriesBox::rowChanged, this, &ForwardsDialog::showEntry);
    connect(m_entries, &EntriesBox::addWanted, this, &ForwardsDialog::add);
    connect(m_entries, &EntriesBox::removed, this, [this](int row) { m_rules.removeAt(row); });
    connect(m_entries, &EntriesBox::movedUp, this,
            [this](int row) { m_rules.swapItemsAt(row - 1, row); });
    connect(m_entries, &EntriesBox::switched, this, [this](int row, bool on) {
        m_rules[row].enabled = on;
        showEntry(m_entries->row());
    });
    connect(m_form, &ForwardForm::edited, this, &ForwardsDialog::takeEdit);
}

void ForwardsDialog::showEntry(int row)
{
    const bool any = row >= 0 && row < m_rules.size();
    m_form->setEnabled(any);
    m_form->setRule(any ? m_rules.at(row) : capture::ForwardRule());
}

void ForwardsDialog::add()
{
    m_rules.append(capture::ForwardRule());
    m_entries->append(describe(m_rules.last()), true);
    m_form->setFocus();
}

void ForwardsDialog::takeEdit()
{
    const int row = m_entries->row();
    if (row < 0)
        return;
    m_rules[row] = m_form->rule();
    m_entries->setWords(row, wordsOf(m_rules.at(row)));
}

void ForwardsDialog::finish()
{
    m_rules.removeIf([](const capture::ForwardRule &rule) { return rule.target.isEmpty(); });
    Q_EMIT taken(m_rules);
    accept();
}

} // namespace ui
