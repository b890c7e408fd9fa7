// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/identity.h"

#include <QByteArrayView>
#include <QSslConfiguration>

#include <memory>

class QSslContext;
class QSslSocket;

namespace listener
{

// One OpenSSL context for all connections. QSslSocket makes one for each, which costs as much again
// as the handshake and keeps sessions from resuming; Qt's private interface lets them share it. Who
// does not offer HTTP/1 shares another, which takes no notice of what is offered: of other
// protocols Qt would choose one that was not offered, and that ends the handshake.
class TlsContext
{
public:
    void setIdentity(const tls::Identity &identity);

    // Before and after the handshake of each connection.
    void prepare(QSslSocket *socket, QByteArrayView firstBytes) const;
    void learn(QSslSocket *socket, QByteArrayView firstBytes);

private:
    struct Shared {
        QSslConfiguration configuration;
        std::shared_ptr<QSslContext> context;
    };

    Shared m_agreeing;
    Shared m_silent; // about the protocol
};

} // namespace listener
