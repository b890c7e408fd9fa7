// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"
#include "ui/theme.h"

class QButtonGroup;

namespace ui
{

// Light, dark, or as the desktop has it.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Look look, QWidget *parent = nullptr);

    void restoreDefaults() override;

Q_SIGNALS:
    void changed(ui::Look look);

private:
    QButtonGroup *m_looks;
};

} // namespace ui
