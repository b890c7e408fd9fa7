// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/stilllistening.h"

#include <QCoreApplication>

namespace ui
{

QString stillListening(const std::optional<listener::Listening> &listening)
{
    if (!listening)
        return {};
    return QCoreApplication::translate("ui::StillListening",
                                       "Hookglass still listens on %1, port %2.")
        .arg(listening->address)
        .arg(listening->port);
}

} // namespace ui
