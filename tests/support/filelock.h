// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support
{

// Whether a lock of this process keeps others from writing to these bytes of a file, asked from
// another process; a length of 0: to its end.
inline bool isLockedForOthers(const QString &file, off_t from = 0, off_t length = 0)
{
    const QByteArray name = QFile::encodeName(file);
    const pid_t other = ::fork();
    if (other == 0) {
        struct flock wanted{};
        wanted.l_type = F_WRLCK;
        wanted.l_whence = SEEK_SET;
        wanted.l_start = from;
        wanted.l_len = length;
        const int opened = ::open(name.constData(), O_RDWR);
        const bool told = opened >= 0 && ::fcntl(opened, F_GETLK, &wanted) == 0;
        ::_exit(told && wanted.l_type != F_UNLCK ? 0 : 1);
    }
    int status = -1;
    ::waitpid(other, &status, 0);
    return status == 0;
}

} // namespace support
