// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "capture/summary.h"
#include "core/result.h"

#include <QHash>
#include <QSet>

namespace capture
{

class Store;

// For how long a sender is taken to try one delivery again: Smile's limit. In microseconds.
constexpr qint64 longestRetrying = 24LL * 3600 * 1'000'000;

// Whether two deliveries of one body, with no id of the sender's that tells them apart, are taken
// for one. The times in either order: imported rows have those of their files.
constexpr bool withinRetrying(qint64 first, qint64 later)
{
    return later - first <= longestRetrying && first - later <= longestRetrying;
}

// Whether the sender's id tells this row's delivery apart; one that is cut does not.
bool hasWholeEventId(const Summary &row);

// Which deliveries of a store were there before: with the same id of the sender's at the same
// endpoint, or, without an id, with the same body within the time for retries; or, however late,
// with the same signature as well. What an import brings again is a copy, and no repetition; only
// what one import has twice, at different times, is one. For filters that a record alone cannot
// answer.
class Repeats
{
public:
    static core::Result<Repeats> read(const Store &store); // all of its rows

    void add(const Summary &row); // by ascending ids
    void know(qint64 id, bool replayed); // what somebody else found out
    void tell(Record &record) const; // sets what is known of it

private:
    QHash<size_t, qint64> m_firsts; // by group: when the first one arrived
    QHash<size_t, qint64> m_signatures; // of a group: the import of each one's first; 0: none
    QSet<size_t> m_arrivals; // of a group, each time
    QHash<qint64, bool> m_repeated; // by id; true: with a signature that was there
};

} // namespace capture
