// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/backoff.h"

#include <algorithm>

namespace resend
{

std::optional<std::chrono::milliseconds> nextTry(const Backoff &backoff, int failures,
                                                 std::chrono::milliseconds elapsed)
{
    std::chrono::milliseconds wait = backoff.first;
    for (int i = 1; i < failures && wait < backoff.longest; ++i)
        wait *= 2;
    wait = std::min(wait, backoff.longest);
    if (elapsed + wait > backoff.until)
        return {};
    return wait;
}

} // namespace resend
