// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/output.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// Returns 0 or the errno that ended it.
int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written >= 0) {
            bytes = bytes.sliced(written);
            continue;
        }
        if (errno == EAGAIN) {
            // Somebody made the shared descriptor non-blocking: wait until it takes more.
            pollfd waiting{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool isHarmful(QChar c)
{
    const char16_t code = c.unicode();
    const bool bidiControl
        = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || bidiControl;
}

} // namespace

bool writeOut(QByteArrayView bytes)
{
    const int fault = writeAll(STDOUT_FILENO, bytes);
    if (fault == 0)
        return true;
    if (fault != EPIPE)
        say(QCoreApplication::translate("commands", "Cannot write to standard output. %1.")
                .arg(QString::fromLocal8Bit(std::strerror(fault))));
    return false;
}

QByteArray printable(const QString &line)
{
    QString text = line;
    for (QChar &c : text) {
        if (isHarmful(c))
            c = QChar::ReplacementCharacter;
    }
    return text.toUtf8() + '\n';
}

void say(const QString &line) { writeAll(STDERR_FILENO, printable(line)); }

QString counted(qint64 number, const QString &one, const QString &many)
{
    return (number == 1 ? one : many).arg(number);
}

int fail(const core::Error &error)
{
    say(u"hookglass: "_s + core::describe(error));
    return error.kind == core::ErrorKind::Usage ? BadUsage : BadEnvironment;
}

} // namespace commands
