// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/schedule.h"

#include <algorithm>
#include <cmath>

namespace resend
{

QList<Turn> paced(const QList<qint64> &ids, double perSecond)
{
    const qint64 gap = perSecond > 0 ? std::llround(1'000'000 / perSecond) : 0;
    QList<Turn> turns;
    turns.reserve(ids.size());
    for (const qint64 id : ids)
        turns.append(Turn{id, gap});
    return turns;
}

QList<Turn> pacedAsReceived(const QList<qint64> &ids, const QList<qint64> &arrivals, double speed)
{
    QList<Turn> turns;
    turns.reserve(ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const qint64 gap = i == 0 ? 0 : std::max<qint64>(arrivals[i] - arrivals[i - 1], 0);
        turns.append(Turn{ids[i], std::llround(double(gap) / speed)});
    }
    return turns;
}

Schedule::Schedule(QList<Turn> turns, int atOnce)
    : m_turns(std::move(turns))
    , m_atOnce(std::max(atOnce, 1))
{
}

std::optional<qint64> Schedule::wait(qint64 now) const
{
    if (m_paused || left() == 0 || m_underWay >= m_atOnce)
        return {};
    if (!m_last)
        return 0;
    return std::max<qint64>(*m_last + m_turns[m_begun].gap - now, 0);
}

std::optional<qint64> Schedule::next(qint64 now)
{
    if (wait(now) != std::optional<qint64>(0))
        return {};
    m_last = now;
    ++m_underWay;
    return m_turns[m_begun++].id;
}

void Schedule::end() { --m_underWay; }

qsizetype Schedule::cancelRest()
{
    const qsizetype rest = left();
    m_turns.resize(m_begun);
    return rest;
}

} // namespace resend
