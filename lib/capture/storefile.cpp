// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/storefile.h"

#include "capture/schema.h"
#include "capture/storelock.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

// Of a store that is being written, all but an empty first page may still be in its log.
bool isStore(const QString &file)
{
    constexpr qsizetype headerSize = 100; // SQLite's file format, 1.3
    constexpr qsizetype applicationIdAt = 68;
    if (!QFileInfo(file).isFile())
        return false;
    QFile device(file);
    const QByteArray header
        = device.open(QIODevice::ReadOnly) ? device.read(headerSize) : QByteArray();
    if (header.size() < headerSize || !header.startsWith("SQLite format 3"))
        return false;
    return qFromBigEndian<qint32>(header.constData() + applicationIdAt) == applicationId
        || QFileInfo::exists(StoreLock::fileOf(file));
}

} // namespace capture
