// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rules.h"

#include <QString>

namespace ui
{

// A rule with the time that it is to run from when it is taken over, in minutes; 0: for good.
struct TimedRule {
    capture::AnswerRule rule;
    int minutes = 0;
    bool on = true;
    int offered = -1; // the minutes before anybody changed them; -1: it is new
};

// "customer/*, the first 2 of each event: 503, for 10 min". Times are microseconds since the epoch.
QString describe(const TimedRule &rule, qint64 now);

// What becomes of its time, a sentence.
QString timeSentence(const TimedRule &rule, qint64 now);

} // namespace ui
