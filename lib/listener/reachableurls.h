// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

class QHostAddress;

namespace listener
{

// The URLs that reach a listener on the address, the one to copy first. Nobody can send to "any
// address": for 0.0.0.0 and :: these are localhost and each of the computer's own addresses,
// link-local ones left out.
QStringList reachableUrls(const QHostAddress &address, quint16 port);
QStringList reachableUrls(const QHostAddress &address, quint16 port,
                          const QList<QHostAddress> &ownAddresses);

} // namespace listener
