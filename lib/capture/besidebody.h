// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

namespace capture
{

// What tells deliveries of one body apart where the sender gave them no id; 0: nothing does, and
// within the time for retries they are taken for one. The body of a ping is the same each time: its
// signature tells, so that only a replayed one was there before, or else the time when it came.
inline quint64 besideBody(const Summary &row)
{
    if (row.topic != QLatin1StringView("ping"))
        return 0;
    return row.prints.signature != 0 ? row.prints.signature : quint64(row.receivedAt);
}

} // namespace capture
