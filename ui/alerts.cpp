// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/alerts.h"

#include <QSettings>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

Alerts loadAlerts(const QSettings &settings)
{
    const Alerts usual;
    return {.tray = settings.value(u"alerts/tray"_s, usual.tray).toBool(),
            .badSignatures
            = settings.value(u"alerts/badSignatures"_s, usual.badSignatures).toBool(),
            .everyWebhook = settings.value(u"alerts/everyWebhook"_s, usual.everyWebhook).toBool(),
            .trouble = settings.value(u"alerts/trouble"_s, usual.trouble).toBool()};
}

void save(Alerts alerts, QSettings &settings)
{
    settings.setValue(u"alerts/tray"_s, alerts.tray);
    settings.setValue(u"alerts/badSignatures"_s, alerts.badSignatures);
    settings.setValue(u"alerts/everyWebhook"_s, alerts.everyWebhook);
    settings.setValue(u"alerts/trouble"_s, alerts.trouble);
}

} // namespace ui
