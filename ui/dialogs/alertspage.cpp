// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/alertspage.h"

#include <QCheckBox>

namespace ui
{

AlertsPage::AlertsPage(const Alerts &alerts, bool trayAvailable, QWidget *parent)
    : SettingsPage(parent)
    , m_tray(new QCheckBox(tr("Stay in the system &tray when the window is closed")))
    , m_bad(new QCheckBox(tr("&Invalid and malformed signatures")))
    , m_every(new QCheckBox(tr("&Every webhook")))
    , m_trouble(new QCheckBox(tr("T&rouble: the port, the disk, the certificate")))
    , m_told(alerts)
{
    addHeading(tr("System tray"));
    addWide(m_tray);
    addExplanation(trayAvailable ? tr("Hookglass goes on listening there. Its menu quits it.")
                                 : tr("This desktop has no system tray."));
    addHeading(tr("Notifications"));
    for (QCheckBox *choice : {m_bad, m_every, m_trouble})
        addWide(choice);
    addSentence(tr("They come from the tray while the window is not in front, and never show what "
                   "a webhook holds."));
    addRest();
    m_tray->setEnabled(trayAvailable);
    show(alerts);
    for (QCheckBox *choice : {m_tray, m_bad, m_every, m_trouble})
        connect(choice, &QCheckBox::toggled, this, &AlertsPage::follow);
}

void AlertsPage::show(const Alerts &alerts)
{
    m_tray->setChecked(alerts.tray);
    m_bad->setChecked(alerts.badSignatures);
    m_every->setChecked(alerts.everyWebhook);
    m_trouble->setChecked(alerts.trouble);
    for (QCheckBox *choice : {m_bad, m_every, m_trouble})
        choice->setEnabled(m_tray->isEnabled() && alerts.tray);
}

Alerts AlertsPage::chosen() const
{
    return {.tray = m_tray->isChecked(),
            .badSignatures = m_bad->isChecked(),
            .everyWebhook = m_every->isChecked(),
            .trouble = m_trouble->isChecked()};
}

void AlertsPage::follow()
{
    const Alerts alerts = chosen();
    for (QCheckBox *choice : {m_bad, m_every, m_trouble})
        choice->setEnabled(alerts.tray);
    if (alerts == m_told)
        return;
    m_told = alerts;
    Q_EMIT changed(alerts);
}

void AlertsPage::restoreDefaults() { show({}); }

} // namespace ui
