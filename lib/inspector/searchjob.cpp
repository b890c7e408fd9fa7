// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/searchjob.h"

#include "inspector/searching.h"

#include <algorithm>

namespace inspector
{

using core::Status;

constexpr int mostThreads = 4; // others have work to do as well

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
