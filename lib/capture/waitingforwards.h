// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/forwardtask.h"
#include "core/result.h"

namespace capture
{

// What is still to be sent on of one delivery, and whether others go to its target before it.
struct WaitingForward {
    ForwardTask task;
    bool first = true;

    bool operator==(const WaitingForward &) const = default;
};

// By another connection to a store that may be written to meanwhile.
core::Result<QList<WaitingForward>> waitingForwards(const QString &file, qint64 delivery);

// How long a delivery waits to be sent on, to whichever target.
struct ForwardAge {
    qint64 delivery = 0;
    qint64 since = 0; // microseconds since the epoch

    bool operator==(const ForwardAge &) const = default;
};

// Those that wait longest, so many at most; by another connection as well.
core::Result<QList<ForwardAge>> oldestForwards(const QString &file, int most);

} // namespace capture
