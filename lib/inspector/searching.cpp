// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/searching.h"

#include <QThread>

#include <algorithm>

namespace inspector
{

using core::Done;
using core::Status;

namespace
{

constexpr int rejectionsAtOnce = 200;
constexpr qsizetype window = 16; // contents whose records are read together
constexpr qsizetype fewOpen = 3; // of them, whose records are read one by one
constexpr qint64 pieceLength = 4096; // ids
constexpr qint64 mostPieces = 10'000; // a store may have gaps without end between its ids

bool stopped() { return QThread::currentThread()->isInterruptionRequested(); }

} // namespace

Pieces::Pieces(qint64 after, qint64 upTo)
    : m_after(after)
    , m_upTo(upTo)
    , m_length(std::max((upTo - after) / mostPieces, pieceLength))
    , m_count(upTo > after ? (upTo - after - 1) / m_length + 1 : 0)
{
}

std::optional<Stretch> Pieces::take()
{
    const qint64 number = m_taken++;
    if (number >= m_count)
        return {};
    const qint64 after = m_after + number * m_length;
    return Stretch{.after = after, .upTo = number == m_count - 1 ? m_upTo : after + m_length};
}

Searching::Searching(Search &search, const Tell &tell)
    : m_search(search)
    , m_tell(tell)
{
}

Status Searching::run(std::optional<Stretch> piece)
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

Status Searching::openStore()
{
    if (m_store)
        return Done{};
    auto store = capture::Store::open(m_search.file, capture::Access::ReadNewer);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    return Done{};
}

Status Searching::searchRejections()
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
Status Searching::searchPiece(const Stretch &piece)
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

void Searching::tell()
{
    if (!m_done.isEmpty())
        m_tell(std::exchange(m_done, {}));
    m_timer.start();
    m_pause = pauseMilliseconds;
}

bool Searching::readWindow(qint64 &after, QList<qint64> &found)
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

Status Searching::askRecords(qint64 after, qint64 last, QList<qint64> &found)
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

void Searching::ask(capture::Record &record, QList<qint64> &found) const
{
    m_search.repeats.tell(record);
    if (filter::matches(m_search.filter, record))
        found.append(record.delivery->id);
}

} // namespace inspector
