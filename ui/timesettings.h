// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace ui
{

// The desktop's own program for date and time, and its arguments; empty when none is installed.
QStringList timeSettingsCommand();

} // namespace ui
