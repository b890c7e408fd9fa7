// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/forwarding.h"

#include <utility>

namespace inspector
{

// What senders are told that wait for the target's own answer.

static constexpr qsizetype mostAwaited = 1000; // more than there are connections

static http::Response badGateway(const core::Error &error)
{
    http::Response response{.status = 502, .body = error.why.toUtf8() + '\n'};
    response.fields.append(http::Field{"Content-Type", "text/plain; charset=utf-8"});
    return response;
}

void Forwarding::await(const Key &key, const QList<capture::Summary> &rows)
{
    Lane &lane = m_lanes[key];
    if (!lane.rule.relays)
        return;
    for (const capture::Summary &row : rows) {
        if (row.rejection || row.endpoint != key.first)
            continue;
        if (lane.missed == 0)
            lane.awaited.append(row.id);
        else if (!anotherAnswers(key))
            Q_EMIT unreached(row.id);
    }
    if (lane.awaited.size() > mostAwaited) // Those before have long been answered.
        lane.awaited.remove(0, lane.awaited.size() - mostAwaited);
}

// What is under way goes to the sender as it comes. A target that is down keeps its queue, so that
// nobody waits for it, be it for the first of the queue or for one behind. One that breaks off does
// not get the delivery again by itself: only a failure makes the sender send it once more.
void Forwarding::relay(const Key &key, qint64 delivery, const capture::Attempt &attempt)
{
    Lane &lane = m_lanes[key];
    lane.awaited.removeOne(delivery);
    if (attempt.response)
        return Q_EMIT answered(delivery, *attempt.response);
    const bool down = lane.missed > 0;
    const QList<qint64> behind = down ? std::exchange(lane.awaited, {}) : QList<qint64>();
    if (anotherAnswers(key))
        return;
    if (!down)
        return Q_EMIT answered(delivery, badGateway(*attempt.error));
    for (const qint64 waiting : QList<qint64>{delivery} + behind)
        Q_EMIT unreached(waiting);
}

bool Forwarding::anotherAnswers(const Key &key) const
{
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lane.key() != key && lane.key().first == key.first && lane->used && lane->rule.relays
            && lane->missed == 0)
            return true;
    }
    return false;
}

} // namespace inspector
