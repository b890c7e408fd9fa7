// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/clockwatch.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr qint64 farthest = 1'000'000'000'000; // seconds; sums of two still fit
constexpr qint64 burst = 3; // seconds in which nothing can be told from the pace of timestamps

template <typename Value> qint64 span(const QList<Value> &sights, qint64 (*of)(const Value &))
{
    const auto [low, high]
        = std::minmax_element(sights.begin(), sights.end(),
                              [of](const Value &a, const Value &b) { return of(a) < of(b); });
    return of(*high) - of(*low);
}

} // namespace

void ClockWatch::take(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        if (!row.rejection && !row.test && row.ageSeconds)
            m_sights.append(
                {row.receivedAt / 1'000'000, std::clamp(*row.ageSeconds, -farthest, farthest)});
    }
    if (m_sights.size() > watched)
        m_sights.remove(0, m_sights.size() - watched);
    m_offset = m_sights.size() < agreeing ? std::optional<qint64>() : commonAge();
}

std::optional<qint64> ClockWatch::commonAge() const
{
    QList<Sight> sights = m_sights;
    const auto middle = sights.begin() + sights.size() / 2;
    std::nth_element(sights.begin(), middle, sights.end(),
                     [](const Sight &a, const Sight &b) { return a.age < b.age; });
    const qint64 age = middle->age;
    if (age > -smallest && age < smallest)
        return {};
    sights.removeIf([age](const Sight &sight) {
        return sight.age < age - similar || sight.age > age + similar;
    });
    if (sights.size() < agreeing)
        return {};
    // Timestamps that stand still while time goes on are of one old webhook.
    const qint64 arrivals = span<Sight>(sights, [](const Sight &s) { return s.arrival; });
    const qint64 signings = span<Sight>(sights, [](const Sight &s) { return s.arrival - s.age; });
    if (arrivals > burst && signings < arrivals / 2)
        return {};
    return age;
}

} // namespace ui
