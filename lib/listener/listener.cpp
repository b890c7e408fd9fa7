// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/listener.h"

#include "listener/acceptor.h"
#include "listener/arrival.h"
#include "listener/connection.h"
#include "listener/steadyclock.h"
#include "signature/mac.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace listener
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 stopTime = 5'000; // milliseconds for the last answers

Listener::Listener(QObject *parent)
    : QObject(parent)
    , m_sweep(this)
{
    m_sweep.setInterval(250ms);
    connect(&m_sweep, &QTimer::timeout, this, &Listener::sweep);
    connect(&m_service.backlog, &Backlog::drained, this, [this] {
        for (Connection *connection : std::as_const(m_connections))
            QMetaObject::invokeMethod(connection, &Connection::resume, Qt::QueuedConnection);
    });
    m_service.backlog.setParent(this);
    m_service.rejections.setParent(this);
}

Listener::~Listener()
{
    // Members, not children to delete: they only follow us to our thread.
    m_service.backlog.setParent(nullptr);
    m_service.rejections.setParent(nullptr);
    qDeleteAll(m_connections);
    qDeleteAll(m_arrivals);
}

void Listener::stop()
{
    qDeleteAll(std::exchange(m_acceptors, {}));
    qDeleteAll(std::exchange(m_arrivals, {}));
    m_stopBy = steadyMilliseconds() + stopTime;
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->finish();
    m_sweep.start();
    finishStopping();
}

void Listener::finishStopping()
{
    if (m_stopBy == 0)
        return;
    if (steadyMilliseconds() > m_stopBy) {
        const QList<Connection *> connections = m_connections;
        for (Connection *connection : connections)
            connection->abort();
    }
    if (!m_connections.isEmpty())
        return;
    m_service.backlog.handOverAnswers();
    if (!m_service.backlog.empty())
        return;
    m_service.rejections.flush();
    signature::forgetKeys();
    m_stopBy = 0;
    m_sweep.stop();
    Q_EMIT stopped();
}

void Listener::setRoutes(const Routes &routes)
{
    m_service.routes = routes;
    signature::keepKeys(); // none of before
    m_service.events.forgetOthers(routes);
}

void Listener::setIdentity(const tls::Identity &identity) { m_service.tls.setIdentity(identity); }

void Listener::setPaused(bool paused) { m_service.paused = paused; }

void Listener::expectOwn(const QByteArray &token) { m_service.own.expect(token); }

void Listener::relay(qint64 delivery, const http::Response &response)
{
    for (Connection *connection : std::as_const(m_connections)) {
        if (connection->relay(delivery, response))
            return;
    }
}

void Listener::relayNone(qint64 delivery)
{
    for (Connection *connection : std::as_const(m_connections)) {
        if (connection->relayNone(delivery))
            return;
    }
}

void Listener::accept(qintptr descriptor)
{
    auto *arrival = new Arrival(descriptor, this);
    if (!makeRoom()) {
        m_service.rejections.add(
            {.receivedAt = m_service.clock(),
             .reason = capture::Reason::TooManyConnections,
             .detail = tr("All %1 connections are busy.").arg(m_service.limits.connections)});
        delete arrival;
        return;
    }
    m_arrivals.append(arrival);
    connect(arrival, &Arrival::opened, this,
            [this, arrival](const QByteArray &firstBytes) { open(arrival, firstBytes); });
}

// The oldest one that has no request under way gives way to a new one.
bool Listener::makeRoom()
{
    if (m_arrivals.size() + m_connections.size() < m_service.limits.connections)
        return true;
    if (!m_arrivals.isEmpty()) {
        m_arrivals.takeFirst()->deleteLater();
        return true;
    }
    Connection *oldest = nullptr;
    for (Connection *connection : std::as_const(m_connections)) {
        if (connection->idle() && (!oldest || connection->lastActivity() < oldest->lastActivity()))
            oldest = connection;
    }
    if (!oldest)
        return false;
    oldest->abort();
    return true;
}

void Listener::open(Arrival *arrival, const QByteArray &firstBytes)
{
    if (!m_arrivals.removeOne(arrival))
        return;
    arrival->deleteLater();
    if (firstBytes.isEmpty())
        return; // It left without a byte: no rejection.
    if (opening(firstBytes) == Opening::Tls)
        openTls(arrival, firstBytes);
    else
        refusePlain(arrival, firstBytes);
}

void Listener::openTls(Arrival *arrival, const QByteArray &firstBytes)
{
    auto *connection = new Connection(arrival->takeDescriptor(), firstBytes, m_service, this);
    m_connections.append(connection);
    connect(connection, &Connection::finished, this, [this, connection] { remove(connection); });
}

void Listener::remove(Connection *connection)
{
    m_connections.removeOne(connection);
    connection->deleteLater();
    finishStopping();
}

// Plain HTTP is answered in plain HTTP, so that the sender's log tells what is wrong.
void Listener::refusePlain(Arrival *arrival, const QByteArray &firstBytes)
{
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(arrival->takeDescriptor());
    const bool http = opening(firstBytes) == Opening::PlainHttp;
    m_service.rejections.add(
        {.receivedAt = m_service.clock(),
         .peer = {.address = socket->peerAddress().toString(), .port = socket->peerPort()},
         .reason = http ? capture::Reason::PlainHttp : capture::Reason::TlsHandshake,
         .detail = http ? tr("A sender used http:// instead of https://.")
                        : tr("What the sender sent is neither TLS nor HTTP."),
         .bytes = firstBytes,
         .status = http ? 400 : 0});
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    if (!http)
        return socket->abort();
    socket->write(encode(refusal(400, u"This port speaks HTTPS only. Use https:// in the URL."_s),
                         {.closes = true, .date = httpDate(m_service.clock())}));
    socket->flush();
    ::shutdown(int(socket->socketDescriptor()),
               SHUT_WR); // What it still sends must not cut the answer.
    QTimer::singleShot(2s, socket, &QTcpSocket::abort);
}

void Listener::sweep()
{
    for (Acceptor *acceptor : std::as_const(m_acceptors))
        acceptor
            ->resumeAccepting(); // It stops when descriptors run out, and never goes on by itself.
    m_service.rejections.sweep(m_service.clock());
    const qint64 now = steadyMilliseconds();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->sweep(now);
    while (!m_arrivals.isEmpty()
           && m_arrivals.first()->age() > m_service.limits.handshakeTime.count())
        m_arrivals.takeFirst()->deleteLater();
    finishStopping();
}

} // namespace listener
