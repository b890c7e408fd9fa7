// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/backlog.h"

#include "listener/connection.h"

namespace listener
{

using namespace Qt::Literals::StringLiterals;

// What a delivery costs beyond its bytes, roughly.
constexpr qsizetype overhead = 1024;

Backlog::Backlog()
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
    Q_EMIT received({std::move(delivery)});
    if (m_answers.size() >= manyAnswers)
        handOverAnswers();
}

void Backlog::add(const capture::Answer &answer)
{
    m_answers.append(answer);
    if (!m_answersDue.isActive())
        m_answersDue.start();
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
    m_stored.clear(); // Of these the store has let go before it wrote what came after them.
    for (const qint64 id : ids) {
        Waiting waiting = takeFirst();
        m_stored.append(std::move(waiting.delivery));
        if (waiting.connection)
            waiting.connection->answer(waiting.request, id);
        else
            add(capture::Answer{.id = id, .source = u"gone"_s, .latency = 0});
    }
}

void Backlog::refuse(qsizetype count, const core::Error &error)
{
    for (qsizetype i = 0; i < count; ++i) {
        const Waiting waiting = takeFirst();
        if (waiting.connection)
            waiting.connection->refuseUnstored(waiting.request, error);
    }
}

} // namespace listener
