// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"

class QLabel;

namespace inspector
{
class Inspector;
}

namespace ui
{

class CommandBox;
class RetentionBox;

// Where everything is kept, and how much of it.
class StoragePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit StoragePage(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void restoreDefaults() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    inspector::Inspector &m_inspector;
    CommandBox *m_store;
    QLabel *m_facts;
    RetentionBox *m_retention;
};

} // namespace ui
