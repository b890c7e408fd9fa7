// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/filetrouble.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace core
{

// Qt has two wordings for a folder, one of them for programmers.
QString fileTrouble(const QFileDevice &file)
{
    if (!file.fileName().isEmpty() && QFileInfo(file.fileName()).isDir())
        return QCoreApplication::translate("core::FileTrouble", "It is a folder.");
    return file.errorString() + u'.';
}

} // namespace core
