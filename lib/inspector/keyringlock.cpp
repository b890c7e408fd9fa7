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

void askWhetherKeyringIsLocked(QObject *context, const std::function<void(bool locked)> &told)
{
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                              u"/org/freedesktop/secrets/aliases/default"_s,
                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    ask.setAutoStartService(false); // what does not run has just answered nothing
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // a call would never be finished
        QMetaObject::invokeMethod(context, [told] { told(false); }, Qt::QueuedConnection);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, told] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        told(reply.isValid() && reply.value().variant().toBool());
    });
}

} // namespace inspector
