// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/contents.h"
#include "capture/store.h"
#include "filter/match.h"
#include "inspector/searchjob.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>

namespace inspector
{

// What the threads of a SearchJob do.

using Stretch = SearchJob::Stretch;
using Tell = std::function<void(const QList<Stretch> &stretches)>;

// A stretch cut up: each thread takes the next piece that none has taken, so that they end
// together, and what is found can be told from the beginning on.
class Pieces
{
public:
    Pieces(qint64 after, qint64 upTo);

    qint64 count() const { return m_count; }
    std::optional<Stretch> take();
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
    Searching(Search &search, const Tell &tell);

    // Rejections are few and small, so they go before the first piece.
    core::Status run(std::optional<Stretch> piece);

private:
    core::Status openStore();
    core::Status searchRejections();
    core::Status searchPiece(const Stretch &piece);
    bool readWindow(qint64 &after, QList<qint64> &found);
    core::Status askRecords(qint64 after, qint64 last, QList<qint64> &found);
    void ask(capture::Record &record, QList<qint64> &found) const;
    void tell();

    static constexpr qint64 firstMilliseconds = 20; // until the first matches, which are awaited
    static constexpr qint64 pauseMilliseconds = 100; // between two others: each is laid out anew

    Search &m_search;
    const Tell &m_tell;
    std::unique_ptr<capture::Store> m_store;
    std::unique_ptr<capture::Contents> m_contents;
    QElapsedTimer m_timer;
    qint64 m_pause = firstMilliseconds;
    QList<Stretch> m_done;
    QList<qint64> m_open;
};

} // namespace inspector
