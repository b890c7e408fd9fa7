// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/trustcommands.h"

#include "ui/dialogs/commandbox.h"
#include "ui/dialogs/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

TrustReach reachOf(const tls::TrustStep &step)
{
    if (step.undo.isEmpty())
        return TrustReach::Command;
    return step.trust.contains("sudo "_L1) ? TrustReach::Everyone : TrustReach::Account;
}

int stepForSystem(const QList<tls::TrustStep> &steps, const QString &product)
{
    const bool redHat = product == "fedora"_L1 || product == "rhel"_L1 || product == "centos"_L1
        || product == "rocky"_L1 || product == "almalinux"_L1;
    const auto wanted = redHat ? u"fedora"_s : product;
    for (int step = 0; step < steps.size(); ++step) {
        if (steps.at(step).system.contains(wanted, Qt::CaseInsensitive))
            return step;
    }
    // A program's command is of use on each system, another system's is of none.
    for (int step = 0; step < steps.size(); ++step) {
        const QString &system = steps.at(step).system;
        if (!system.startsWith("macOS"_L1) && !system.startsWith("Windows"_L1))
            return step;
    }
    return 0;
}

TrustCommands::TrustCommands(const QList<tls::TrustStep> &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
    , m_system(new QComboBox)
    , m_trust(new CommandBox(tr("Command to run")))
    , m_undoLabel(mutedLabel(tr("To undo it:")))
    , m_undo(new CommandBox(tr("Command that undoes it")))
{
    m_system->setAccessibleName(tr("System or program"));
    for (const auto &step : m_steps)
        m_system->addItem(step.system);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 0, 4);
    column->setSpacing(6);
    column->addWidget(m_system, 0, Qt::AlignLeft);
    for (auto *widget : std::initializer_list<QWidget *>{m_trust, m_undoLabel, m_undo})
        column->addWidget(widget);
    connect(m_system, &QComboBox::currentIndexChanged, this, &TrustCommands::show);
    m_system->setCurrentIndex(stepForSystem(m_steps, QSysInfo::productType()));
    show(m_system->currentIndex());
}

void TrustCommands::show(int step)
{
    if (step < 0)
        return;
    m_trust->setCommand(m_steps.at(step).trust);
    m_undo->setCommand(m_steps.at(step).undo);
    m_undo->setVisible(!m_steps.at(step).undo.isEmpty());
    m_undoLabel->setVisible(!m_steps.at(step).undo.isEmpty());
}

} // namespace ui
