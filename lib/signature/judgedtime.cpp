// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/judgedtime.h"

#include "signature/examiner.h"
#include "signature/timestamp.h"

namespace signature
{

namespace
{

JudgedTime judgeClaimed(const Scheme &scheme, Examiner &examiner, qint64 receivedAt)
{
    using State = JwsTime::State;
    const JwsTime time = judgeClaims(scheme.jws, examiner.values(), receivedAt);
    JudgedTime judged{.ageSeconds = time.ageSeconds};
    switch (time.state) {
    case State::None:
        break;
    case State::Fresh:
        judged.freshness = Freshness::Fresh;
        break;
    case State::Expired:
        judged.freshness = Freshness::Stale;
        judged.reason = TimeReason::Expired;
        break;
    case State::TooOld:
        judged.freshness = Freshness::Stale;
        break;
    case State::NotYet:
        judged.freshness = Freshness::Future;
        judged.reason = TimeReason::NotYet;
        break;
    case State::TooEarly:
        judged.freshness = Freshness::Future;
        break;
    case State::Missing:
        judged.freshness = Freshness::Missing;
        break;
    case State::Malformed:
        judged.freshness = Freshness::Malformed;
        judged.reason = TimeReason::Text;
        break;
    }
    return judged;
}

} // namespace

JudgedTime judgeTime(const Scheme &scheme, Examiner &examiner, qint64 receivedAt)
{
    if (scheme.type == Type::Jws)
        return judgeClaimed(scheme, examiner, receivedAt);
    if (!scheme.time)
        return {};
    const TimeRule &rule = *scheme.time;
    const Value value = examiner.timestamp();
    if (value.state == Value::State::Absent)
        return {.freshness = Freshness::Missing};
    const auto time = value.isFound() ? readTime(value.text, rule.unit) : std::nullopt;
    if (!time) {
        // Whoever sets no limit has no say in how the time is written.
        const bool judged = rule.tolerance || !value.isFound();
        return {.freshness = judged ? Freshness::Malformed : Freshness::NotApplicable,
                .reason = value.isFound() ? TimeReason::Text : TimeReason::Repeated};
    }
    const qint64 perSecond = stepsPerSecond(rule.unit);
    const qint64 age = ageInSteps(receivedAt, *time, perSecond);
    JudgedTime judged{.freshness = judgeAge(age, rule)};
    judged.ageSeconds = age / perSecond - (age % perSecond < 0 ? 1 : 0);
    qint64 signedAt = 0;
    qint64 exact = 0;
    if (!__builtin_mul_overflow(*time, 1'000'000 / perSecond, &signedAt)
        && !__builtin_sub_overflow(receivedAt, signedAt, &exact))
        judged.ageMicroseconds = exact;
    return judged;
}

} // namespace signature
