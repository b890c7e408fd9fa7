// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rejection.h"
#include "core/result.h"
#include "http/parser.h"
#include "listener/answerchoice.h"
#include "listener/responder.h"

#include <QObject>
#include <QSslSocket>

#include <deque>

namespace listener
{

struct Service;

// One accepted TLS connection: reads requests, hands each to the backlog, and answers in their
// order once the store has them. Deletes nothing itself: `finished` says that it is over. Net
// thread.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(qintptr descriptor, const QByteArray &firstBytes, Service &service, QObject *parent);
    ~Connection() override;

    void answer(quint64 request, qint64 id); // it is stored
    bool relay(qint64 id, const http::Response &response); // the target's answer; false: too late
    bool relayNone(qint64 id); // the target has none now: the profile's; false: too late
    void refuseUnstored(quint64 request, const core::Error &error); // it could not be

    void resume(); // the backlog has room again
    void sweep(qint64 now); // steady milliseconds: closes what is overdue
    void finish(); // no further request; closes when the last answer is out
    void abort();

    bool idle() const; // no request under way, none waiting
    qint64 lastActivity() const { return m_activity; }

Q_SIGNALS:
    void finished();

private:
    static constexpr size_t pipelineLimit = 64;

    enum class Phase { Handshake, Open, Closing, Draining, Over };

    // An answer in its place in the order; `bytes` come when it is known.
    struct Slot {
        quint64 request = 0;
        QByteArray bytes;
        AnswerChoice choice;
        Answering answering;
        qint64 completedAt = 0; // steady nanoseconds
        qint64 id = 0;
        bool ready = false;
        bool hung = false; // it never gets ready
        bool recorded = false; // a stored delivery's: its answer is written down
    };

    void encrypted();
    void read();
    void take(QByteArrayView bytes);
    void beginBody();
    void growBody();
    void complete();
    void failParse();
    void refuse(capture::Reason reason, int status, const QString &sentence);
    void reject(capture::Reason reason, int status, const QString &sentence);
    void makeReady(quint64 request);
    void flush();
    void record(const Slot &slot, const QString &how = {});
    void recordNone(const Slot &slot, const QString &source);
    void hang(const Slot &slot);
    void breakOff(const Slot &slot);
    void drip(Slot slot);
    void dripOn();
    void endDrip();
    void closeAfterAnswer();
    void disconnected();
    void handshakeFailed();
    void checkRequestTime(qint64 now);
    void releaseBody();
    void end();

    Service &m_service;
    QSslSocket m_socket;
    http::RequestParser m_parser;
    capture::Peer m_peer;
    capture::TlsFacts m_tls;
    QByteArray m_firstBytes;
    std::deque<Slot> m_slots;
    Phase m_phase = Phase::Handshake;
    quint64 m_requests = 0;
    qint64 m_activity = 0; // steady milliseconds, as are the next two
    qint64 m_requestSince = 0;
    qint64 m_bodySince = 0;
    qsizetype m_reserved = 0;
    Slot m_slow; // of the slow body
    QByteArray m_dripping; // of it, still to come
    bool m_closesAfterDrip = false;
    bool m_refused = false; // unread bytes may be on their way when it closes
};

} // namespace listener
