// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/rulewords.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTimer;

namespace ui
{

// The fields of one answer rule.
class RuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit RuleForm(QWidget *parent = nullptr);

    void setRule(const TimedRule &rule); // is no edit
    const TimedRule &rule() const { return m_rule; }

Q_SIGNALS:
    void edited();

private:
    QFormLayout *conditions();
    QFormLayout *answer();
    void take();
    void showNeeds();

    TimedRule m_rule;
    QLineEdit *m_method;
    QLineEdit *m_path;
    QLineEdit *m_topic;
    QLineEdit *m_account;
    QComboBox *m_signature;
    QComboBox *m_freshness;
    QSpinBox *m_first;
    QComboBox *m_fault;
    QSpinBox *m_status;
    QSpinBox *m_delay;
    QPlainTextEdit *m_fields;
    QLabel *m_fieldsProblem;
    QPlainTextEdit *m_body;
    QSpinBox *m_minutes;
    QLabel *m_time;
    bool m_showing = false;
};

// Starts the timer for the next end of a rule's time, or stops it where none is to come.
void waitForNextEnd(QTimer &timer, const QList<capture::AnswerRule> &rules, qint64 now);

} // namespace ui
