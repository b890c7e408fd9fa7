// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/waitingforwards.h"
#include "core/clock.h"
#include "inspector/forwarding.h"
#include "inspector/storethread.h"

#include <QUrl>

#include <algorithm>

namespace inspector
{

using core::Result;

// What waits to be sent on: counted, read, sent elsewhere, dropped.

// At once: no sender is answered meanwhile. The rest follows behind those who came in between.
static constexpr int mostGivenUp = 1000;

struct Forwarding::Count {
    QList<capture::ForwardQueue> queues;
    QList<capture::Attempt> givenUp; // of what waited too long
    qint64 since = 0; // what waits longest was received then; 0: nothing waits
};

void Forwarding::count()
{
    if (!m_count.isActive())
        m_count.start();
}

// What waited too long goes before, whether or not anything is sent on to its target.
void Forwarding::countNow(const Key &then)
{
    m_store.ask(
        &m_context,
        [](capture::Recorder &recorder) -> Result<Count> {
            capture::Store *store = recorder.store();
            if (!store || store->access() != capture::Access::Write)
                return Count();
            const auto givenUp = store->endForwardsBefore(core::now() - longestKept, mostGivenUp);
            if (!givenUp)
                return givenUp.error();
            const auto queues = store->waitingForwards();
            if (!queues || queues->isEmpty())
                return queues ? Result<Count>(Count{.givenUp = *givenUp}) : queues.error();
            const auto oldest = store->oldestForward();
            if (!oldest)
                return oldest.error();
            return Count{.queues = *queues, .givenUp = *givenUp, .since = *oldest};
        },
        [this, then](const Result<Count> &count) {
            if (count) // else the next one tells
                takeCount(*count);
            lookAgain(then, count ? core::Status(core::Done{}) : core::Status(count.error()));
        });
}

void Forwarding::takeCount(const Count &count)
{
    for (const capture::Attempt &attempt : count.givenUp)
        Q_EMIT kept(attempt);
    m_expiry.stop();
    if (count.since != 0) {
        const qint64 left = count.since + longestKept - core::now(); // microseconds
        m_expiry.start(std::chrono::milliseconds(std::max<qint64>(left, 0) / 1000 + 1));
    }
    QList<capture::ForwardQueue> waiting;
    QList<capture::ForwardQueue> stranded;
    for (const capture::ForwardQueue &queue : count.queues)
        (uses({queue.endpoint, queue.target}) ? waiting : stranded).append(queue);
    if (waiting == m_waiting && stranded == m_stranded)
        return;
    m_waiting = waiting;
    m_stranded = stranded;
    Q_EMIT waitingChanged();
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
        [delivery](capture::Recorder &recorder) -> Result<Found> {
            const capture::Store *store = recorder.store();
            if (!store || store->access() != capture::Access::Write)
                return Found();
            return capture::waitingForwards(store->file(), delivery);
        },
        [this, taken](const Result<Found> &found) {
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
