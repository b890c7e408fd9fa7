// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rules.h"
#include "listener/listening.h"
#include "ui/dialogs/contentdialog.h"

namespace ui
{

class EntriesBox;
class ForwardForm;

// The targets that the webhooks of one endpoint are sent on to.
class ForwardsDialog : public ContentDialog
{
    Q_OBJECT

public:
    ForwardsDialog(const QString &path, const QList<capture::ForwardRule> &rules,
                   QWidget *parent = nullptr);

    void setListening(const listener::Listening &listening); // no target is there
    void setWaiting(const QHash<QString, qint64> &waiting); // how many webhooks, by target

Q_SIGNALS:
    void taken(const QList<capture::ForwardRule> &rules); // those that have a target

private:
    void build(const QString &path);
    void connectEntries();
    void add();
    void showEntry(int row);
    void takeEdit();
    void finish();
    QString wordsOf(const capture::ForwardRule &rule) const;

    EntriesBox *m_entries;
    ForwardForm *m_form;
    QList<capture::ForwardRule> m_rules;
    QHash<QString, qint64> m_waiting;
};

} // namespace ui
