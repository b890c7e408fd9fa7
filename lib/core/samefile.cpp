// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/samefile.h"

#include <QFileInfo>

namespace core
{

bool isSameFile(const QString &first, const QString &second)
{
    const QString place = QFileInfo(first).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(second).canonicalFilePath();
}

} // namespace core
