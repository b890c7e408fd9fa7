// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/verdict.h"

namespace signature
{

class Examiner;
struct Scheme;

// Why a freshness is judged as it is.
enum class TimeReason : quint8 { None, Repeated, Text, Expired, NotYet };

struct JudgedTime {
    Freshness freshness = Freshness::NotApplicable;
    TimeReason reason = TimeReason::None;
    std::optional<qint64> ageSeconds;
    std::optional<qint64> ageMicroseconds; // as exact as the timestamp tells
};

// Of a request that was examined; `receivedAt` in microseconds since the epoch.
JudgedTime judgeTime(const Scheme &scheme, Examiner &examiner, qint64 receivedAt);

} // namespace signature
