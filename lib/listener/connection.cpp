// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/connection.h"

#include "listener/clienthello.h"
#include "listener/service.h"
#include "listener/steadyclock.h"

#include <QLocale>
#include <QSslCipher>

#include <array>
#include <sys/socket.h>

namespace listener
{

using namespace Qt::Literals::StringLiterals;
using Progress = http::RequestParser::Progress;

constexpr qint64 readBuffer = 256 * 1024;

Connection::Connection(qintptr descriptor, const QByteArray &firstBytes, Service &service,
                       QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_parser(service.limits)
    , m_firstBytes(firstBytes)
    , m_activity(steadyMilliseconds())
{
    connect(&m_socket, &QSslSocket::encrypted, this, &Connection::encrypted);
    connect(&m_socket, &QSslSocket::readyRead, this, &Connection::read);
    connect(&m_socket, &QSslSocket::disconnected, this, &Connection::disconnected);
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setReadBufferSize(readBuffer);
    m_peer = {.address = m_socket.peerAddress().toString(), .port = m_socket.peerPort()};
    m_service.tls.prepare(&m_socket, m_firstBytes);
    m_socket.startServerEncryption();
}

Connection::~Connection()
{
    releaseBody();
    endDrip();
    for (const Slot &slot : m_slots) {
        if (slot.id != 0 && !slot.hung)
            recordNone(slot, u"gone"_s);
    }
    m_socket.disconnect(this); // Its own end is none of ours any more.
}

void Connection::encrypted()
{
    m_service.tls.learn(&m_socket, m_firstBytes);
    m_phase = Phase::Open;
    m_activity = steadyMilliseconds();
    m_tls = {.version = m_socket.sessionProtocol() == QSsl::TlsV1_3 ? u"TLSv1.3"_s : u"TLSv1.2"_s,
             .cipher = m_socket.sessionCipher().name(),
             .serverName = serverName(m_firstBytes)};
    m_firstBytes.clear();
}

void Connection::resume()
{
    if (m_phase == Phase::Open)
        read();
}

void Connection::read()
{
    thread_local std::array<char, 64 * 1024> buffer;
    while (m_phase == Phase::Open || m_phase == Phase::Draining) {
        if (m_phase == Phase::Open && (m_service.backlog.full() || m_slots.size() >= pipelineLimit))
            return;
        const qint64 size = m_socket.read(buffer.data(), buffer.size());
        if (size <= 0)
            return;
        if (m_phase == Phase::Open) {
            m_activity = steadyMilliseconds();
            take({buffer.data(), size});
        }
    }
}

void Connection::take(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && m_phase == Phase::Open) {
        const Progress before = m_parser.progress();
        if (before == Progress::Idle)
            m_requestSince = m_activity;
        bytes = bytes.sliced(m_parser.feed(bytes));
        switch (m_parser.progress()) {
        case Progress::Idle:
        case Progress::Head:
            break;
        case Progress::Body:
            if (before != Progress::Body)
                beginBody();
            growBody();
            break;
        case Progress::Complete:
            complete();
            break;
        case Progress::Failed:
            failParse();
            break;
        }
    }
}

void Connection::beginBody()
{
    m_bodySince = m_activity;
    if (m_parser.expectsContinue() && m_parser.request().body.isEmpty()) {
        m_slots.push_back({.bytes = "HTTP/1.1 100 Continue\r\n\r\n", .ready = true});
        flush();
    }
}

// Half-sent bodies count together, so that many senders cannot fill the memory with them.
void Connection::growBody()
{
    const qsizetype more = m_parser.request().body.size() - m_reserved;
    if (m_service.backlog.reserve(more))
        m_reserved += more;
    else
        refuse(capture::Reason::BodyTooLarge, 503,
               tr("Too many large requests are coming in at once."));
}

void Connection::releaseBody() { m_service.backlog.release(std::exchange(m_reserved, 0)); }

void Connection::complete()
{
    if (m_service.paused) // Before the request is taken: a rejection keeps what was received.
        return refuse(capture::Reason::Paused, 503, tr("Receiving is paused."));
    releaseBody();
    const bool keepsAlive = m_parser.keepsAlive();
    http::Request request = m_parser.take();
    Slot slot{.request = ++m_requests, .completedAt = steadyNanoseconds(), .recorded = true};
    slot.answering = {.closes = !keepsAlive,
                      .head = request.method == "HEAD",
                      .versionMinor = request.versionMinor};
    const qint64 now = m_service.clock();
    auto delivery
        = std::make_shared<capture::Delivery>(judge(std::move(request), m_service.routes, now));
    delivery->test = m_service.own.take(delivery->request);
    slot.choice = choose(m_service.routes, *delivery, m_service.events, now);
    m_slots.push_back(std::move(slot));
    delivery->peer = m_peer;
    delivery->tls = m_tls;
    if (!keepsAlive)
        m_phase = Phase::Closing;
    m_service.backlog.add(std::move(delivery), this, m_requests);
}

// After a refusal the sender may still be sending: closing at once would reset the connection and
// take the answer with it. So our side ends, and what comes is read and dropped for a moment.
void Connection::closeAfterAnswer()
{
    if (!m_refused) {
        m_phase = Phase::Closing;
        m_socket.disconnectFromHost();
        return;
    }
    if (m_phase == Phase::Draining)
        return;
    m_phase = Phase::Draining;
    m_activity = steadyMilliseconds();
    m_socket.flush();
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
    read();
}

// With how much is taken, and how much was to come where the sender said so.
static QString tooLarge(qint64 limit, const http::Fields &fields)
{
    const QString most = QLocale().toString(limit);
    bool known = false;
    const qint64 size
        = http::value(fields, "Content-Length").value_or(QByteArray()).toLongLong(&known);
    return known ? Connection::tr("The body of %1 bytes is larger than the limit of %2.")
                       .arg(QLocale().toString(size), most)
                 : Connection::tr("The body is larger than the limit of %1 bytes.").arg(most);
}

// With the limit, where the user may have set it.
static QString parseSentence(http::ParseError error, const http::Limits &limits,
                             const http::Fields &fields)
{
    const QLocale locale;
    switch (error) {
    case http::ParseError::BodyTooLarge:
        return tooLarge(limits.body, fields);
    case http::ParseError::HeadTooLarge:
        return Connection::tr("The header block is larger than the limit of %1 bytes.")
            .arg(locale.toString(limits.head));
    case http::ParseError::TooManyFields:
        return Connection::tr("There are more header fields than the limit of %1.")
            .arg(locale.toString(limits.fields));
    case http::ParseError::TargetTooLong:
        return Connection::tr("The request target is longer than the limit of %1 bytes.")
            .arg(locale.toString(limits.target));
    default:
        return http::describe(error);
    }
}

void Connection::failParse()
{
    const http::ParseError error = m_parser.error();
    refuse(reasonOf(error), http::status(error),
           parseSentence(error, m_service.limits, m_parser.request().fields));
}

// Answers in its turn, writes the row, and ends the connection.
void Connection::refuse(capture::Reason reason, int status, const QString &sentence)
{
    reject(reason, status, sentence);
    const bool head = m_parser.received().startsWith("HEAD ");
    m_parser.drop(); // The answer may wait for long, and the room for the body is another's now.
    releaseBody();
    m_refused = true;
    m_phase = Phase::Closing;
    m_slots.push_back({.request = ++m_requests,
                       .choice = {.profile = refusal(status, sentence)},
                       .answering = {.closes = true, .head = head}});
    makeReady(m_requests);
}

void Connection::reject(capture::Reason reason, int status, const QString &sentence)
{
    m_service.rejections.add(
        {.receivedAt = m_service.clock(),
         .peer = m_peer,
         .reason = reason,
         .detail = sentence,
         .bytes = m_phase == Phase::Handshake ? m_firstBytes : m_parser.received(),
         .status = status});
}

bool Connection::idle() const
{
    return m_slots.empty()
        && (m_phase == Phase::Handshake || m_parser.progress() == Progress::Idle);
}

void Connection::finish()
{
    if (m_phase == Phase::Handshake)
        return abort();
    if (m_phase == Phase::Open)
        m_phase = Phase::Closing;
    for (Slot &slot : m_slots)
        slot.answering.closes = slot.request == m_requests || slot.answering.closes;
    if (m_slots.empty())
        closeAfterAnswer();
}

void Connection::abort()
{
    m_socket.disconnect(this);
    m_socket.abort();
    end();
}

void Connection::disconnected()
{
    if (m_phase == Phase::Handshake)
        handshakeFailed();
    else if (m_phase == Phase::Open) {
        read(); // What came before the end counts.
        const Progress progress = m_parser.progress();
        if (m_phase == Phase::Open && (progress == Progress::Head || progress == Progress::Body)) {
            const auto length = http::value(m_parser.request().fields, "Content-Length");
            reject(capture::Reason::CutOff, 0,
                   progress == Progress::Body && length
                       ? tr("The sender hung up after %1 of %2 bytes of the body.")
                             .arg(m_parser.request().body.size())
                             .arg(QString::fromLatin1(*length))
                       : tr("The sender hung up in the middle of the request."));
        }
    }
    end();
}

void Connection::end()
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    endDrip();
    Q_EMIT finished();
}

} // namespace listener
