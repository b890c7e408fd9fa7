// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/reachableurls.h"

#include <QHostAddress>
#include <QNetworkInterface>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

static bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

static QString urlOf(const QString &host, quint16 port)
{
    return u"https://%1:%2/"_s.arg(host).arg(port);
}

static QString urlOf(const QHostAddress &address, quint16 port)
{
    const QString text = address.toString();
    return urlOf(address.protocol() == QHostAddress::IPv6Protocol ? u'[' + text + u']' : text,
                 port);
}

QStringList reachableUrls(const QHostAddress &address, quint16 port,
                          const QList<QHostAddress> &ownAddresses)
{
    if (!isAny(address))
        return {urlOf(address, port)};
    QStringList urls{urlOf(u"localhost"_s, port)};
    for (const QHostAddress &own : ownAddresses) {
        // Qt's any address of IPv6 takes no IPv4.
        if (own.protocol() == address.protocol() && !own.isLoopback() && !own.isLinkLocal())
            urls += urlOf(own, port);
    }
    return urls;
}

QStringList reachableUrls(const QHostAddress &address, quint16 port)
{
    return reachableUrls(address, port, QNetworkInterface::allAddresses());
}

} // namespace listener
