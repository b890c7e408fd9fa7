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

// Whether a ClientHello names HTTP/1.1 or HTTP/1.0 among its protocols (RFC 7301); as safe.
bool offersHttp1(QByteArrayView firstBytes);

} // namespace listener
