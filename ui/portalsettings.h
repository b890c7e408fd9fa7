// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusVariant>
#include <QObject>

namespace ui
{

// org.freedesktop.portal.Settings on the session bus; lives in a thread that may block.
class PortalSettings : public QObject
{
    Q_OBJECT

public:
    ~PortalSettings() override;

    void read();

Q_SIGNALS:
    void colorScheme(const QVariant &value);

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace ui
