// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"
#include "signature/verdict.h"

#include <QByteArrayView>

#include <optional>

namespace signature
{

// Seconds since the epoch: an optional minus and decimal digits that fit 64 bits, nothing else.
std::optional<qint64> readTimestamp(QByteArrayView text);

// Arrival (microseconds since the epoch) in whole seconds minus the signed time; what does not fit
// 64 bits ends at their limit.
qint64 ageInSeconds(qint64 receivedAt, qint64 timestamp);

// Whether the limits themselves are outside is the scheme's to say: of Smile, an age of exactly
// 300 is stale, of -300 future. Not applicable without a tolerance.
Freshness judgeAge(qint64 ageSeconds, const Scheme &scheme);

} // namespace signature
