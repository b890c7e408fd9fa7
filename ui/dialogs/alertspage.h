// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/alerts.h"
#include "ui/dialogs/settingspage.h"

class QCheckBox;

namespace ui
{

// Whether Hookglass stays in the tray, and what it tells from there.
class AlertsPage : public SettingsPage
{
    Q_OBJECT

public:
    AlertsPage(const Alerts &alerts, bool trayAvailable, QWidget *parent = nullptr);

    void restoreDefaults() override;

Q_SIGNALS:
    void changed(const ui::Alerts &alerts);

private:
    void show(const Alerts &alerts);
    Alerts chosen() const;
    void follow();

    QCheckBox *m_tray;
    QCheckBox *m_bad;
    QCheckBox *m_every;
    QCheckBox *m_trouble;
    Alerts m_told;
};

} // namespace ui
