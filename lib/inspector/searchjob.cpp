// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/searchjob.h"

#include "capture/contents.h"
#include "capture/store.h"
#include "filter/match.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <functional>

namespace inspector
{

using core::Done;
using core::Result;
using core::Status;
using Stretch = SearchJob::Stretch;

namespace
{

constexpr int rejectionsAtOnce = 200;
constexpr qint64 firstMilliseconds = 20; // until the first telling; the first matches are awaited
constexpr qint64 pauseMilliseconds = 100; // between two others: each lays the table out anew
constexpr qsizetype window = 16; // contents whose records are read together
constexpr qsizetype fewOpen = 3; // of them, whose records are read one by one
constexpr int mostThreads = 4; // others have work to do as well
constexpr qint64 pieceLength = 4096; // ids
constexpr qint64 mostPieces = 10'000; // a store may have gaps without end between its ids

using Tell = std::function<void(const QList<Stretch> &stretches)>;

bool stopped() { return QThread::currentThread()->isInterruptionRequested(); }

// A stretch cut up: each thread takes the next piece that none has taken, so that they end
// together, and what is found can be told from the beginning on.
class Pieces
{
public:
    Pieces(qint64 after, qint64 upTo)
        : m_after(after)
        , m_upTo(upTo)
        , m_length(std::max((upTo - after) / mostPieces, pieceLength))
        , m_count(upTo > after ? (upTo - after - 1) / m_length + 1 : 0)
    {
    }

    qint64 count() const { return m_count; }

    std::optional<Stretch> take()
    {
        const qint64 number = m_taken++;
        if (number >= m_count)
            return {};
        const qint64 after = m_after + number * m_length;
        return Stretch{.after = after, .upTo = number == m_count - 1 ? m_upTo : after + m_length};
    }

    void dropRest() { m_taken = m_count; }

private:
    const qint64 m_after;
    const qint64 m_upTo;
    const qint64 m_length;
    const qint64 m_count;
    std::atomic<qint64> m_taken = 0;
};

struct Search {
    QString file;
    filter::Filter filter;
    Stretch stretch;
    capture::Repeats repeats;
    Pieces pieces{stretch.after, stretch.upTo};
};

// One thread's part. What deliveries say is read past all that is kept beside them; their records
// only where that decides.
class Searching
{
public:
    Searching(Search &search, const Tell &tell)
        : m_search(search)
        , m_tell(tell)
    {
    }

    // Rejections are few and small, so they go before the first piece.
    Status run(std::optional<Stretch> piece)
    {
        if (piece) {
            if (const Status done = searchRejections(); !done)
                return done;
        }
        auto contents = capture::Contents::open(m_search.file, filter::partsAsked(m_search.filter));
        if (!contents)
            return contents.error();
        m_contents = std::move(*contents);
        m_timer.start();
        if (!piece)
            piece = m_search.pieces.take();
        Status done = Done{};
        for (; piece && done && !stopped(); piece = m_search.pieces.take())
            done = searchPiece(*piece);
        tell();
        return done;
    }

private:
    Status openStore()
    {
        if (m_store)
            return Done{};
        auto store = capture::Store::open(m_search.file, capture::Access::ReadNewer);
        if (!store)
            return store.error();
        m_store = std::move(*store);
        return Done{};
    }

    Status searchRejections()
    {
        if (const Status opened = openStore(); !opened)
            return opened;
        const Stretch &stretch = m_search.stretch;
        for (qint64 after = stretch.after; after < stretch.upTo && !stopped();) {
            const auto rows = m_store->rejections(after, rejectionsAtOnce);
            if (!rows)
                return rows.error();
            if (rows->isEmpty())
                break;
            Stretch none{.after = stretch.after, .upTo = stretch.after};
            for (const capture::Rejection &row : *rows) {
                after = row.id;
                if (after <= stretch.upTo && filter::matches(m_search.filter, row))
                    none.found.append(after);
            }
            if (!none.found.isEmpty())
                m_tell({none});
        }
        return Done{};
    }

    // For a slice of time each, so that no reading holds up what writes for long.
    Status searchPiece(const Stretch &piece)
    {
        for (qint64 after = piece.after; after < piece.upTo;) {
            m_contents->start(after, piece.upTo);
            Stretch done{.after = after};
            bool more = true;
            do {
                const qint64 before = after;
                more = readWindow(after, done.found);
                if (const Status asked = askRecords(before, after, done.found); !asked)
                    return asked;
            } while (more && !stopped() && !m_timer.hasExpired(m_pause));
            if (const auto trouble = m_contents->trouble())
                return *trouble;
            if (stopped())
                return Done{};
            done.upTo = after = more ? after : piece.upTo;
            std::sort(done.found.begin(), done.found.end());
            m_done.append(done);
            if (m_timer.hasExpired(m_pause))
                tell();
        }
        return Done{};
    }

    void tell()
    {
        if (!m_done.isEmpty())
            m_tell(std::exchange(m_done, {}));
        m_timer.start();
        m_pause = pauseMilliseconds;
    }

    bool readWindow(qint64 &after, QList<qint64> &found)
    {
        m_open.clear();
        for (qsizetype i = 0; i < window; ++i) {
            capture::Content content;
            if (!m_contents->next(content))
                return false;
            after = content.id;
            const filter::Match match = filter::matches(m_search.filter, content);
            if (match == filter::Match::Yes)
                found.append(after);
            else if (match == filter::Match::NeedsRecord)
                m_open.append(after);
        }
        return true;
    }

    Status askRecords(qint64 after, qint64 last, QList<qint64> &found)
    {
        if (m_open.isEmpty())
            return Done{};
        if (const Status opened = openStore(); !opened)
            return opened;
        if (m_open.size() > fewOpen) {
            auto records = m_store->records(after, int(window));
            if (!records)
                return records.error();
            for (capture::Record &record : *records) {
                if (record.delivery->id <= last && m_open.contains(record.delivery->id))
                    ask(record, found);
            }
            return Done{};
        }
        for (const qint64 id : std::as_const(m_open)) {
            auto record = m_store->record(id);
            if (!record)
                return record.error();
            if (*record)
                ask(**record, found);
        }
        return Done{};
    }

    void ask(capture::Record &record, QList<qint64> &found) const
    {
        m_search.repeats.tell(record);
        if (filter::matches(m_search.filter, record))
            found.append(record.delivery->id);
    }

    Search &m_search;
    const Tell &m_tell;
    std::unique_ptr<capture::Store> m_store;
    std::unique_ptr<capture::Contents> m_contents;
    QElapsedTimer m_timer;
    qint64 m_pause = firstMilliseconds;
    QList<Stretch> m_done;
    QList<qint64> m_open;
};

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
    m_ahead.clear();
    m_error.reset();
    m_last = after;
    const std::shared_ptr<Search> search(new Search{.file = store,
                                                    .filter = filter,
                                                    .stretch = {.after = after, .upTo = upTo},
                                                    .repeats = repeats});
    m_busy = int(std::clamp<qint64>(search->pieces.count(), 1,
                                    std::clamp(QThread::idealThreadCount(), 1, mostThreads)));
    const auto heard = [this, generation = m_generation](auto say) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, say] {
                if (generation == m_generation)
                    say();
            },
            Qt::QueuedConnection);
    };
    for (int i = 0; i < m_busy; ++i) {
        const std::optional<Stretch> first
            = i == 0 ? search->pieces.take().value_or(Stretch{}) : std::optional<Stretch>();
        m_threads.emplace_back(QThread::create([this, heard, search, first] {
            const Tell tell = [&](const QList<Stretch> &stretches) {
                heard([this, stretches] { take(stretches); });
            };
            const Status status = Searching(*search, tell).run(first);
            if (!status)
                search->pieces.dropRest();
            heard([this, status] { end(status); });
        }));
        m_threads.back()->start(QThread::LowPriority);
    }
}

// What is found further on waits until all before it was looked at.
void SearchJob::take(const QList<Stretch> &stretches)
{
    for (const Stretch &stretch : stretches)
        m_ahead.insert(stretch.after, stretch);
    QList<qint64> ids;
    const qint64 before = m_last;
    while (!m_ahead.isEmpty() && m_ahead.firstKey() == m_last) {
        const Stretch next = m_ahead.take(m_last);
        ids += next.found;
        m_last = next.upTo;
    }
    if (m_last > before || !ids.isEmpty())
        Q_EMIT found(ids, m_last);
}

void SearchJob::end(const Status &status)
{
    if (!status && !m_error)
        m_error = status.error();
    if (--m_busy > 0)
        return;
    m_error ? Q_EMIT failed(*m_error) : Q_EMIT finished();
}

void SearchJob::stop()
{
    ++m_generation;
    m_busy = 0;
    for (const auto &thread : m_threads)
        thread->requestInterruption();
}

} // namespace inspector
