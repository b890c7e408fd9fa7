// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/unwritten.h"

#include <algorithm>

namespace inspector
{

// As much as a slice of verdicts takes: with less, what is repeated would only fail again.
constexpr qint64 room = 512 * 1024;

namespace
{

struct Changed {
    core::Status status;
    bool writable = false; // as the store was opened
};

struct Tried {
    bool writable = false;
    bool refuses = false; // what was received and needs more room
};

} // namespace

Unwritten::Unwritten(StoreThread &thread)
    : m_thread(thread)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(shortest);
    connect(&m_timer, &QTimer::timeout, this, &Unwritten::tryNow);
}

core::Error Unwritten::named(const core::Error &error, const QString &trouble, bool repeats)
{
    if (trouble.isEmpty() || error.kind == core::ErrorKind::Damaged)
        return error;
    const QString why = error.why.isEmpty() ? error.what : error.why;
    return {error.kind, trouble, repeats ? tr("%1 It is tried again by itself.").arg(why) : why};
}

void Unwritten::change(const Change &change)
{
    drop(change.key);
    m_thread.ask(
        this,
        [work = change.work, id = m_store](capture::Recorder &recorder) -> Changed {
            capture::Store *store = recorder.store();
            if (!store)
                return {.status = core::Error{.what = tr("No store is open."), .why = {}}};
            if (!id.isEmpty() && store->id() != id)
                return {.status = core::Error{.what = tr("Another store was opened."), .why = {}}};
            return {.status = work(*store), .writable = store->access() == capture::Access::Write};
        },
        [this, change, generation = m_generation](const Changed &outcome) {
            if (outcome.status) {
                if (generation == m_generation)
                    drop(change.key);
                return change.done();
            }
            const core::Error &error = outcome.status.error();
            const bool waits = outcome.writable && error.kind != core::ErrorKind::Damaged
                && generation == m_generation;
            const bool kept = waits && change.repeats;
            if (kept)
                keep(change.key, [this, change] { this->change(change); });
            else if (waits)
                wait();
            if (change.notDone)
                change.notDone(kept);
            Q_EMIT failed(named(error, change.trouble, kept));
        });
}

void Unwritten::drop(const QString &key)
{
    if (!key.isEmpty())
        m_kept.removeIf([&key](const Kept &kept) { return kept.key == key; });
}

void Unwritten::keep(const QString &key, const std::function<void()> &again)
{
    drop(key);
    m_kept.append({key, again});
    wait();
}

void Unwritten::wait()
{
    m_waiting = true;
    if (!m_timer.isActive() && !m_trying)
        m_timer.start();
}

void Unwritten::setStore(const QString &id)
{
    if (id == m_store)
        return;
    m_store = id;
    ++m_generation;
    m_kept.clear();
    m_notes.clear();
    m_waiting = false;
    m_trying = false;
    m_timer.setInterval(shortest);
    m_timer.stop();
}

std::optional<QString> Unwritten::note(qint64 id) const
{
    const auto found = m_notes.constFind(id);
    return found == m_notes.constEnd() ? std::nullopt : std::optional(*found);
}

// The pause gets longer each time, since what fails while there is room may fail for ever.
void Unwritten::tryNow()
{
    if (!m_waiting || m_trying)
        return;
    m_trying = true;
    m_timer.stop();
    m_timer.setInterval(std::min(longest, m_timer.intervalAsDuration() * 2));
    m_thread.ask(
        this,
        [id = m_store](capture::Recorder &recorder) -> Tried {
            capture::Store *store = recorder.store();
            if (!store || store->id() != id || !store->tryWriting(room))
                return {};
            Tried tried{.writable = true};
            const auto heard = connect(&recorder, &capture::Recorder::storeFailed, &recorder,
                                       [&tried] { tried.refuses = true; });
            recorder.tryAgain();
            disconnect(heard);
            return tried;
        },
        [this, generation = m_generation](const Tried &tried) {
            if (generation != m_generation)
                return;
            m_trying = false;
            if (tried.writable)
                repeat(tried.refuses);
            else
                wait();
        });
}

void Unwritten::repeat(bool refuses)
{
    m_waiting = false;
    const QList<Kept> kept = std::exchange(m_kept, {});
    if (kept.isEmpty()) // Only the store's word was waited for.
        m_timer.setInterval(shortest);
    if (!refuses)
        Q_EMIT recovered();
    for (const Kept &each : kept)
        each.again();
}

} // namespace inspector
