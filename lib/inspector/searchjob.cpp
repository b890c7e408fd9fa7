// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/searchjob.h"

#include "capture/contents.h"
#include "capture/store.h"
#include "filter/match.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>

namespace inspector
{

using core::Done;
using core::Result;
using core::Status;

namespace
{

constexpr int rejectionsAtOnce = 200;
constexpr qint64 firstMilliseconds = 20; // until the first telling; the first matches are awaited
constexpr qint64 pauseMilliseconds = 100; // between two others: each lays the table out anew
constexpr qsizetype window = 16; // contents whose records are read together
constexpr qsizetype fewOpen = 3; // of them, whose records are read one by one

using Tell = std::function<void(const QList<qint64> &ids, qint64 last)>;

bool stopped() { return QThread::currentThread()->isInterruptionRequested(); }

struct Stretch {
    qint64 after;
    qint64 upTo;
};

// Rejections are few and small, so they go first.
Status searchRejections(const capture::Store &store, const filter::Filter &filter, Stretch stretch,
                        const Tell &tell)
{
    for (qint64 after = stretch.after; !stopped();) {
        const auto rows = store.rejections(after, rejectionsAtOnce);
        if (!rows)
            return rows.error();
        QList<qint64> ids;
        for (const capture::Rejection &row : *rows) {
            after = row.id;
            if (after <= stretch.upTo && filter::matches(filter, row))
                ids.append(after);
        }
        if (!ids.isEmpty())
            tell(ids, stretch.after);
        if (rows->isEmpty() || after >= stretch.upTo)
            break;
    }
    return Done{};
}

// What deliveries say is read past all that is kept beside them; their records only where that
// decides.
class Deliveries
{
public:
    Deliveries(const capture::Store &store, capture::Contents &contents,
               const filter::Filter &filter, const capture::Repeats &repeats)
        : m_store(store)
        , m_contents(contents)
        , m_filter(filter)
        , m_repeats(repeats)
    {
    }

    // For a slice of time each, so that no reading holds up what writes for long.
    Status search(Stretch stretch, const Tell &tell)
    {
        qint64 pause = firstMilliseconds;
        for (qint64 after = stretch.after; after < stretch.upTo && !stopped();) {
            QElapsedTimer timer;
            timer.start();
            m_contents.start(after, stretch.upTo);
            bool more = true;
            while (more && !stopped() && !timer.hasExpired(pause)) {
                const qint64 before = after;
                more = readWindow(after);
                if (const Status done = askRecords(before, after); !done)
                    return done;
            }
            if (m_contents.trouble())
                return *m_contents.trouble();
            if (stopped())
                break;
            after = more ? after : stretch.upTo;
            std::sort(m_found.begin(), m_found.end());
            tell(std::exchange(m_found, {}), after);
            pause = pauseMilliseconds;
        }
        return Done{};
    }

private:
    bool readWindow(qint64 &after)
    {
        m_open.clear();
        for (qsizetype i = 0; i < window; ++i) {
            capture::Content content;
            if (!m_contents.next(content))
                return false;
            after = content.id;
            const filter::Match match = filter::matches(m_filter, content);
            if (match == filter::Match::Yes)
                m_found.append(after);
            else if (match == filter::Match::NeedsRecord)
                m_open.append(after);
        }
        return true;
    }

    Status askRecords(qint64 after, qint64 last)
    {
        if (m_open.size() > fewOpen) {
            auto records = m_store.records(after, int(window));
            if (!records)
                return records.error();
            for (capture::Record &record : *records) {
                if (record.delivery->id <= last && m_open.contains(record.delivery->id))
                    ask(record);
            }
            return Done{};
        }
        for (const qint64 id : std::as_const(m_open)) {
            auto record = m_store.record(id);
            if (!record)
                return record.error();
            if (*record)
                ask(**record);
        }
        return Done{};
    }

    void ask(capture::Record &record)
    {
        m_repeats.tell(record);
        if (filter::matches(m_filter, record))
            m_found.append(record.delivery->id);
    }

    const capture::Store &m_store;
    capture::Contents &m_contents;
    const filter::Filter &m_filter;
    const capture::Repeats &m_repeats;
    QList<qint64> m_found;
    QList<qint64> m_open;
};

Status search(const QString &file, const filter::Filter &filter, Stretch stretch,
              const capture::Repeats &repeats, const Tell &tell)
{
    const auto store = capture::Store::open(file, capture::Access::ReadNewer);
    if (!store)
        return store.error();
    const auto contents = capture::Contents::open(file);
    if (!contents)
        return contents.error();
    const Status done = searchRejections(**store, filter, stretch, tell);
    return done ? Deliveries(**store, **contents, filter, repeats).search(stretch, tell) : done;
}

} // namespace

SearchJob::~SearchJob()
{
    stop();
    for (const auto &thread : m_threads)
        thread->wait();
}

void SearchJob::start(const QString &store, const filter::Filter &filter, qint64 after, qint64 upTo,
                      const capture::Repeats &repeats)
{
    stop();
    std::erase_if(m_threads, [](const auto &thread) { return thread->isFinished(); });
    m_running = true;
    const auto heard = [this, generation = m_generation](auto say) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, say] {
                if (generation == m_generation)
                    say();
            },
            Qt::QueuedConnection);
    };
    m_threads.emplace_back(QThread::create([this, heard, store, filter, after, upTo, repeats] {
        const Status done = search(store, filter, {.after = after, .upTo = upTo}, repeats,
                                   [&](const QList<qint64> &ids, qint64 last) {
                                       heard([this, ids, last] { Q_EMIT found(ids, last); });
                                   });
        heard([this, done] {
            m_running = false;
            done ? Q_EMIT finished() : Q_EMIT failed(done.error());
        });
    }));
    m_threads.back()->start(QThread::LowPriority);
}

void SearchJob::stop()
{
    ++m_generation;
    m_running = false;
    for (const auto &thread : m_threads)
        thread->requestInterruption();
}

} // namespace inspector
