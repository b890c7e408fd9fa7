// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QSslConfiguration>
#include <QUrl>

namespace resend
{

struct Order;

// Why nothing can be sent there; nothing where something can: no http or https, no host, a user
// name (which would have to become a header that nobody wrote).
QString objection(const QUrl &target);

// Whether nothing leaves this computer: localhost, and the loopback addresses.
bool staysHere(const QUrl &target);

// TLS 1.2 or later with ALPN http/1.1, trusting the order's authority alone, or the system's. With
// a pin nothing is checked but that the target has a certificate: pinFault() says the rest.
core::Result<QSslConfiguration> clientConfiguration(const Order &order);

// A pin is the SHA-256 of a certificate, "3F:9A:…". Of hexadecimal digits in any writing, and of a
// file with the certificate in PEM or DER form; empty: the text is no SHA-256.
QString pinOf(const QString &text);
core::Result<QString> pinOfFile(const QString &file);

} // namespace resend
