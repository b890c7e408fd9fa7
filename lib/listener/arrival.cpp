// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/arrival.h"

#include "listener/steadyclock.h"

#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace listener
{

constexpr qsizetype peekLimit = 16 * 1024 + 5; // one TLS record

Arrival::Arrival(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
    , m_since(steadyMilliseconds())
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Arrival::peek);
}

Arrival::~Arrival()
{
    m_notifier.setEnabled(false);
    if (m_descriptor >= 0)
        ::close(int(m_descriptor));
}

qintptr Arrival::takeDescriptor() { return std::exchange(m_descriptor, -1); }

qint64 Arrival::age() const { return steadyMilliseconds() - m_since; }

void Arrival::peek()
{
    m_notifier.setEnabled(false); // A second peek at the same bytes would spin.
    QByteArray bytes(peekLimit, Qt::Uninitialized);
    const auto size = ::recv(int(m_descriptor), bytes.data(), size_t(bytes.size()), MSG_PEEK);
    bytes.truncate(std::max<qsizetype>(size, 0));
    Q_EMIT opened(bytes);
}

} // namespace listener
