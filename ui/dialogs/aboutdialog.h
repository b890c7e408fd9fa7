// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

namespace ui
{

// What this program is, and the licences of what is linked or compiled into it.
class AboutDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace ui
