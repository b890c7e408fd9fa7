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

// TLS 1.2 or later with ALPN http/1.1, trusting the order's authority alone, or the system's.
core::Result<QSslConfiguration> clientConfiguration(const Order &order);

} // namespace resend
