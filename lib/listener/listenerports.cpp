// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/acceptor.h"
#include "listener/listener.h"
#include "listener/reachableurls.h"
#include "signature/mac.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

constexpr int portsToTry = 50;

static bool loopbackPair(const QString &address)
{
    return address == "127.0.0.1"_L1 || address == "localhost"_L1;
}

static core::Error bindError(QAbstractSocket::SocketError error, const QString &text)
{
    using core::ErrorKind;
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return {ErrorKind::InUse, {}, Listener::tr("Another program uses the port.")};
    case QAbstractSocket::SocketAccessError:
        return {ErrorKind::Forbidden, {}, Listener::tr("This user may not use the port.")};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorKind::NoSuchAddress, {}, Listener::tr("This computer has no such address.")};
    default:
        return {ErrorKind::Environment, {}, text + u'.'};
    }
}

core::Status Listener::addAcceptor(const QHostAddress &address, quint16 port)
{
    auto *acceptor = new Acceptor(this);
    if (!acceptor->listen(address, port)) {
        const core::Error error = bindError(acceptor->serverError(), acceptor->errorString());
        delete acceptor;
        return error;
    }
    connect(acceptor, &Acceptor::accepted, this, &Listener::accept);
    m_acceptors.append(acceptor);
    return core::Done{};
}

core::Result<Listening> Listener::listen(const ListenOptions &options)
{
    const QHostAddress first
        = loopbackPair(options.address) ? QHostAddress::LocalHost : QHostAddress(options.address);
    if (first.isNull())
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = tr("Cannot listen on %1.").arg(options.address),
                           .why = tr("It is not an IP address.")};
    core::Error trouble;
    for (int attempt = 0; attempt < portsToTry; ++attempt) {
        if (const core::Status bound = addAcceptor(first, options.port); !bound) {
            trouble = bound.error();
            break;
        }
        const quint16 port = m_acceptors.first()->serverPort();
        Listening listening{.address = options.address,
                            .port = port,
                            .urls = reachableUrls(first, port),
                            .warning = {}};
        if (!loopbackPair(options.address))
            return listening;
        listening.urls.prepend(u"https://localhost:%1/"_s.arg(port));
        const core::Status second = addAcceptor(QHostAddress::LocalHostIPv6, port);
        if (second)
            return listening;
        trouble = second.error();
        if (trouble.kind != core::ErrorKind::InUse) {
            listening.warning = tr("IPv6 is not available here; listening on 127.0.0.1 only.");
            return listening;
        }
        qDeleteAll(std::exchange(m_acceptors, {}));
        if (options.port != 0)
            break;
    }
    trouble.what = tr("Cannot listen on %1, port %2.").arg(options.address).arg(options.port);
    return trouble;
}

// The next port above one that is taken; 0 when the port is not the trouble.
static quint16 freePortAbove(const QHostAddress &address, quint16 port)
{
    for (int next = port + 1; next <= std::min(port + portsToTry, 65535); ++next) {
        QTcpServer probe;
        if (probe.listen(address, quint16(next)))
            return quint16(next);
    }
    return 0;
}

// What works is given up only for what works too. Two sockets cannot share a port, so with the same
// one it is closed first, and opened again when nothing came of the other address.
core::Result<Listening> Listener::moveTo(const ListenOptions &options)
{
    QList<Acceptor *> former = std::exchange(m_acceptors, {});
    const quint16 port = former.isEmpty() ? 0 : former.first()->serverPort();
    const bool samePort = port != 0 && port == options.port;
    if (samePort)
        qDeleteAll(std::exchange(former, {}));
    const core::Result<Listening> listening = listen(options);
    if (listening) {
        qDeleteAll(former);
        m_address = options.address;
        return listening;
    }
    m_acceptors = former;
    if (samePort)
        static_cast<void>(listen({.address = m_address, .port = port}));
    return listening;
}

void Listener::start(const ListenOptions &options)
{
    m_stopBy = 0;
    signature::keepKeys();
    m_service.limits = options.limits;
    m_service.tls.setIdentity(options.identity);
    const core::Result<Listening> listening = moveTo(options);
    if (listening) {
        m_sweep.start();
        Q_EMIT started(*listening);
        return;
    }
    const QHostAddress address
        = loopbackPair(options.address) ? QHostAddress::LocalHost : QHostAddress(options.address);
    const bool port = listening.error().kind == core::ErrorKind::InUse;
    Q_EMIT failed(listening.error(), port ? freePortAbove(address, options.port) : 0,
                  !m_acceptors.isEmpty());
}

} // namespace listener
