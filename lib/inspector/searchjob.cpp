// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/searchjob.h"

#include "capture/store.h"
#include "filter/match.h"

#include <QElapsedTimer>

#include <functional>

namespace inspector
{

using core::Done;
using core::Result;
using core::Status;

namespace
{

constexpr int sliceLength = 200;
constexpr qint64 pauseMilliseconds = 100; // between two tellings: each lays the table out anew

using Tell = std::function<void(const QList<qint64> &ids, qint64 last)>;

bool stopped() { return QThread::currentThread()->isInterruptionRequested(); }

struct Stretch {
    qint64 after;
    qint64 upTo;
};

// One kind of rows from the store, slice by slice.
template <typename Read, typename IdOf>
Status searchSlices(const filter::Filter &filter, Stretch stretch, const Read &read,
                    const IdOf &idOf, const Tell &tell)
{
    QList<qint64> ids;
    QElapsedTimer told; // the first slice is told at once
    for (qint64 after = stretch.after; !stopped();) {
        const auto rows = read(after, sliceLength);
        if (!rows)
            return rows.error();
        for (const auto &row : *rows) {
            if (stopped())
                return Done{};
            after = idOf(row);
            if (after <= stretch.upTo && filter::matches(filter, row))
                ids.append(after);
        }
        const bool last = rows->isEmpty() || after >= stretch.upTo;
        if (last || !told.isValid() || told.hasExpired(pauseMilliseconds)) {
            tell(std::exchange(ids, {}), last ? stretch.upTo : after);
            told.start();
        }
        if (last)
            break;
    }
    return Done{};
}

// Rejections are few and small, so they go first.
Status search(const QString &file, const filter::Filter &filter, Stretch stretch,
              const capture::Repeats &repeats, const Tell &tell)
{
    const auto store = capture::Store::open(file, capture::Access::ReadNewer);
    if (!store)
        return store.error();
    const Status rejections = searchSlices(
        filter, stretch,
        [&store](qint64 after, int limit) { return (*store)->rejections(after, limit); },
        [](const capture::Rejection &row) { return row.id; },
        [&tell, stretch](const QList<qint64> &ids, qint64) { tell(ids, stretch.after); });
    if (!rejections)
        return rejections;
    return searchSlices(
        filter, stretch,
        [&store, &repeats](qint64 after, int limit) {
            auto records = (*store)->records(after, limit);
            for (qsizetype i = 0; records && i < records->size(); ++i)
                repeats.tell((*records)[i]);
            return records;
        },
        [](const capture::Record &row) { return row.delivery->id; }, tell);
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
