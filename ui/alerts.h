// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

class QSettings;

namespace ui
{

// What the user wants to be told while the window is not in front. Nothing without the tray.
struct Alerts {
    bool tray = false;
    bool badSignatures = true; // invalid and malformed ones
    bool everyWebhook = false;
    bool trouble = true; // what the message bar shows as an error

    friend bool operator==(Alerts, Alerts) = default;
};

Alerts loadAlerts(const QSettings &settings);
void save(Alerts alerts, QSettings &settings);

} // namespace ui
