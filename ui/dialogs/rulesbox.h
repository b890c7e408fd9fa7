// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"

#include <QObject>
#include <QTimer>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

class ElidedButton;

// The rows of an endpoint's form for what it does besides its usual reply: rules and faults,
// sending on, challenges.
class RulesBox : public QObject
{
    Q_OBJECT

public:
    RulesBox(inspector::Inspector &inspector, QFormLayout &form); // whose widget is its parent

    void setEndpoint(const capture::Endpoint &endpoint,
                     const std::optional<signature::Scheme> &scheme); // is no edit
    const capture::Rules &rules() const { return m_rules; }

Q_SIGNALS:
    void edited();

private:
    void showCounts();
    void showHandshake();
    void editAnswers();
    void editForwards();

    inspector::Inspector &m_inspector;
    QWidget *m_window;
    capture::Rules m_rules;
    QString m_path;
    QString m_sender; // its name
    bool m_needsSecret = false; // for the answer to its challenge
    QPushButton *m_answers;
    ElidedButton *m_forwards;
    QCheckBox *m_handshake;
    QLabel *m_handshakeNote;
    QTimer m_nextEnd; // of a rule's time
};

} // namespace ui
