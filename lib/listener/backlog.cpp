// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/backlog.h"

#include "listener/connection.h"

namespace listener
{

// What a delivery costs beyond its bytes, roughly.
constexpr qsizetype overhead = 1024;

Backlog::Backlog(SteadyClock clock)
    : m_clock(std::move(clock))
{
    m_answersDue.setSingleShot(true);
    m_answersDue.setInterval(answersWait);
    connect(&m_answersDue, &QTimer::timeout, this, [this] {
        m_stored.clear();
        handOverAnswers();
    });
}

void Backlog::add(capture::DeliveryPtr delivery, Connection *connection, quint64 request)
{
    const qsizetype bytes
        = delivery->request.head.size() + delivery->request.body.size() + overhead;
    m_bytes += bytes;
    m_waiting.push_back({delivery, connection, request, bytes});
    if (m_received.isEmpty())
        m_gatheringSince = m_clock();
    m_received.append(std::move(delivery));
    if (waitedEnough())
        handOver();
    else
        schedule();
}

// Store and net thread shall work at the same time. Where one turn reads as much as the store
// writes in a while, both would wait for each other in turn; half of that while is a good batch.
// What comes while the store is busy joins its next batch anyway.
bool Backlog::waitedEnough() const { return m_clock() - m_gatheringSince >= m_storing / 2; }

void Backlog::add(const capture::Answer &answer)
{
    m_answers.append(answer);
    if (!m_answersDue.isActive())
        m_answersDue.start();
}

// At the end of this turn of the event loop: what the other sockets bring now goes along.
void Backlog::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &Backlog::flush, Qt::QueuedConnection);
}

void Backlog::handOver()
{
    const bool idle = m_waiting.size() == size_t(m_received.size());
    if (idle)
        m_storingSince = m_clock();
    Q_EMIT received(std::exchange(m_received, {}));
    handOverAnswers();
}

void Backlog::noteStored()
{
    const qint64 now = m_clock();
    m_storing = now - std::exchange(m_storingSince, now);
}

void Backlog::flush()
{
    m_scheduled = false;
    if (!m_received.isEmpty())
        handOver();
}

void Backlog::handOverAnswers()
{
    m_answersDue.stop();
    if (!m_answers.isEmpty())
        Q_EMIT answered(std::exchange(m_answers, {}));
}

bool Backlog::reserve(qsizetype bytes)
{
    if (m_reserved + bytes > reservedLimit)
        return false;
    m_reserved += bytes;
    return true;
}

void Backlog::release(qsizetype bytes) { m_reserved -= bytes; }

Backlog::Waiting Backlog::takeFirst()
{
    Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    const bool wasFull = full();
    m_bytes -= first.bytes;
    if (wasFull && !full())
        Q_EMIT drained();
    return first;
}

void Backlog::settle(const QList<qint64> &ids)
{
    noteStored();
    m_stored.clear(); // Of these the store has let go before it wrote what came after them.
    for (const qint64 id : ids) {
        Waiting waiting = takeFirst();
        m_stored.append(std::move(waiting.delivery));
        if (waiting.connection)
            waiting.connection->answer(waiting.request, id);
        else
            add(capture::Answer{.id = id});
    }
}

void Backlog::refuse(qsizetype count, const core::Error &error)
{
    noteStored();
    for (qsizetype i = 0; i < count; ++i) {
        const Waiting waiting = takeFirst();
        if (waiting.connection)
            waiting.connection->refuseUnstored(waiting.request, error);
    }
}

} // namespace listener
