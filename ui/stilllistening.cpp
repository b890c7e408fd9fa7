// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/stilllistening.h"

#include <QCoreApplication>

namespace ui
{

static QString tr(const char *text)
{
    return QCoreApplication::translate("ui::StillListening", text);
}

QString stillListening(const std::optional<listener::Listening> &listening,
                       const inspector::Settings &tried)
{
    if (!listening)
        return {};
    const QString text = workingSettings(tried, listening) == tried
        ? tr("Still listening on %1, port %2.")
        : tr("Still listening on %1, port %2; the change was not kept.");
    return text.arg(listening->address).arg(listening->port);
}

inspector::Settings workingSettings(const inspector::Settings &tried,
                                    const std::optional<listener::Listening> &listening)
{
    inspector::Settings works = tried;
    if (listening) {
        works.address = listening->address;
        works.port = listening->port;
    }
    return works;
}

} // namespace ui
