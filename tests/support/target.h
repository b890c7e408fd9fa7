// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/certificates.h"
#include "tls/configuration.h"

#include <QSslServer>
#include <QSslSocket>

#include <memory>
#include <sys/socket.h>

namespace support
{

// A server that does what a script says, right or wrong, with whatever connects. Counts the
// connections and keeps the bytes that came over the latest one.
class Target : public QObject
{
public:
    enum class Ending { Stay, Close, Reset };

    struct Script {
        QByteArray answer; // sent once the request's head and body have come
        Ending ending = Ending::Stay;
        QByteArray repeated; // sent after it, over and over, as fast as it is taken
        qsizetype bodySize = 0; // of the request
        bool reads = true;
    };

    explicit Target(Script script)
        : m_script(std::move(script))
        , m_server(std::make_unique<QTcpServer>())
    {
        start();
    }

    Target(Script script, const Issued &identity)
        : m_script(std::move(script))
    {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(
            tls::serverConfiguration({.key = tls::toQt(identity.key.get()),
                                      .chain = {tls::toQt(identity.certificate.get())}}));
        m_server = std::move(server);
        start();
    }

    quint16 port() const { return m_server->serverPort(); }
    QByteArray received() const { return m_received; }
    int connections() const { return m_connections; }
    QTcpSocket *socket() const { return m_socket; }

private:
    void start()
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Target::accept);
        m_server->listen(QHostAddress::LocalHost);
    }

    void accept()
    {
        ++m_connections;
        m_socket = m_server->nextPendingConnection();
        m_received.clear();
        m_answered = false;
        if (!m_script.reads) {
            m_socket->setReadBufferSize(1);
            return;
        }
        connect(m_socket, &QTcpSocket::readyRead, this, &Target::read);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Target::repeat, Qt::QueuedConnection);
        read();
    }

    void read()
    {
        m_received += m_socket->readAll();
        const qsizetype head = m_received.indexOf("\r\n\r\n");
        if (m_answered || head < 0 || m_received.size() < head + 4 + m_script.bodySize)
            return;
        m_answered = true;
        m_socket->write(m_script.answer);
        m_socket->flush();
        if (m_script.ending == Ending::Close)
            m_socket->disconnectFromHost();
        if (m_script.ending == Ending::Reset) {
            const linger atOnce{.l_onoff = 1, .l_linger = 0};
            setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                       sizeof atOnce);
            m_socket->abort();
        }
    }

    void repeat()
    {
        const auto *secure = qobject_cast<QSslSocket *>(m_socket);
        const qint64 unsent
            = m_socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
        if (m_answered && !m_script.repeated.isEmpty() && unsent < 65536)
            m_socket->write(m_script.repeated);
    }

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    QTcpSocket *m_socket = nullptr; // the server's child
    QByteArray m_received;
    int m_connections = 0;
    bool m_answered = false;
};

} // namespace support
