// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"
#include "ui/sendingsettings.h"

class QCheckBox;
class QSpinBox;

namespace ui
{

class KnownList;
class PaceBox;

// How webhooks are sent again, and what is remembered of where they went.
class SendingPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit SendingPage(QSettings &file, QWidget *parent = nullptr);

    void restoreDefaults() override; // what is remembered stays

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show(const SendingSettings &sending);
    void follow();
    void fill();
    void forgetTarget(int line);
    void forgetHost(int line);

    QSettings &m_file;
    QSpinBox *m_timeout;
    QCheckBox *m_marks;
    PaceBox *m_pace;
    QSpinBox *m_atOnce;
    KnownList *m_targets;
    KnownList *m_hosts;
};

} // namespace ui
