// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/waitingforwards.h"
#include "core/clock.h"
#include "inspector/forwarding.h"
#include "inspector/storethread.h"

#include <QUrl>

namespace inspector
{

// What waits to be sent on: counted, read, sent elsewhere, dropped.

void Forwarding::count()
{
    if (!m_count.isActive())
        m_count.start();
}

bool Forwarding::uses(const Key &key) const
{
    const auto lane = m_lanes.constFind(key);
    return lane != m_lanes.constEnd() && lane->used;
}

// What waited too long goes before, whether or not anything is sent on to its target.
void Forwarding::countNow()
{
    using Queues = QList<capture::ForwardQueue>;
    m_store.ask(
        &m_context,
        [](capture::Recorder &recorder) -> core::Result<Queues> {
            capture::Store *store = recorder.store();
            if (!store || store->access() != capture::Access::Write)
                return Queues();
            const core::Status ended = store->endForwardsBefore(core::now() - longestKept);
            return ended ? store->waitingForwards() : ended.error();
        },
        [this](const core::Result<Queues> &queues) {
            if (!queues)
                return; // The next count tells.
            Queues waiting;
            Queues stranded;
            for (const capture::ForwardQueue &queue : *queues)
                (uses({queue.endpoint, queue.target}) ? waiting : stranded).append(queue);
            if (waiting == m_waiting && stranded == m_stranded)
                return;
            m_waiting = waiting;
            m_stranded = stranded;
            Q_EMIT waitingChanged();
        });
}

ForwardWait Forwarding::waitOf(const capture::WaitingForward &waiting) const
{
    const capture::ForwardTask &task = waiting.task;
    const Lane lane = m_lanes.value({task.endpoint, task.target}, {.used = false});
    return {.target = QUrl(task.target).toString(QUrl::RemoveUserInfo),
            .used = lane.used,
            .first = waiting.first,
            .tries = task.tries,
            .mostTries = lane.rule.retries + 1,
            .nextAt = task.nextAt,
            .why = lane.why};
}

void Forwarding::readWaits(qint64 delivery, const TakenWaits &taken)
{
    using Found = QList<capture::WaitingForward>;
    if (m_waiting.isEmpty() && m_stranded.isEmpty())
        return taken({});
    m_store.ask(
        &m_context,
        [delivery](capture::Recorder &recorder) -> core::Result<Found> {
            const capture::Store *store = recorder.store();
            if (!store || store->access() != capture::Access::Write)
                return Found();
            return capture::waitingForwards(store->file(), delivery);
        },
        [this, taken](const core::Result<Found> &found) {
            QList<ForwardWait> waits;
            for (const capture::WaitingForward &waiting : found ? *found : Found())
                waits.append(waitOf(waiting));
            taken(waits);
        });
}

void Forwarding::redirect(const capture::ForwardQueue &from, const capture::ForwardQueue &to)
{
    change([from, to](capture::Store &store) { return store.redirectForwards(from, to); },
           {to.endpoint, to.target});
}

void Forwarding::drop(const capture::ForwardQueue &queue)
{
    change([queue](capture::Store &store) { return store.dropForwards(queue); }, {});
}

void Forwarding::change(const std::function<core::Status(capture::Store &)> &work, const Key &then)
{
    m_store.ask(
        &m_context,
        [work](capture::Recorder &recorder) -> core::Status {
            return recorder.store() ? work(*recorder.store()) : core::Status(core::Done{});
        },
        [this, then](const core::Status &done) {
            lookAgain(then, done);
            count();
        });
}

} // namespace inspector
