// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

namespace models
{

// The table's words for what a row says; never colours or icons.
QString signatureText(const capture::Summary &row);
QString freshnessText(const capture::Summary &row); // "Fresh · 0.8 s"
QString summaryText(const capture::Summary &row); // "rui.costa@example.pt · 240 pts"

// "Verified", "No secret"; the same words in the table, the chips and the details.
QString signatureWord(signature::Signature signature);
QString freshnessWord(signature::Freshness freshness);

// "45 s", "14 min", "3 h", "12 days"; whole units, cut, never rounded up. Without a sign.
QString spanText(qint64 seconds);

// The same, but to the second below ten minutes, where nearly all limits lie: "305 s", "14 min".
constexpr qint64 exactBelow = 600; // in seconds
QString exactSpan(qint64 seconds);

// The age of a webhook with a timestamp of whole seconds, that arrived at a time in microseconds:
// as exactSpan(), and under a minute with its tenth of a second, cut as well. Without a sign.
QString ageSpan(qint64 seconds, qint64 receivedAt);

enum class TimeForm {
    Clock, // local, "14:32:15.977"
    Utc,
    SinceFirst, // "+12.034 s"
    SincePrevious,
};

// `reference` is the first or the previous row's time, where the form asks for one.
QString timeText(qint64 microseconds, TimeForm form, qint64 reference = 0);
QString fullTimeText(qint64 microseconds); // ISO 8601, local, with its offset

QString latencyText(qint64 microseconds); // "812 µs", "3.1 ms", "2.4 s"; empty for -1

// Why a sender got no answer, by capture::Answer::source: "closed without an answer".
QString noAnswerText(QStringView source);

// Smile documents what it sends; anything else deserves a second look.
bool documentedTopic(QStringView topic);

} // namespace models
