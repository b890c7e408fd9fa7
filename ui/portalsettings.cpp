// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/portalsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QLatin1StringView busName("hookglass-look");
constexpr QLatin1StringView service("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView path("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView interface("org.freedesktop.portal.Settings");
constexpr QLatin1StringView appearance("org.freedesktop.appearance");
constexpr QLatin1StringView colorSchemeKey("color-scheme");

} // namespace

PortalSettings::~PortalSettings() { QDBusConnection::disconnectFromBus(busName); }

void PortalSettings::read()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName);
    if (!bus.isConnected())
        return;
    // QtDBus connects by name only.
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(take(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << colorSchemeKey;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(appearance, colorSchemeKey, reply.value());
    });
}

void PortalSettings::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance || key != colorSchemeKey)
        return;
    // Read wraps its answer twice, the signal once.
    QVariant inner = value.variant();
    while (inner.userType() == qMetaTypeId<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    Q_EMIT colorScheme(inner);
}

} // namespace ui
