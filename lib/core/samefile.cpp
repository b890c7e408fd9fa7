// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/samefile.h"

#include <QFile>

#include <sys/stat.h>

namespace core
{

bool isSameFile(const QString &first, const QString &second)
{
    struct stat one{};
    struct stat other{};
    return ::stat(QFile::encodeName(first).constData(), &one) == 0
        && ::stat(QFile::encodeName(second).constData(), &other) == 0 && one.st_dev == other.st_dev
        && one.st_ino == other.st_ino;
}

} // namespace core
