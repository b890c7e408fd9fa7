// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/tlscontext.h"

#include "listener/clienthello.h"
#include "tls/configuration.h"

#include <QSslSocket>
#include <private/qsslsocket_p.h>

namespace listener
{

void TlsContext::setIdentity(const tls::Identity &identity)
{
    m_agreeing = {tls::serverConfiguration(identity), nullptr};
    m_silent = m_agreeing;
    m_silent.configuration.setAllowedNextProtocols({});
}

void TlsContext::prepare(QSslSocket *socket, QByteArrayView firstBytes) const
{
    const Shared &shared = offersHttp1(firstBytes) ? m_agreeing : m_silent;
    socket->setSslConfiguration(shared.configuration);
    if (shared.context)
        QSslSocketPrivate::checkSettingSslContext(socket, shared.context);
}

void TlsContext::learn(QSslSocket *socket, QByteArrayView firstBytes)
{
    Shared &shared = offersHttp1(firstBytes) ? m_agreeing : m_silent;
    if (!shared.context)
        shared.context = QSslSocketPrivate::sslContext(socket);
}

} // namespace listener
