// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/tlscontext.h"

#include "tls/configuration.h"

#include <QSslSocket>
#include <private/qsslsocket_p.h>

namespace listener
{

void TlsContext::setIdentity(const tls::Identity &identity)
{
    m_configuration = tls::serverConfiguration(identity);
    m_context.reset();
}

void TlsContext::prepare(QSslSocket *socket) const
{
    socket->setSslConfiguration(m_configuration);
    if (m_context)
        QSslSocketPrivate::checkSettingSslContext(socket, m_context);
}

void TlsContext::learn(QSslSocket *socket)
{
    if (!m_context)
        m_context = QSslSocketPrivate::sslContext(socket);
}

} // namespace listener
