// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace core
{

// Whether both names lead to one file that is there, through links of either kind as well.
bool isSameFile(const QString &first, const QString &second);

} // namespace core
