// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/timestamp.h"

#include <charconv>
#include <limits>

namespace signature
{

std::optional<qint64> readTimestamp(QByteArrayView text)
{
    qint64 seconds = 0;
    const char *end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, seconds);
    if (fault != std::errc() || stop != end)
        return {};
    return seconds;
}

qint64 ageInSeconds(qint64 receivedAt, qint64 timestamp)
{
    constexpr qint64 second = 1'000'000;
    const qint64 rest = receivedAt % second;
    const qint64 arrival = receivedAt / second - (rest < 0 ? 1 : 0);
    qint64 age = 0;
    if (__builtin_sub_overflow(arrival, timestamp, &age)) {
        using Limits = std::numeric_limits<qint64>;
        return timestamp < 0 ? Limits::max() : Limits::min();
    }
    return age;
}

Freshness judgeAge(qint64 ageSeconds, const Scheme &scheme)
{
    if (!scheme.time || !scheme.time->tolerance)
        return Freshness::NotApplicable;
    const qint64 limit = *scheme.time->tolerance - (scheme.time->exclusive ? 1 : 0);
    if (ageSeconds > limit)
        return Freshness::Stale;
    if (ageSeconds < -limit && !scheme.time->pastOnly)
        return Freshness::Future;
    return Freshness::Fresh;
}

} // namespace signature
