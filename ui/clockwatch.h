// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

namespace ui
{

// Notices that this computer's clock and the senders' disagree: four fifths of the last webhooks
// are off by a similar amount. A value; it is fed with what arrives.
class ClockWatch
{
public:
    static constexpr qsizetype watched = 50;
    static constexpr qsizetype agreeing = 40;
    static constexpr qint64 smallest = 60; // seconds; less is what networks and queues do
    static constexpr qint64 similar = 5; // seconds around the middle one

    void take(const QList<capture::Summary> &rows);

    // Seconds that the webhooks' timestamps are behind this clock, negative: ahead of it. Nothing
    // while the clocks agree, or when one webhook is sent again and again.
    std::optional<qint64> offset() const { return m_offset; }

private:
    struct Sight {
        qint64 arrival; // seconds
        qint64 age; // seconds
    };

    std::optional<qint64> commonAge() const;

    QList<Sight> m_sights; // the newest last
    std::optional<qint64> m_offset;
};

} // namespace ui
