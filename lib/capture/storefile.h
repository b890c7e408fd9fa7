// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace capture
{

// Whether a store is at that name, by the beginning of the file and what is beside it. Not to be
// asked of one that this process has open: to close the file again drops its locks (fcntl(2)).
bool isStore(const QString &file);

} // namespace capture
