// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QtGlobal>

#include <functional>

namespace core
{

// Microseconds since the epoch, UTC. Objects take one so that tests can stop the time.
using Clock = std::function<qint64()>;

// The system's clock.
qint64 now();

// "2026-11-23T10:00:00.123456Z": always six decimals, always UTC.
QString isoTime(qint64 microseconds);

// The inverse of isoTime(); takes 0 to 9 decimals and "Z" or an offset. -1 for anything else.
qint64 fromIsoTime(QStringView text);

} // namespace core
