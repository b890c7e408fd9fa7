// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

#include <optional>

namespace resend
{

// One of many that go out, in order.
struct Turn {
    qint64 id = 0; // the delivery's
    qint64 gap = 0; // microseconds that pass at least since the one before began
};

QList<Turn> paced(const QList<qint64> &ids, double perSecond); // 0: as fast as they go
// As they had arrived, `speed` times as fast; `arrivals` in microseconds, one for each id.
QList<Turn> pacedAsReceived(const QList<qint64> &ids, const QList<qint64> &arrivals, double speed);

// When which of many goes out: in order, not too fast, not too many at once. Knows no clock; times
// are microseconds of any that only goes forward.
class Schedule
{
public:
    Schedule() = default;
    Schedule(QList<Turn> turns, int atOnce);

    // The one to be started now, if one may be; it counts as begun.
    std::optional<qint64> next(qint64 now);
    // How long until next() may give one; nothing: not before one ends, or is resumed, or at all.
    std::optional<qint64> wait(qint64 now) const;

    void end(); // one that had begun is over
    void setPaused(bool paused) { m_paused = paused; }
    bool paused() const { return m_paused; }
    qsizetype cancelRest(); // those that have not begun never will; how many they are

    qsizetype left() const { return m_turns.size() - m_begun; } // not begun
    qsizetype underWay() const { return m_underWay; }
    bool isOver() const { return left() == 0 && m_underWay == 0; }

private:
    QList<Turn> m_turns;
    qsizetype m_begun = 0;
    qsizetype m_underWay = 0;
    int m_atOnce = 1;
    bool m_paused = false;
    std::optional<qint64> m_last; // when the latest one began
};

} // namespace resend
