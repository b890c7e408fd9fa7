// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/tablesettings.h"

#include <QSettings>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

TableSettings loadTable(const QSettings &settings)
{
    const TableSettings usual;
    return {.tint = settings.value(u"table/tint"_s, usual.tint).toBool(),
            .repeats = settings.value(u"table/repeats"_s, usual.repeats).toBool(),
            .letters = settings.value(u"table/letters"_s, usual.letters).toBool(),
            .compact = settings.value(u"table/compact"_s, usual.compact).toBool()};
}

void save(const TableSettings &table, QSettings &settings)
{
    settings.setValue(u"table/tint"_s, table.tint);
    settings.setValue(u"table/repeats"_s, table.repeats);
    settings.setValue(u"table/letters"_s, table.letters);
    settings.setValue(u"table/compact"_s, table.compact);
}

} // namespace ui
