// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <optional>

namespace resend
{

// When a failed delivery is tried again: each time twice as late.
struct Backoff {
    std::chrono::milliseconds first{60'000};
    std::chrono::milliseconds longest{4 * 3'600'000};
    std::chrono::milliseconds until{24 * 3'600'000}; // since the first try; none begins later
};

// As Smile does it, as far as that is documented: exponentially, for 24 hours.
constexpr Backoff providerBackoff{};

// How long to wait after so many failed tries, the last of which ended `elapsed` after the first
// began; nothing: it is given up.
std::optional<std::chrono::milliseconds> nextTry(const Backoff &backoff, int failures,
                                                 std::chrono::milliseconds elapsed);

} // namespace resend
