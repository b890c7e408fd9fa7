// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/identity.h"

#include <QSslConfiguration>

#include <memory>

class QSslContext;
class QSslSocket;

namespace listener
{

// One OpenSSL context for all connections. QSslSocket makes one for each, which costs as much again
// as the handshake and keeps sessions from resuming; Qt's private interface lets them share it.
class TlsContext
{
public:
    void setIdentity(const tls::Identity &identity);

    // Before and after the handshake of each connection.
    void prepare(QSslSocket *socket) const;
    void learn(QSslSocket *socket);

private:
    QSslConfiguration m_configuration;
    std::shared_ptr<QSslContext> m_context;
};

} // namespace listener
