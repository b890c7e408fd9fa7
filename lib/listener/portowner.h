// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace listener
{

struct PortOwner {
    QString name;
    qint64 process = 0;

    bool operator==(const PortOwner &) const = default;
};

// Who listens on a TCP port, as far as this user may see it. `proc` is Linux's /proc; elsewhere
// nobody is found.
std::optional<PortOwner> portOwner(quint16 port, const QString &proc = QStringLiteral("/proc"));

// The same in a sentence: "“nginx” (process 812) holds the port."
QString holderOfPort(quint16 port, const QString &proc = QStringLiteral("/proc"));

} // namespace listener
