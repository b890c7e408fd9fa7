// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/connection.h"
#include "listener/responder.h"
#include "listener/service.h"
#include "listener/steadyclock.h"

#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace listener
{

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using capture::Fault;

constexpr auto longestHang = 10min;
constexpr auto byteInterval = 1s; // of a slow body

// By a rule, or wanted by one: which is kept, for that one may be another soon.
static QString sourceOf(const QString &word, const AnswerChoice &choice)
{
    return choice.rule.isEmpty() ? word : u"%1: %2"_s.arg(word, choice.rule);
}

void Connection::answer(quint64 request, qint64 id)
{
    for (Slot &slot : m_slots) {
        if (slot.request != request)
            continue;
        slot.id = id;
        const int delay = slot.choice.relayMilliseconds > 0 ? slot.choice.relayMilliseconds
                                                            : slot.choice.profile.delayMilliseconds;
        if (delay > 0)
            QTimer::singleShot(delay, this, [this, request] { makeReady(request); });
        else
            makeReady(request);
        return;
    }
}

// The target's framing is its own connection's; ours is written anew.
bool Connection::relay(qint64 id, const http::Response &response)
{
    for (Slot &slot : m_slots) {
        if (slot.id != id || slot.ready || slot.choice.relayMilliseconds == 0)
            continue;
        slot.choice.profile
            = {.status = response.status, .fields = response.fields, .body = response.body};
        slot.choice.source = u"forward"_s;
        makeReady(slot.request);
        return true;
    }
    return false;
}

bool Connection::relayNone(qint64 id)
{
    for (const Slot &slot : m_slots) {
        if (slot.id != id || slot.ready || slot.choice.relayMilliseconds == 0)
            continue;
        makeReady(slot.request);
        return true;
    }
    return false;
}

void Connection::refuseUnstored(quint64 request, const core::Error &error)
{
    for (Slot &slot : m_slots) {
        if (slot.request != request)
            continue;
        slot.choice
            = {.profile = refusal(503, tr("The delivery could not be stored: %1").arg(error.why))};
        slot.recorded = false;
        return makeReady(request);
    }
}

void Connection::makeReady(quint64 request)
{
    for (Slot &slot : m_slots) {
        if (slot.request != request || slot.ready)
            continue;
        if (slot.choice.fault == Fault::Hang && !slot.hung) {
            slot.hung = true;
            recordNone(slot, sourceOf(u"hang"_s, slot.choice));
            return hang(slot);
        }
        slot.answering.date = httpDate(m_service.clock());
        slot.bytes = encode(slot.choice.profile, slot.answering);
        slot.ready = true;
    }
    flush();
}

// Until the rule ends, when the sender is cut off.
void Connection::hang(const Slot &slot)
{
    std::chrono::milliseconds time = longestHang;
    if (slot.choice.until > 0)
        time = std::clamp(std::chrono::milliseconds((slot.choice.until - m_service.clock()) / 1000),
                          0ms, time);
    QTimer::singleShot(time, this, &Connection::abort);
}

void Connection::flush()
{
    const bool waited = m_slots.size() >= pipelineLimit;
    bool closes = false;
    bool written = false;
    while (!m_slots.empty() && m_slots.front().ready && m_dripping.isEmpty()) {
        Slot slot = std::move(m_slots.front());
        m_slots.pop_front();
        if (slot.choice.fault == Fault::Close || slot.choice.fault == Fault::Reset)
            return breakOff(slot);
        closes = slot.answering.closes;
        m_activity = steadyMilliseconds();
        written = true;
        if (slot.choice.fault == Fault::SlowBody) {
            drip(std::move(slot));
            continue;
        }
        m_socket.write(slot.bytes);
        record(slot);
    }
    if (written) // Now, not a turn of the event loop later for each layer of the socket.
        m_socket.flush();
    if (!m_dripping.isEmpty()) {
        m_closesAfterDrip = m_closesAfterDrip || closes;
        return;
    }
    if (m_slots.empty() && (closes || m_phase == Phase::Closing))
        closeAfterAnswer();
    else if (waited && m_phase == Phase::Open) // Not from here: reading may answer and come back.
        QMetaObject::invokeMethod(this, &Connection::resume, Qt::QueuedConnection);
}

// `how` it went, where that is not told by the rest.
void Connection::record(const Slot &slot, const QString &how)
{
    if (!slot.recorded)
        return;
    const capture::ResponseProfile &profile = slot.choice.profile;
    m_service.backlog.add(
        capture::Answer{.id = slot.id,
                        .status = profile.status,
                        .fields = profile.fields,
                        .body = profile.body,
                        .source = sourceOf(slot.choice.source, slot.choice) + how,
                        .latency = (steadyNanoseconds() - slot.completedAt) / 1000});
}

// That it ends without an answer.
void Connection::recordNone(const Slot &slot, const QString &source)
{
    const qint64 latency = (steadyNanoseconds() - slot.completedAt) / 1000;
    m_service.backlog.add(capture::Answer{.id = slot.id,
                                          .status = 0,
                                          .fields = {},
                                          .body = {},
                                          .source = source,
                                          .latency = latency});
}

// Without an answer; of TCP's two ways to end the second one tells the sender of a crash.
void Connection::breakOff(const Slot &slot)
{
    const bool closes = slot.choice.fault == Fault::Close;
    recordNone(slot, sourceOf(closes ? u"close"_s : u"reset"_s, slot.choice));
    m_phase = Phase::Closing;
    if (closes) {
        m_socket.disconnectFromHost();
        return;
    }
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    abort();
}

// The head at once; a body without bytes gets some, so that there is something to wait for.
void Connection::drip(Slot slot)
{
    if (slot.choice.profile.body.isEmpty())
        slot.choice.profile.body = QByteArray(30, '.');
    slot.bytes = encode(slot.choice.profile, slot.answering);
    const qsizetype head = slot.bytes.indexOf("\r\n\r\n") + 4;
    m_socket.write(slot.bytes.first(head));
    m_dripping = slot.bytes.sliced(head);
    if (m_dripping.isEmpty()) // as to HEAD
        return record(slot);
    slot.choice.profile.body = m_dripping;
    m_slow = std::move(slot);
    QTimer::singleShot(byteInterval, this, &Connection::dripOn);
}

// It went out wholly, or whoever waited for it is gone: only what was sent is the answer.
void Connection::endDrip()
{
    if (!m_slow.recorded)
        return;
    QByteArray &body = m_slow.choice.profile.body;
    const qsizetype announced = body.size();
    body.chop(m_dripping.size());
    record(m_slow,
           m_dripping.isEmpty()
               ? QString()
               : u" (%1 of %2 bytes, then the connection ended)"_s.arg(body.size()).arg(announced));
    m_slow = {};
    m_dripping.clear();
}

void Connection::dripOn()
{
    if (m_dripping.isEmpty())
        return;
    m_socket.write(m_dripping.first(1));
    m_socket.flush();
    if (m_dripping.isEmpty()) // It ended by that.
        return;
    m_activity = steadyMilliseconds();
    m_dripping.remove(0, 1);
    if (!m_dripping.isEmpty()) {
        QTimer::singleShot(byteInterval, this, &Connection::dripOn);
        return;
    }
    endDrip();
    if (m_slots.empty() && std::exchange(m_closesAfterDrip, false))
        return closeAfterAnswer();
    flush();
}

} // namespace listener
