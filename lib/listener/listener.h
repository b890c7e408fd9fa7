// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "listener/listening.h"
#include "listener/service.h"

#include <QTimer>

namespace listener
{

class Acceptor;
class Arrival;
class Connection;

struct ListenOptions {
    QString address = QStringLiteral("127.0.0.1"); // "127.0.0.1" or "localhost": ::1 as well
    quint16 port = 8443; // 0: any free one
    tls::Identity identity;
    http::Limits limits;
};

// The HTTPS listener: accepts, hands each socket to a Connection, and keeps them within the limits.
// Lives on the net thread.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(QObject *parent = nullptr);
    ~Listener() override;

    Backlog &backlog() { return m_service.backlog; }
    RejectionLog &rejections() { return m_service.rejections; }

public Q_SLOTS:
    // started or failed. Limits and identity are in force in any case.
    void start(const listener::ListenOptions &options);
    void stop(); // no new ones; answers what is under way, then stopped
    void setRoutes(const listener::Routes &routes);
    void setIdentity(const tls::Identity &identity);
    void setPaused(bool paused);
    void expectOwn(const QByteArray &token); // a request of this program's own; see OwnRequests
    void relay(qint64 delivery, const http::Response &response); // to whoever waits for it
    void relayNone(qint64 delivery); // who waits for it is answered by the profile, at once

Q_SIGNALS:
    void started(const listener::Listening &listening);
    // freePort 0: the port is not the trouble. Still listening: where it did before.
    void failed(const core::Error &error, quint16 freePort, bool stillListening);
    void stopped();

private:
    core::Result<Listening> listen(const ListenOptions &options);
    core::Result<Listening> moveTo(const ListenOptions &options);
    core::Status addAcceptor(const QHostAddress &address, quint16 port);
    void accept(qintptr descriptor);
    void open(Arrival *arrival, const QByteArray &firstBytes);
    void openTls(Arrival *arrival, const QByteArray &firstBytes);
    void refusePlain(Arrival *arrival, const QByteArray &firstBytes);
    bool makeRoom();
    void remove(Connection *connection);
    void sweep();
    void finishStopping();

    Service m_service;
    QList<Acceptor *> m_acceptors;
    QString m_address; // that they listen on, as it was asked for
    QList<Arrival *> m_arrivals;
    QList<Connection *> m_connections;
    QTimer m_sweep;
    qint64 m_stopBy = 0; // steady milliseconds; 0: not stopping
};

} // namespace listener
