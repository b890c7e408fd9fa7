// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFileDevice>

namespace core
{

// A sentence: why the file could not be opened, read or written, after one of these said so.
QString fileTrouble(const QFileDevice &file);

} // namespace core
