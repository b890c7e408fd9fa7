// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "core/result.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>

namespace listener
{

class Connection;

// Deliveries on their way to the store. Hands each over as it comes: what comes while the store
// writes is its next batch. Remembers who waits for the commit, and counts the bytes that are not
// yet stored: above the limit connections stop reading, and TCP slows the senders. Nobody waits for
// answers to be stored: they gather for a moment, and many go along with the next delivery, since
// each commit that has any writes a page more. Lives on the net thread.
class Backlog : public QObject
{
    Q_OBJECT

public:
    Backlog();

    void add(capture::DeliveryPtr delivery, Connection *connection, quint64 request);
    void add(const capture::Answer &answer);

    void handOverAnswers(); // without waiting for a delivery

    bool full() const { return m_bytes >= bytesLimit; }
    bool empty() const { return m_waiting.empty() && m_answers.isEmpty(); }

    // Room for a body that is still coming in; false: there is none now.
    bool reserve(qsizetype bytes);
    void release(qsizetype bytes);

public Q_SLOTS:
    void settle(const QList<qint64> &ids);
    void refuse(qsizetype count, const core::Error &error);

Q_SIGNALS:
    void received(const QList<capture::DeliveryPtr> &deliveries);
    void answered(const QList<capture::Answer> &answers);
    void drained(); // reading may go on

private:
    static constexpr qsizetype bytesLimit = 64 * 1024 * 1024;
    static constexpr qsizetype reservedLimit = 512 * 1024 * 1024;

    // Holds the delivery until the store has let go of it, so that it is freed on the thread that
    // made it: freed elsewhere, both would wait for each other's heap.
    struct Waiting {
        capture::DeliveryPtr delivery;
        QPointer<Connection> connection;
        quint64 request = 0;
        qsizetype bytes = 0;
    };

    static constexpr std::chrono::milliseconds answersWait{20};
    static constexpr qsizetype manyAnswers = 64;

    Waiting takeFirst();

    QTimer m_answersDue{this};
    std::deque<Waiting> m_waiting;
    QList<capture::DeliveryPtr> m_stored; // the store still looks at them, but not for long
    QList<capture::Answer> m_answers;
    qsizetype m_bytes = 0;
    qsizetype m_reserved = 0;
};

} // namespace listener
