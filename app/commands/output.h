// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArrayView>

namespace commands
{

// What the process tells its caller.
enum ExitStatus { Done = 0, SaidNo = 1, BadUsage = 2, BadEnvironment = 3 };

// Data, to stdout, whole and at once. False when it cannot be written: end with BadEnvironment
// then. Why is said here, but for a reader that has gone away.
[[nodiscard]] bool writeOut(QByteArrayView bytes);

// A line for people, to stderr. Control characters, which would speak to the terminal, are
// replaced.
void say(const QString &line);

// The same for a file of results that people read: one line with its line feed, as UTF-8.
QByteArray printable(const QString &line);

// "1 line", "2 lines", by the words for one and for any other number, each with %1 for the number.
QString counted(qint64 number, const QString &one, const QString &many);

// Says the error and returns its exit status.
int fail(const core::Error &error);

} // namespace commands
