// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "inspector/forwarding.h"

#include <limits>
#include <utility>

namespace inspector
{

using namespace std::chrono_literals;

// What senders are told that wait for the target's own answer.

static constexpr qsizetype mostAwaited = 1000; // more than there are connections
// Within it the listener goes by rules that were changed.
static constexpr std::chrono::microseconds rulesTake = 2s;

static http::Response badGateway(const core::Error &error)
{
    http::Response response{.status = 502, .body = error.why.toUtf8() + '\n'};
    response.fields.append(http::Field{"Content-Type", "text/plain; charset=utf-8"});
    return response;
}

void Forwarding::setStore(const QString &id)
{
    m_storeId = id;
    for (const Key &key : m_lanes.keys())
        passOver(key, std::numeric_limits<qint64>::max());
}

// Each lane knows of a row before it is asked whether one that is not down still answers it.
void Forwarding::await(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        if (row.rejection)
            continue;
        bool missed = relayedBefore(row);
        for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
            if (lane.key().first != row.endpoint || !lane->rule.relays)
                continue;
            if (!lane->used || lane->missed > 0) {
                missed = true;
                continue;
            }
            lane->awaited.append(row.id);
            if (lane->awaited.size() > mostAwaited) // The first has long been answered.
                m_brokenOff.remove(lane->awaited.takeFirst());
        }
        if (missed)
            endWait(row.endpoint, row.id);
    }
}

// It may have arrived by rules that have changed since; the listener takes them a moment later.
bool Forwarding::relayedBefore(const capture::Summary &row)
{
    const auto until = m_relayedUntil.constFind(row.endpoint);
    if (until == m_relayedUntil.constEnd())
        return false;
    if (row.receivedAt <= *until)
        return true;
    m_relayedUntil.erase(until);
    return false;
}

// What is under way goes to the sender as it comes. A target that is down keeps its queue, so that
// nobody waits for it, be it for the first of the queue or for one behind. One that breaks off does
// not get the delivery again by itself: only a failure makes the sender send it once more.
void Forwarding::relay(const Key &key, qint64 delivery, const capture::Attempt &attempt)
{
    Lane &lane = m_lanes[key];
    const bool heard = lane.awaited.removeOne(delivery);
    if (attempt.response) {
        m_brokenOff.remove(delivery);
        for (auto other = m_lanes.begin(); other != m_lanes.end(); ++other) {
            if (other.key().first == key.first)
                other->awaited.removeOne(delivery); // Nobody hears what that one says.
        }
        return Q_EMIT answered(delivery, *attempt.response);
    }
    QList<qint64> unanswered{delivery};
    if (lane.missed > 0)
        unanswered += std::exchange(lane.awaited, {});
    else if (heard)
        m_brokenOff.insert(delivery, *attempt.error);
    for (const qint64 one : std::as_const(unanswered))
        endWait(key.first, one);
}

// The queue goes on with that one: what was before it is gone, or goes elsewhere.
void Forwarding::passOver(const Key &key, qint64 next)
{
    QList<qint64> &awaited = m_lanes[key].awaited;
    while (!awaited.isEmpty() && awaited.constFirst() < next)
        endWait(key.first, awaited.takeFirst());
}

bool Forwarding::isAwaited(const QString &endpoint, qint64 delivery) const
{
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lane.key().first == endpoint && lane->used && lane->rule.relays
            && lane->awaited.contains(delivery))
            return true;
    }
    return false;
}

// Of one target; the last one tells the sender. What any of them lost goes before what any keeps.
void Forwarding::endWait(const QString &endpoint, qint64 delivery)
{
    if (isAwaited(endpoint, delivery))
        return;
    const auto lost = m_brokenOff.constFind(delivery);
    if (lost == m_brokenOff.constEnd())
        return Q_EMIT unreached(delivery);
    const http::Response response = badGateway(*lost);
    m_brokenOff.erase(lost);
    Q_EMIT answered(delivery, response);
}

// For lanes that are gone, or relay no more. One that is still busy may answer what it is busy
// with.
void Forwarding::endWaits(const QMap<Key, Lane> &before)
{
    for (auto lane = before.begin(); lane != before.end(); ++lane) {
        if (const auto now = m_lanes.find(lane.key()); now != m_lanes.end()) {
            if (now->rule.relays)
                continue;
            now->awaited.clear();
        }
        if (lane->rule.relays)
            m_relayedUntil.insert(lane.key().first, core::now() + rulesTake.count());
        for (const qint64 delivery : lane->awaited)
            endWait(lane.key().first, delivery);
    }
}

} // namespace inspector
