// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <optional>

namespace resend
{

// The addresses of a host that no name server is to be asked for: of an address itself, of
// localhost and every name below it, and none of a name below invalid (RFC 6761, 6.3 and 6.4).
// Nothing: only a name server tells.
std::optional<QList<QHostAddress>> knownAddresses(const QString &host);

} // namespace resend
