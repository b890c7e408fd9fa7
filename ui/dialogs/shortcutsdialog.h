// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

class QAction;

namespace ui
{

// The keyboard shortcuts, taken from the actions themselves, and what only the window that sends
// again knows; a field narrows them down.
class ShortcutsDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace ui
