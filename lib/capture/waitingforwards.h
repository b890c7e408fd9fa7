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

} // namespace capture
