// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "resend/exchange.h"
#include "resend/targettrust.h"
#include "resend/tlsfault.h"

#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace resend
{

// How an exchange ends before its answer is whole, and the sentence for it.

QString Exchange::received() const
{
    const http::Response &response = m_parser.response();
    if (m_parser.progress() == http::ResponseParser::Progress::Head)
        return tr("Only a part of its header block had come.");
    const auto length = http::value(response.fields, "Content-Length");
    if (!length)
        return tr("%1 of a %2 answer had come.")
            .arg(core::byteSize(response.body.size()), QString::number(response.status));
    return tr("%1 of %2 bytes of a %3 answer had come.")
        .arg(QString::number(response.body.size()), QString::fromLatin1(*length),
             QString::number(response.status));
}

void Exchange::lost()
{
    switch (m_stage) {
    case Stage::Connect:
        return lostInConnecting();
    case Stage::Handshake:
        if (!m_socket->sslHandshakeErrors().isEmpty())
            Q_EMIT refused(
                certificateFacts(m_socket->peerCertificateChain(), m_socket->sslHandshakeErrors()));
        else if (m_watch.wasReset())
            return fail(tr("It reset the connection during the TLS handshake."));
        return fail(handshakeFault(*m_socket, m_order.target.host()));
    case Stage::Transfer:
        receive(); // What had come before the end counts.
        return lostInTransfer();
    case Stage::Lookup:
    case Stage::Done:
        return;
    }
}

// At this computer it is sure that nobody is there; elsewhere a firewall may say so as well.
static QString refusal(const QUrl &target)
{
    const int port = target.port(target.scheme() == "https"_L1 ? 443 : 80);
    return staysHere(target)
        ? Exchange::tr("The connection was refused: nothing listens on port %1 of this computer.")
              .arg(port)
        : Exchange::tr("The connection was refused: nothing listens on its port %1.").arg(port);
}

void Exchange::lostInConnecting()
{
    if (throughProxy())
        return fail(tr("The proxy %1:%2 made no connection to it: %3.")
                        .arg(m_proxy.hostName())
                        .arg(m_proxy.port())
                        .arg(m_socket->errorString()));
    if (m_addresses.isEmpty())
        return fail(m_socket->error() == QAbstractSocket::ConnectionRefusedError
                        ? refusal(m_order.target)
                        : m_socket->errorString() + u'.');
    m_socket->disconnect(this);
    m_socket->deleteLater();
    connectToNext();
}

void Exchange::lostInTransfer()
{
    if (m_stage != Stage::Transfer)
        return;
    const bool reset = m_watch.wasReset();
    if (!m_anyByte)
        return fail(m_wantsOurCertificate
                        ? tr("It wants a certificate of the sender, and none is shown.")
                        : reset ? tr("It reset the connection without an answer.")
                                : tr("It closed the connection without an answer."));
    const QString had = received();
    // One that goes on to the end would else be taken for whole.
    if (reset)
        return fail(tr("It reset the connection before its answer was whole.") + u' ' + had);
    m_parser.finish();
    if (m_parser.progress() != http::ResponseParser::Progress::Complete)
        return fail(describe(m_parser.error()) + u' ' + had);
    if (secure() && !m_closeNotice)
        return fail(tr("The connection ended without the notice of TLS that the answer is whole.")
                    + u' ' + had);
    succeed();
}

void Exchange::timedOut()
{
    const QString time = QString::number(double(m_order.timeout.count()) / 1000);
    switch (m_stage) {
    case Stage::Lookup:
        return fail(tr("The name was not resolved within %1 s.").arg(time));
    case Stage::Connect:
        return fail(tr("It did not accept the connection within %1 s.").arg(time));
    case Stage::Handshake:
        return fail(tr("It did not finish the TLS handshake within %1 s.").arg(time));
    case Stage::Transfer:
        if (!m_anyByte)
            return fail(
                m_outgoing.isEmpty()
                    ? tr("It did not answer within %1 s; it may still work on it.").arg(time)
                    : tr("It did not take the whole request within %1 s.").arg(time));
        return fail(tr("Its answer was not whole within %1 s.").arg(time) + u' ' + received());
    case Stage::Done:
        return;
    }
}

} // namespace resend
