// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/privatefile.h"

#include "core/filetrouble.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace tls
{

using core::Error;
using core::ErrorKind;

static constexpr qint64 sizeLimit = 1024LL * 1024;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

core::Status makePrivateFolder(const QString &folder)
{
    constexpr auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto what = tr("Cannot make the folder %1.").arg(folder);
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return Error{ErrorKind::Environment, what, tr("A file of that name is there.")};
    if (info.isDir()) {
        QFile::setPermissions(folder, mode); // Another user's folder stays as it is.
        return core::Done{};
    }
    QDir parent = info.dir();
    const bool made = parent.mkpath(QStringLiteral("."))
        && (parent.mkdir(info.fileName(), mode) || QFileInfo(folder).isDir());
    if (!made)
        return Error{
            ErrorKind::Environment, what,
            tr("Its parent folder does not exist and cannot be made, or is not writable.")};
    return core::Done{};
}

core::Status writePrivateFile(const QString &file, const QByteArray &bytes)
{
    const auto failed = [&file](const QString &why) {
        return Error{ErrorKind::Environment, tr("Cannot write %1.").arg(file), why + u'.'};
    };
    QTemporaryFile temporary(file + QStringLiteral(".XXXXXX")); // Made with mode 0600.
    if (!temporary.open())
        return failed(temporary.errorString());
    const bool written = temporary.write(bytes) == bytes.size() && temporary.flush();
    if (!written || ::fsync(temporary.handle()) != 0)
        return failed(temporary.errorString());
    const QByteArray from = QFile::encodeName(temporary.fileName());
    if (::rename(from.constData(), QFile::encodeName(file).constData()) != 0)
        return failed(qt_error_string());
    temporary.setAutoRemove(false);
    return core::Done{};
}

void narrowFile(const QString &file)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFile::permissions(file) & others)
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

core::Result<QByteArray> readSmallFile(const QString &file)
{
    const auto failed = [&file](const QString &why) {
        return Error{ErrorKind::Unusable, tr("Cannot read %1.").arg(file), why};
    };
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return failed(core::fileTrouble(device));
    QByteArray bytes = device.read(sizeLimit + 1);
    if (device.error() != QFileDevice::NoError)
        return failed(core::fileTrouble(device));
    if (bytes.size() > sizeLimit)
        return failed(tr("It is larger than 1 MiB; keys and certificates are not."));
    return bytes;
}

} // namespace tls
