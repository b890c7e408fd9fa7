// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace listener
{

// What a peer's first bytes turn out to be.
enum class Opening { Tls, PlainHttp, Other };

Opening opening(QByteArrayView firstBytes);

// The server name of a ClientHello (RFC 6066, 3). Nothing where the bytes hold no whole ClientHello
// record, it names no host, or they are no ClientHello at all; safe on hostile input.
std::optional<QByteArray> serverName(QByteArrayView firstBytes);

} // namespace listener
