// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rules.h"
#include "listener/listening.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui
{

// The fields of one target that webhooks are sent on to. What is no target is explained at its
// place, and the rule keeps what it had.
class ForwardForm : public QWidget
{
    Q_OBJECT

public:
    explicit ForwardForm(QWidget *parent = nullptr);

    void setRule(const capture::ForwardRule &rule); // is no edit
    void setListening(const listener::Listening &listening); // nothing is sent on to there
    const capture::ForwardRule &rule() const { return m_rule; }

Q_SIGNALS:
    void edited();

private:
    void addRelaying(QFormLayout *form);
    void addTrust(QFormLayout *form);
    void addPin(QFormLayout *form);
    void chooseAuthority();
    void choosePin();
    void take();
    void takePin();
    void checkAuthority(); // once it is typed
    void showProblem(const QString &why);
    void showNeeds();
    void showTrustProblem();
    QString objection(const QUrl &target) const;

    capture::ForwardRule m_rule;
    listener::Listening m_listening;
    QLineEdit *m_target;
    QLabel *m_problem;
    QLabel *m_note;
    QSpinBox *m_retries;
    QCheckBox *m_relays;
    QSpinBox *m_patience;
    QCheckBox *m_checks;
    QLineEdit *m_authority;
    QPushButton *m_choose;
    QLineEdit *m_pin;
    QPushButton *m_choosePin;
    QLabel *m_trustProblem; // of the pin, or else of the authority
    QString m_authorityProblem;
    bool m_showing = false;
};

// "http://localhost:3000, tried 5 times more, answers the sender"
QString describe(const capture::ForwardRule &rule);

} // namespace ui
