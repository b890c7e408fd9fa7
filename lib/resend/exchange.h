// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/responseparser.h"
#include "resend/outgoing.h"
#include "resend/resendclient.h"
#include "resend/resetwatch.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QTimer>

#include <limits>

class QHostInfo;
class QSslSocket;

namespace resend
{

// One order on its way: looks the host up, connects, sends once, reads the answer; says finished()
// once, and is then done for. What was sent is never sent again.
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(Order order, QObject *parent);
    ~Exchange() override;

    void start();
    void cancel();

Q_SIGNALS:
    void refused(const QString &certificate); // in front of finished(): it was not accepted
    void finished(const capture::Attempt &attempt);

private:
    enum class Stage { Lookup, Connect, Handshake, Transfer, Done };

    bool prepare();
    void findProxy();
    void takeProxy(const core::Result<QNetworkProxy> &found);
    void lookUp();
    void takeAddresses(const QHostInfo &info);
    void useAddresses();
    void connectToNext();
    void connected();
    void encrypted();
    void sendMore();
    void receive();
    void lost();
    void lostInConnecting();
    void lostInTransfer();
    void timedOut();
    bool sent() const;
    void fail(const QString &why, core::ErrorKind kind = core::ErrorKind::Environment);
    void succeed();
    void end();

    int lap(); // milliseconds since the last one
    bool secure() const;
    bool throughProxy() const;
    QString place() const; // https://host:port
    QString received() const; // how much of the answer there is, for a sentence

    const Order m_order;
    capture::Attempt m_attempt;
    QSslConfiguration m_configuration;
    QNetworkProxy m_proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    Stage m_stage = Stage::Lookup;
    QList<QHostAddress> m_addresses;
    QSslSocket *m_socket = nullptr;
    ResetWatch m_watch; // of its connection
    QTimer m_timer;
    QTimer m_pause; // between the pieces of a stretched one
    qsizetype m_piece = std::numeric_limits<qsizetype>::max(); // how much goes out at once
    QElapsedTimer m_total;
    qint64 m_lap = 0;
    int m_lookup = 0;
    Outgoing m_outgoing;
    http::ResponseParser m_parser;
    bool m_anyByte = false;
    bool m_closeNotice = false; // TLS said that nothing more comes
    bool m_wantsOurCertificate = false; // it said so
};

} // namespace resend
