// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/storelock.h"

#include "capture/filehold.h"
#include "core/storefile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace capture
{

constexpr int noteLimit = 256;

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

StoreLock::StoreLock(int descriptor)
    : m_descriptor(descriptor)
{
}

StoreLock::StoreLock(StoreLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

StoreLock &StoreLock::operator=(StoreLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

StoreLock::~StoreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QString StoreLock::fileOf(const QString &storeFile) { return core::storeLockFile(storeFile); }

core::Result<StoreLock> StoreLock::take(const QString &storeFile)
{
    const QByteArray path = QFile::encodeName(fileOf(storeFile));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        if (errno == EROFS || errno == EACCES || errno == EPERM)
            return core::Error{core::ErrorKind::Forbidden, tr("Cannot open %1.").arg(storeFile),
                               tr("Its folder may not be written.")};
        return core::Error{.what = tr("Cannot open %1.").arg(storeFile),
                           .why = tr("Its lock file cannot be written: %1.")
                                      .arg(QString::fromLocal8Bit(std::strerror(errno)))};
    }
    StoreLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return inUse(storeFile);
    return lock;
}

QByteArray StoreLock::note(const QString &storeFile)
{
    QFile file(fileOf(storeFile));
    return file.open(QIODevice::ReadOnly) ? file.read(noteLimit) : QByteArray();
}

void StoreLock::setNote(const QByteArray &note)
{
    // A lost note only costs one more check of the file at the next start.
    if (::ftruncate(m_descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(m_descriptor, note.constData(), size_t(note.size()), 0);
}

} // namespace capture
