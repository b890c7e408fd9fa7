// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <functional>

namespace ui
{

// Notices when the address that is listened on leaves this computer: the socket itself would stay
// silent for good.
class AddressWatch : public QObject
{
    Q_OBJECT

public:
    using Addresses = std::function<QList<QHostAddress>()>;

    explicit AddressWatch(QObject *parent = nullptr); // asks the system
    explicit AddressWatch(Addresses addresses, QObject *parent = nullptr);

    void watch(const QString &address); // nothing to watch: loopback, all addresses, or none
    bool watching() const { return m_timer.isActive(); }
    void look();

Q_SIGNALS:
    void gone(const QString &address); // once

private:
    static constexpr int interval = 5'000; // milliseconds

    Addresses m_addresses;
    QTimer m_timer;
    QHostAddress m_address;
};

} // namespace ui
