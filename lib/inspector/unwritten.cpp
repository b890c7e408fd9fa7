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
    connect(&m_timer, &QTimer::timeout, this, &Unwritten::tryAgain);
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
    forget(change.key);
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
            const bool same = generation == m_generation;
            if (!outcome.status)
                return takeFailure(change, outcome.status.error(), outcome.writable && same);
            change.done();
            if (same)
                written(change.key);
        });
}

void Unwritten::takeFailure(const Change &change, const core::Error &error, bool waits)
{
    const bool mayWait = waits && error.kind != core::ErrorKind::Damaged;
    const bool kept = mayWait && change.repeats;
    if (change.notDone)
        change.notDone(kept);
    const core::Error told = named(error, change.trouble, kept);
    if (kept)
        return keep(change.key, [this, change] { this->change(change); }, told);
    if (mayWait)
        wait(true);
    m_repeated.remove(change.key); // it is given up, so this is no recovery
    Q_EMIT failed(told);
}

void Unwritten::drop(const QString &key)
{
    if (!key.isEmpty())
        m_kept.removeIf([&key](const Kept &kept) { return kept.key == key; });
}

void Unwritten::keep(const QString &key, const std::function<void()> &again,
                     const core::Error &error)
{
    const auto told = m_told.constFind(key);
    const bool news = told == m_told.constEnd() || *told != error;
    drop(key);
    m_kept.append({key, again, error});
    wait(news);
    if (news)
        Q_EMIT failed(error);
    if (m_repeated.remove(key))
        settle();
}

void Unwritten::written(const QString &key)
{
    drop(key);
    forget(key);
    if (m_repeated.remove(key)) {
        m_progress = true;
        settle();
    } else if (m_waiting && m_kept.isEmpty() && m_timer.intervalAsDuration() > shortest) {
        m_timer.setInterval(shortest); // whatever failed before may be over
    }
}

// Once all that was repeated has ended. What is still not written is told again where something
// else was, since that may have been told last.
void Unwritten::settle()
{
    if (!m_repeated.isEmpty())
        return;
    if (!m_kept.isEmpty()) {
        if (m_progress)
            Q_EMIT failed(m_kept.last().error);
        return;
    }
    m_timer.setInterval(shortest);
    if (!m_refuses)
        Q_EMIT recovered();
}

// Who did something just now does not wait for what fails again and again.
void Unwritten::wait(bool news)
{
    m_waiting = true;
    if (news && m_timer.intervalAsDuration() > longest)
        m_timer.setInterval(longest);
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
    m_told.clear();
    m_repeated.clear();
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

void Unwritten::tryNow()
{
    m_told.clear();
    for (Kept &kept : m_kept)
        kept.told = false;
    tryAgain();
}

// The pause gets longer each time, since what fails while there is room may fail for ever.
void Unwritten::tryAgain()
{
    if (!m_waiting || m_trying)
        return;
    m_trying = true;
    m_timer.stop();
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
            m_timer.setInterval(
                std::min(tried.writable ? seldom : longest, m_timer.intervalAsDuration() * 2));
            if (tried.writable)
                repeat(tried.refuses);
            else
                wait(false);
        });
}

void Unwritten::repeat(bool refuses)
{
    m_waiting = false;
    m_refuses = refuses;
    m_progress = false;
    m_repeated.clear();
    const QList<Kept> kept = std::exchange(m_kept, {});
    for (const Kept &each : kept)
        m_repeated.insert(each.key);
    for (const Kept &each : kept) {
        each.again();
        if (each.told)
            m_told.insert(each.key, each.error);
    }
    if (kept.isEmpty())
        settle();
}

} // namespace inspector
