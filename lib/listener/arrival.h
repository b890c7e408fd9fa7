// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "listener/clienthello.h"

#include <QObject>
#include <QSocketNotifier>

namespace listener
{

// An accepted socket until its first bytes tell what it is. They are peeked at once and stay in the
// socket. Owns the descriptor until it hands it over. Lives on the net thread.
class Arrival : public QObject
{
    Q_OBJECT

public:
    explicit Arrival(qintptr descriptor, QObject *parent = nullptr);
    ~Arrival() override;

    qintptr takeDescriptor();
    qint64 age() const; // milliseconds since it was accepted

Q_SIGNALS:
    void opened(const QByteArray &firstBytes); // empty: the peer left without a byte

private:
    void peek();

    qintptr m_descriptor;
    QSocketNotifier m_notifier;
    qint64 m_since;
};

} // namespace listener
