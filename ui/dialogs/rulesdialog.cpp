// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rulesdialog.h"

#include "core/clock.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/entriesbox.h"
#include "ui/dialogs/labels.h"
#include "ui/windowroom.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{
namespace
{

constexpr qint64 minute = 60'000'000; // in microseconds
constexpr int usualMinutes = 10; // of a new rule, and of one of which it is not known

// What has run out is off, and offered again for as long as it ran.
TimedRule timed(const capture::AnswerRule &rule, qint64 now)
{
    const qint64 left = rule.until == 0 ? 0 : rule.until - now;
    const int minutes = rule.until == 0 ? 0
        : left > 0                      ? int((left + minute - 1) / minute)
        : rule.minutes > 0              ? rule.minutes
                                        : usualMinutes;
    const bool on = rule.until == 0 || left > 0;
    return {.rule = rule, .minutes = minutes, .on = on, .offered = minutes};
}

// `now` is the moment of taking over.
capture::AnswerRule started(const TimedRule &timed, qint64 now)
{
    capture::AnswerRule rule = timed.rule;
    const bool ran = rule.until == 0 || rule.until > now;
    if (!timed.on) {
        rule.until = ran ? now : rule.until;
    } else if (!ran || timed.minutes != timed.offered) {
        rule.until = timed.minutes == 0 ? 0 : now + timed.minutes * minute;
        rule.minutes = timed.minutes;
    }
    return rule;
}

} // namespace

RulesDialog::RulesDialog(const QString &path, const QList<capture::AnswerRule> &rules,
                         QWidget *parent)
    : ContentDialog(parent)
    , m_entries(new EntriesBox(tr("Rules"), tr("&Add rule")))
    , m_form(new RuleForm)
    , m_looked(core::now())
{
    build(path);
    for (const capture::AnswerRule &rule : rules) {
        m_rules.append(timed(rule, m_looked));
        m_entries->append(describe(m_rules.last(), m_looked), m_rules.last().on);
    }
    connectEntries();
    m_entries->select(0);
    showEntry(m_entries->row());
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, &RulesDialog::endWhatIsOver);
    endWhatIsOver();
}

void RulesDialog::build(const QString &path)
{
    setWindowTitle(tr("Answers of %1").arg(path));
    content()->addWidget(
        wrappedLabel(tr("The first rule that fits a webhook decides its answer; without one the "
                        "reply of the endpoint does, and so it does again when a rule's time is "
                        "over.")));
    content()->addWidget(m_entries);
    content()->addWidget(m_form);
    content()->addWidget(
        mutedLabel(tr("Anything but 2xx makes senders try again. Smile disables the webhook for "
                      "the whole app after 24 hours of it.")));
    content()->addStretch(1);
    auto *done = new QPushButton(tr("Use these rules"));
    auto *cancel = new QPushButton(tr("Cancel"));
    done->setDefault(true);
    cancel->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &RulesDialog::finish);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    footer()->addRight(cancel);
    footer()->addRight(done);
    resize(std::min(fontMetrics().height() * 52, roomForWindow(*this).width()), 0);
}

void RulesDialog::connectEntries()
{
    connect(m_entries, &EntriesBox::rowChanged, this, &RulesDialog::showEntry);
    connect(m_entries, &EntriesBox::addWanted, this, &RulesDialog::add);
    connect(m_entries, &EntriesBox::removed, this, [this](int row) { m_rules.removeAt(row); });
    connect(m_entries, &EntriesBox::movedUp, this,
            [this](int row) { m_rules.swapItemsAt(row - 1, row); });
    connect(m_entries, &EntriesBox::switched, this, [this](int row, bool on) {
        m_rules[row].on = on;
        m_entries->setWords(row, describe(m_rules.at(row), core::now()));
        showEntry(m_entries->row());
    });
    connect(m_form, &RuleForm::edited, this, &RulesDialog::takeEdit);
}

void RulesDialog::showEntry(int row)
{
    const bool any = row >= 0 && row < m_rules.size();
    m_form->setEnabled(any);
    m_form->setRule(any ? m_rules.at(row) : TimedRule());
}

// Testing retries is what rules are for most.
void RulesDialog::add()
{
    TimedRule rule;
    rule.minutes = usualMinutes;
    rule.rule.answer.status = 503;
    m_rules.append(rule);
    m_entries->append(describe(rule, core::now()), rule.on);
    m_form->setFocus();
}

void RulesDialog::takeEdit()
{
    const int row = m_entries->row();
    if (row < 0)
        return;
    m_rules[row] = m_form->rule();
    m_entries->setWords(row, describe(m_rules.at(row), core::now()));
}

// A rule whose time ends while it is looked at does not begin again unless somebody says so.
void RulesDialog::endWhatIsOver()
{
    const qint64 now = core::now();
    for (int row = 0; row < m_rules.size(); ++row) {
        const TimedRule &rule = m_rules.at(row);
        const bool over = rule.rule.until > m_looked && rule.rule.until <= now;
        if (!over || !rule.on || rule.minutes != rule.offered)
            continue;
        m_rules[row] = timed(rule.rule, now);
        m_entries->setOn(row, false);
        m_entries->setWords(row, describe(m_rules.at(row), core::now()));
        if (row == m_entries->row())
            showEntry(row);
    }
    m_looked = now;
    QList<capture::AnswerRule> rules;
    for (const TimedRule &rule : std::as_const(m_rules))
        rules.append(rule.rule);
    waitForNextEnd(m_nextEnd, rules, now);
}

void RulesDialog::finish()
{
    QList<capture::AnswerRule> rules;
    const qint64 now = core::now();
    for (const TimedRule &timed : m_rules)
        rules.append(started(timed, now));
    Q_EMIT taken(rules);
    accept();
}

} // namespace ui
