// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/forwarding.h"
#include "inspector/storethread.h"

#include <limits>
#include <utility>

namespace inspector
{

// Which targets there are: one lane each, woken by what comes and freed when it has been settled.

// The listener goes by the first target that is relayed, whichever answers.
static std::chrono::milliseconds patienceOf(const QList<capture::ForwardRule> &rules)
{
    for (const capture::ForwardRule &rule : rules) {
        if (rule.enabled && rule.relays)
            return std::chrono::milliseconds(rule.relayMilliseconds);
    }
    return {};
}

static bool trustedOtherwise(const capture::ForwardRule &then, const capture::ForwardRule &now)
{
    return then.authorityFile != now.authorityFile || then.pin != now.pin
        || then.checkCertificate != now.checkCertificate;
}

void Forwarding::setEndpoints(const QList<capture::Endpoint> &endpoints)
{
    QMap<Key, Lane> lanes;
    QHash<QString, QStringList> targets;
    QStringList over; // what was told of them holds no more
    for (const capture::Endpoint &endpoint : endpoints) {
        const auto patience = patienceOf(endpoint.rules.forwards);
        for (const capture::ForwardRule &rule : endpoint.rules.forwards) {
            const Key key(endpoint.path, rule.target);
            if (!endpoint.enabled || !rule.enabled || lanes.contains(key))
                continue;
            Lane lane = m_lanes.value(key);
            if (lane.trouble != Trouble::None && trustedOtherwise(lane.rule, rule)) {
                lane.trouble = Trouble::None; // what is still in the way is told anew
                over.append(rule.target);
            }
            lane.rule = rule;
            lane.used = true;
            lane.patience = patience;
            if (!lane.timer) {
                lane.timer = std::make_shared<QTimer>();
                lane.timer->setSingleShot(true);
                connect(lane.timer.get(), &QTimer::timeout, this, [this, key] { look(key); });
            }
            lanes.insert(key, lane);
            targets[endpoint.path].append(rule.target);
        }
    }
    for (auto lane = m_lanes.begin(); lane != m_lanes.end(); ++lane) {
        if (lanes.contains(lane.key()))
            continue;
        if (std::exchange(lane->trouble, Trouble::None) != Trouble::None)
            over.append(lane.key().second); // nothing goes there any more
        lane->used = false;
        lane->timer->stop();
        if (lane->busy)
            lanes.insert(lane.key(), *lane);
    }
    endWaits(std::exchange(m_lanes, lanes));
    for (const QString &target : std::as_const(over))
        Q_EMIT recovered(target);
    capture::Recorder *recorder = &m_store.recorder();
    QMetaObject::invokeMethod(
        recorder, [recorder, targets] { recorder->setForwards(targets); }, Qt::QueuedConnection);
    for (const Key &key : m_lanes.keys())
        look(key);
    count();
}

void Forwarding::wake(const QList<capture::Summary> &rows)
{
    if (m_lanes.isEmpty() && m_relayedUntil.isEmpty())
        return;
    QStringList paths;
    for (const capture::Summary &row : rows) {
        if (!row.rejection && !paths.contains(row.endpoint))
            paths.append(row.endpoint);
    }
    await(rows);
    for (const Key &key : m_lanes.keys()) {
        if (paths.contains(key.first)) {
            look(key);
            count();
        }
    }
}

bool Forwarding::uses(const Key &key) const
{
    const auto lane = m_lanes.constFind(key);
    return lane != m_lanes.constEnd() && lane->used;
}

void Forwarding::free(const Key &key)
{
    const auto lane = m_lanes.find(key);
    if (lane == m_lanes.end())
        return;
    lane->busy = false;
    const bool again = lane->again;
    if (!lane->used) {
        passOver(key, std::numeric_limits<qint64>::max());
        m_lanes.erase(lane);
    }
    if (!m_waiting.isEmpty() || !m_stranded.isEmpty())
        count();
    if (again)
        look(key);
}

} // namespace inspector
