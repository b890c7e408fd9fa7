// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/addresswatch.h"

#include <QNetworkInterface>

namespace ui
{

AddressWatch::AddressWatch(QObject *parent)
    : AddressWatch(&QNetworkInterface::allAddresses, parent)
{
}

AddressWatch::AddressWatch(Addresses addresses, QObject *parent)
    : QObject(parent)
    , m_addresses(std::move(addresses))
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &AddressWatch::look);
}

void AddressWatch::watch(const QString &address)
{
    m_address = QHostAddress(address);
    const bool special = m_address.isNull() || m_address.isLoopback()
        || m_address == QHostAddress(QHostAddress::AnyIPv4)
        || m_address == QHostAddress(QHostAddress::AnyIPv6);
    special ? m_timer.stop() : m_timer.start();
}

void AddressWatch::look()
{
    if (!watching() || m_addresses().contains(m_address))
        return;
    m_timer.stop();
    Q_EMIT gone(m_address.toString());
}

} // namespace ui
