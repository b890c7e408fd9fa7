// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/forwardloop.h"

#include "resend/specialname.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QUrl>

#include <algorithm>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

static bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

// Whom a connection to the address reaches: any address is this computer, and an IPv4 address in
// IPv6's clothes is IPv4.
static QHostAddress reached(const QHostAddress &address)
{
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        return QHostAddress::LocalHost;
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress::LocalHostIPv6;
    bool isIPv4 = false;
    const quint32 number = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(number) : address;
}

// The two loopback addresses are listened to together.
static bool listensAt(const QString &address, const QHostAddress &place)
{
    if (address == "localhost"_L1 || address == "127.0.0.1"_L1)
        return place == QHostAddress(QHostAddress::LocalHost)
            || place == QHostAddress(QHostAddress::LocalHostIPv6);
    const QHostAddress own(address);
    if (!isAny(own))
        return own == place;
    return own.protocol() == place.protocol()
        && (place.isLoopback() || QNetworkInterface::allAddresses().contains(place));
}

QString loopObjection(const QUrl &target, const QString &address, quint16 port)
{
    const int usual = target.scheme() == "https"_L1 ? 443 : 80;
    const auto places = resend::knownAddresses(target.host());
    if (port == 0 || target.port(usual) != port || !places
        || std::none_of(places->begin(), places->end(), [&address](const QHostAddress &place) {
               return listensAt(address, reached(place));
           }))
        return {};
    return QCoreApplication::translate("inspector",
                                       "Hookglass itself listens there: each webhook would come "
                                       "back and be sent on again, without end.");
}

} // namespace inspector
