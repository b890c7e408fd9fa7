// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/forwarding.h"

#include "core/clock.h"
#include "inspector/netclient.h"
#include "inspector/storethread.h"
#include "resend/backoff.h"
#include "resend/rewrite.h"
#include "resend/targettrust.h"

#include <QThread>

#include <limits>

namespace inspector
{

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using core::ErrorKind;
using core::Result;
using core::Status;

// Of a target that is down: it is meant to be back soon.
static constexpr resend::Backoff untilReached{.first = 500ms, .longest = 10s, .until = 24h};
static constexpr resend::Backoff untilTaken{.first = 1s, .longest = 1h, .until = 24h};

static bool reached(const capture::Attempt &attempt)
{
    const bool secure = attempt.target.startsWith("https:"_L1);
    return attempt.response || (attempt.times.connect >= 0 && (!secure || attempt.times.tls >= 0));
}

static bool taken(const capture::Attempt &attempt)
{
    return attempt.response && attempt.response->status / 100 == 2;
}

static QString whyNot(const capture::Attempt &attempt)
{
    return attempt.response ? Forwarding::tr("It answered %1.").arg(attempt.response->status)
                            : attempt.error->why;
}

Forwarding::Forwarding(StoreThread &store, QThread &net, QObject &context)
    : m_store(store)
    , m_net(net)
    , m_context(context)
{
    m_count.setSingleShot(true);
    m_count.setInterval(250ms);
    connect(&m_count, &QTimer::timeout, this, [this] { countNow({}); });
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, [this] { countNow({}); });
}

void Forwarding::look(const Key &key)
{
    const auto lane = m_lanes.find(key);
    if (lane == m_lanes.end() || !lane->used)
        return;
    if (lane->busy) {
        lane->again = true;
        return;
    }
    lane->busy = true;
    lane->again = false;
    lane->timer->stop();
    m_store.ask(
        &m_context,
        [key](capture::Recorder &recorder) -> Result<std::optional<Work>> {
            const capture::Store *store = recorder.store();
            // Of one that is only read nobody could note what was sent on.
            if (!store || store->access() != capture::Access::Write)
                return std::optional<Work>();
            const auto task = store->nextForward(key.first, key.second);
            if (!task)
                return task.error();
            if (!*task)
                return std::optional<Work>();
            const auto record = store->record((*task)->delivery);
            if (!record)
                return record.error();
            return std::optional(
                Work{**task, *record ? (*record)->delivery : nullptr, store->id()});
        },
        [this, key](const Result<std::optional<Work>> &found) { take(key, found); });
}

void Forwarding::take(const Key &key, const Result<std::optional<Work>> &found)
{
    const auto lane = m_lanes.find(key);
    if (lane == m_lanes.end())
        return;
    if (found)
        passOver(key, *found ? (*found)->task.delivery : std::numeric_limits<qint64>::max());
    if (!found || !*found || !lane->used)
        return free(key);
    const Work &work = **found;
    const qint64 now = core::now();
    if (now - work.task.since > longestKept) {
        free(key);
        return countNow(key);
    }
    if (!work.delivery) {
        free(key);
        return change([id = work.task.id](capture::Store &store) { return store.endForward(id); },
                      key);
    }
    if (work.task.nextAt > now) {
        lane->timer->start(std::chrono::milliseconds((work.task.nextAt - now) / 1000 + 1));
        lane->again = false;
        return free(key);
    }
    send(key, work);
}

// The bytes of the body, and of the head all but Host and path, are those that were received.
void Forwarding::send(const Key &key, const Work &work)
{
    const capture::ForwardRule &rule = m_lanes[key].rule;
    const QUrl url(rule.target);
    resend::Order order{.target = url,
                        .request = resend::addressed(work.delivery->request, url),
                        .authorityFile = rule.authorityFile,
                        .pin = rule.pin,
                        .checkCertificate = rule.checkCertificate,
                        .delivery = work.task.delivery,
                        .signing = u"as-received"_s,
                        .source = u"forward"_s};
    sendOn(m_net, order, this,
           [this, key, work](const capture::Attempt &attempt) { settle(key, work, attempt); });
}

void Forwarding::settle(const Key &key, const Work &work, const capture::Attempt &attempt)
{
    const auto lane = m_lanes.find(key);
    if (lane == m_lanes.end())
        return;
    const capture::ForwardTask &task = work.task;
    const bool there = reached(attempt);
    const std::chrono::microseconds age(core::now() - task.since);
    const bool relays = lane->rule.relays && work.store == m_storeId;
    const bool heard = relays && age < lane->patience && lane->awaited.contains(task.delivery);
    if (lane->used)
        tell(*lane, attempt, heard);
    lane->missed = there ? 0 : lane->missed + 1;
    if (relays)
        relay(key, task.delivery, attempt);
    lane->why = taken(attempt) ? QString() : whyNot(attempt);
    Work later = work;
    capture::ForwardTask &next = later.task;
    next.nextAt = 0; // over
    // Who heard the target's own answer knows how it went, and sends it again by itself.
    const bool tried = there && (heard || task.tries >= lane->rule.retries);
    if (!taken(attempt) && !tried) {
        const auto elapsed = std::chrono::milliseconds((core::now() - task.since) / 1000);
        next.tries = task.tries + 1;
        const auto wait = resend::nextTry(there ? untilTaken : untilReached,
                                          there ? next.tries : lane->missed, elapsed);
        if (wait)
            next.nextAt = core::now() + wait->count() * 1000;
        // Waiting for a target is no try of the rule's.
        if (!there)
            next.tries = task.tries;
    }
    keep(key, later, attempt);
}

// A file that cannot be used keeps the target out of reach, whether it is there or not.
static bool trustable(const capture::ForwardRule &rule)
{
    return !rule.target.startsWith("https:"_L1, Qt::CaseInsensitive)
        || resend::clientConfiguration({.authorityFile = rule.authorityFile,
                                        .pin = rule.pin,
                                        .checkCertificate = rule.checkCertificate});
}

// What its sender heard the row tells as well.
void Forwarding::tell(Lane &lane, const capture::Attempt &attempt, bool heard)
{
    const QString &target = lane.rule.target;
    const bool well = taken(attempt) || (heard && attempt.response);
    const Trouble trouble = well ? Trouble::None
        : reached(attempt)       ? Trouble::Refusing
                                 : Trouble::Unreached;
    if (trouble == std::exchange(lane.trouble, trouble))
        return;
    if (trouble == Trouble::None)
        return Q_EMIT recovered(target);
    if (trouble == Trouble::Unreached) {
        const bool hopeless = !trustable(lane.rule);
        Q_EMIT failed(
            target,
            {.kind = hopeless ? ErrorKind::Unusable : ErrorKind::Environment,
             .what = tr("Webhooks wait to be sent on to %1.").arg(target),
             .why = attempt.error->why + u' '
                 + (hopeless ? tr("They go out in their order once the target's authority is set "
                                  "to a file that can be used.")
                             : tr("They go out in their order once it is back."))});
        return;
    }
    Q_EMIT failed(target,
                  {.what = tr("%1 did not take a webhook.").arg(target),
                   .why = whyNot(attempt) + u' '
                       + (lane.rule.retries > 0 ? tr("It gets it again, each time later.")
                                                : tr("It does not get it again."))});
}

// A target that is down is asked often; one attempt tells as much as a hundred.
void Forwarding::keep(const Key &key, const Work &work, const capture::Attempt &attempt)
{
    const capture::ForwardTask &task = work.task;
    const bool tells = task.nextAt == 0 || reached(attempt);
    m_store.ask(
        &m_context,
        [task, attempt, tells, id = work.store](capture::Recorder &recorder) -> Result<qint64> {
            capture::Store *store = recorder.store();
            if (!store || store->id() != id)
                return 0;
            const auto kept
                = tells ? store->append(QList<capture::Attempt>{attempt}) : QList<qint64>();
            if (!kept)
                return kept.error();
            const Status done = task.nextAt == 0
                ? store->endForward(task.id)
                : store->postponeForward(task.id, task.tries, task.nextAt);
            return done ? Result<qint64>(kept->value(0)) : done.error();
        },
        [this, key, attempt](const Result<qint64> &id) {
            if (id && *id != 0) {
                capture::Attempt stored = attempt;
                stored.id = *id;
                Q_EMIT kept(stored);
            }
            const Status done = id ? Status(core::Done{}) : Status(id.error());
            if (const auto lane = m_lanes.find(key); lane != m_lanes.end())
                lane->again = lane->again && done;
            free(key);
            lookAgain(key, done);
        });
}

// A store that cannot be written says the same of the same one again, so that takes a while.
void Forwarding::lookAgain(const Key &key, const Status &done)
{
    if (done)
        return look(key);
    if (const auto lane = m_lanes.find(key); lane != m_lanes.end() && !lane->busy)
        lane->timer->start(untilReached.longest);
}

} // namespace inspector
