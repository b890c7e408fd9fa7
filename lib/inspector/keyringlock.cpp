// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/keyringlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

static Keyring stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (reply.isValid())
        return reply.value().variant().toBool() ? Keyring::Locked : Keyring::Unlocked;
    switch (reply.error().type()) {
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
        return Keyring::Missing;
    default:
        return Keyring::NoService;
    }
}

void askForKeyring(QObject *context, const std::function<void(Keyring keyring)> &told)
{
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                              u"/org/freedesktop/secrets/aliases/default"_s,
                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    ask.setAutoStartService(false); // what does not run has just answered nothing
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // a call would never be finished
        QMetaObject::invokeMethod(
            context, [told] { told(Keyring::NoService); }, Qt::QueuedConnection);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, told] {
        watcher->deleteLater();
        told(stateOf(*watcher));
    });
}

} // namespace inspector
