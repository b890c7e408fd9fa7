// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/storefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace core
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype headerSize = 100; // SQLite's file format, 1.3

// The descriptors by which this process has that file open.
static QList<int> descriptorsOf(const QString &file)
{
    struct stat wanted{};
    if (::stat(QFile::encodeName(file).constData(), &wanted) != 0)
        return {};
    QList<int> found;
    const QDir all(u"/proc/self/fd"_s, {}, QDir::NoSort, QDir::AllEntries | QDir::System);
    for (const QString &name : all.entryList()) {
        bool number = false;
        const int descriptor = name.toInt(&number);
        struct stat there{};
        if (number && ::fstat(descriptor, &there) == 0 && there.st_dev == wanted.st_dev
            && there.st_ino == wanted.st_ino)
            found.append(descriptor);
    }
    return found;
}

// To open it anew and close it would drop every lock that this process holds on it (fcntl(2)).
static QByteArray headerOf(const QString &file)
{
    QByteArray header(headerSize, '\0');
    const QList<int> descriptors = descriptorsOf(file);
    for (const int descriptor : descriptors) {
        if (::pread(descriptor, header.data(), size_t(headerSize), 0) == headerSize)
            return header;
    }
    QFile device(file);
    return descriptors.isEmpty() && device.open(QIODevice::ReadOnly) ? device.read(headerSize)
                                                                     : QByteArray();
}

static QString placeOf(const QString &file)
{
    const QString place = QFileInfo(file).canonicalFilePath();
    return place.isEmpty() ? file : place;
}

QString storeLockFile(const QString &store) { return placeOf(store) + u".lock"_s; }

// Of a store that is being written, all but an empty first page may still be in its log.
bool isStore(const QString &file)
{
    constexpr qsizetype applicationIdAt = 68;
    if (!QFileInfo(file).isFile())
        return false;
    const QByteArray header = headerOf(file);
    if (header.size() < headerSize || !header.startsWith("SQLite format 3"))
        return false;
    return qFromBigEndian<qint32>(header.constData() + applicationIdAt) == storeApplicationId
        || QFileInfo::exists(storeLockFile(file)) || QFileInfo::exists(placeOf(file) + u"-wal"_s);
}

bool isBesideStore(const QString &file)
{
    const QString place = placeOf(file);
    const QStringList endings{u"-wal"_s, u"-shm"_s, u"-journal"_s, u".lock"_s};
    return std::any_of(endings.begin(), endings.end(), [&place](const QString &ending) {
        return place.endsWith(ending) && isStore(place.chopped(ending.size()));
    });
}

QString besideStoreTrouble()
{
    return QCoreApplication::translate(
        "core", "A Hookglass store needs a file of that name beside it. Choose another name.");
}

} // namespace core
