// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"
#include "ui/tablesettings.h"

class QCheckBox;

namespace inspector
{
class Inspector;
}

namespace ui
{

class AllowedAges;

// What webhooks are held against at arrival, and how the table points problems out.
class ChecksPage : public SettingsPage
{
    Q_OBJECT

public:
    ChecksPage(inspector::Inspector &inspector, const TableSettings &table,
               QWidget *parent = nullptr);

    void restoreDefaults() override;

Q_SIGNALS:
    void pointedOutChanged(bool problems, bool repeats);
    void endpointsWanted();

private:
    AllowedAges *m_ages;
    QCheckBox *m_tint;
    QCheckBox *m_repeats;
};

} // namespace ui
