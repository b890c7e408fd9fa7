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

// A time as the unit has it, in the steps that the unit counts: seconds since the epoch, but
// milliseconds of Milliseconds, SecondsOrMilliseconds (of small numbers seconds are meant) and
// Iso8601 (RFC 3339, also with a space for the T, an offset without its colon, and no offset at all
// for UTC). HttpDate is RFC 9110, 5.6.7, in its one fixed form.
std::optional<qint64> readTime(QByteArrayView text, Unit unit);
qint64 stepsPerSecond(Unit unit);

// Arrival (microseconds since the epoch) in whole seconds minus the signed time; what does not fit
// 64 bits ends at their limit.
qint64 ageInSeconds(qint64 receivedAt, qint64 timestamp);

// The same in whole steps, so many to a second.
qint64 ageInSteps(qint64 receivedAt, qint64 timestamp, qint64 perSecond);

// Of an age in the unit's steps. Whether the limits themselves are outside is the rule's to say: of
// Smile, an age of exactly 300 is stale, of -300 future. Not applicable without a tolerance.
Freshness judgeAge(qint64 age, const TimeRule &rule);

} // namespace signature
