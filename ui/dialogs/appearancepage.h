// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"
#include "ui/theme.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace ui
{

// Light, dark, or as the desktop has it; how close rows stand, and what code is written in.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    // An empty family: the desktop's fixed-pitch font.
    AppearancePage(Look look, bool compact, const QString &codeFamily, QWidget *parent = nullptr);

    void restoreDefaults() override;

Q_SIGNALS:
    void changed(ui::Look look);
    void compactChanged(bool compact);
    void codeFamilyChanged(const QString &family);

private:
    void addColours(Look look);
    void addCodeFont(const QString &family);

    QButtonGroup *m_looks;
    QCheckBox *m_compact;
    QComboBox *m_code;
};

} // namespace ui
