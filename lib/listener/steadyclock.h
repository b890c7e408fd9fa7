// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDeadlineTimer>

namespace listener
{

// Time that never jumps, from some start: for what lasts, never for dates.
inline qint64 steadyNanoseconds() { return QDeadlineTimer::current().deadlineNSecs(); }

inline qint64 steadyMilliseconds() { return QDeadlineTimer::current().deadline(); }

} // namespace listener
