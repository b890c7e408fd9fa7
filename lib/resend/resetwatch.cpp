// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resetwatch.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace resend
{

#ifdef Q_OS_UNIX

void ResetWatch::hold(qintptr descriptor)
{
    release();
    if (descriptor >= 0)
        m_descriptor = ::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
}

void ResetWatch::release()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

// What was closed still has a peer, until this end closes as well; what was reset has none.
bool ResetWatch::wasReset() const
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return m_descriptor >= 0
        && ::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0
        && (errno == ENOTCONN || errno == EINVAL);
}

#else

void ResetWatch::hold(qintptr) { }

void ResetWatch::release() { }

bool ResetWatch::wasReset() const { return false; }

#endif

} // namespace resend
