// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "inspector/settings.h"
#include "ui/dialogs/settingspage.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace ui
{

class NoteBox;

// Where the app listens.
class ListenerPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ListenerPage(const inspector::Settings &settings, QWidget *parent = nullptr);

    void restoreDefaults() override;
    void showProblem(const core::Error &error, const QString &more); // why it does not listen there
    void clearProblem();
    void setPlace(const QString &address, quint16 port); // where it listens; is no edit
    void takeBack(const QString &address, quint16 port); // the same, and what failed is offered

Q_SIGNALS:
    void changed(const QString &address, quint16 port, bool listenOnStart);

private:
    void fillAddresses(const QString &chosen);
    void follow();
    void tryAgain();
    void showExposure(const QString &where);
    QString address() const; // empty: none of sense

    QComboBox *m_address;
    QSpinBox *m_port;
    QCheckBox *m_onStart;
    QLabel *m_addressProblem;
    QLabel *m_portHint;
    NoteBox *m_exposure;
    NoteBox *m_problem;
    QTimer m_settle;
    QString m_inForce; // the address that was last told, or set
    QString m_triedAddress; // that failed
    int m_triedPort = 0;
};

// The address at the start of a line of the list, "127.0.0.1 — this computer only". Empty for none.
QString addressOf(const QString &line);

} // namespace ui
