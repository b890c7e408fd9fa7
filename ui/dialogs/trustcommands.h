// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/trust.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace ui
{

class CommandBox;

// The commands of one way to trust the authority: the system is chosen, the command and what undoes
// it are shown.
class TrustCommands : public QWidget
{
    Q_OBJECT

public:
    explicit TrustCommands(const QList<tls::TrustStep> &steps, QWidget *parent = nullptr);

private:
    void show(int step);

    QList<tls::TrustStep> m_steps;
    QComboBox *m_system;
    CommandBox *m_trust;
    QLabel *m_undoLabel;
    CommandBox *m_undo;
};

// How far a step reaches. One command leaves nothing behind, so it has nothing to undo; what
// changes the system needs its administrator.
enum class TrustReach { Command, Account, Everyone };
TrustReach reachOf(const tls::TrustStep &step);

// Of the steps, the one that fits the system it runs on; 0 when none is named after it.
int stepForSystem(const QList<tls::TrustStep> &steps, const QString &product);

} // namespace ui
