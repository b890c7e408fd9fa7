// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/acceptor.h"

namespace listener
{

constexpr int neverPause = 1'000'000; // we cap connections ourselves

Acceptor::Acceptor(QObject *parent)
    : QSslServer(parent)
{
    setMaxPendingConnections(neverPause);
    setListenBacklogSize(1024);
}

void Acceptor::incomingConnection(qintptr descriptor) { Q_EMIT accepted(descriptor); }

} // namespace listener
