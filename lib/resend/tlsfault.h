// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>

class QDateTime;
class QSslSocket;

namespace resend
{

// Sentences that say why the target's certificate was not accepted: expired, not yet valid, for
// another name, self-signed, of an unknown authority, or what OpenSSL says. Empty without errors.
QString certificateFault(const QList<QSslError> &errors, const QString &host);

// Why the certificate is not the pinned one, or is not valid now; empty: it is. Neither its names
// nor its authority count.
QString pinFault(const QSslCertificate &certificate, const QString &pin, const QDateTime &now);

// What the certificates are, the target's own first, a line each for whom, by whom, until when and
// the SHA-256; and what the TLS library says of them.
QString certificateFacts(const QList<QSslCertificate> &chain, const QList<QSslError> &errors);

// Why the handshake of this socket came to nothing.
QString handshakeFault(const QSslSocket &socket, const QString &host);

} // namespace resend
