// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/timesettings.h"

#include <QStandardPaths>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

QStringList timeSettingsCommand()
{
    const QList<QStringList> known{{u"gnome-control-center"_s, u"datetime"_s},
                                   {u"systemsettings"_s, u"kcm_clock"_s},
                                   {u"systemsettings5"_s, u"kcm_clock"_s},
                                   {u"cinnamon-settings"_s, u"calendar"_s},
                                   {u"mate-time-admin"_s},
                                   {u"time-admin"_s}};
    for (const QStringList &command : known) {
        const QString program = QStandardPaths::findExecutable(command.first());
        if (!program.isEmpty())
            return QStringList{program} + command.sliced(1);
    }
    return {};
}

} // namespace ui
