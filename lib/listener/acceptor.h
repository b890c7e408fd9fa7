// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSslServer>

namespace listener
{

// Accepts sockets and hands them on unencrypted: what a peer is shows in its first bytes only.
// QSslServer's own handshakes are not used, since one that fails stops it from accepting for good.
class Acceptor : public QSslServer
{
    Q_OBJECT

public:
    explicit Acceptor(QObject *parent = nullptr);

Q_SIGNALS:
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace listener
