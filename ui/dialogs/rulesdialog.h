// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"
#include "ui/dialogs/ruleform.h"

#include <QTimer>

namespace ui
{

class EntriesBox;

// The answer rules of one endpoint, in their order. A rule whose time was changed, or that was
// switched on, begins to run when it is taken over; the others go on as they did.
class RulesDialog : public ContentDialog
{
    Q_OBJECT

public:
    RulesDialog(const QString &path, const QList<capture::AnswerRule> &rules,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void taken(const QList<capture::AnswerRule> &rules);

private:
    void build(const QString &path);
    void connectEntries();
    void add();
    void showEntry(int row);
    void takeEdit();
    void finish();
    void endWhatIsOver();

    EntriesBox *m_entries;
    RuleForm *m_form;
    QList<TimedRule> m_rules;
    QTimer m_nextEnd;
    qint64 m_looked; // when for rules that are over, in microseconds since the epoch
};

} // namespace ui
