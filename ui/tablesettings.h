// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

class QSettings;

namespace ui
{

// What the user likes of the live table.
struct TableSettings {
    bool tint = true; // behind rows with a problem
    bool repeats = true; // tags say which attempt a webhook is that came again
    bool letters = true; // M and the slash act while it has the focus
    bool compact = false; // more rows, closer together

    bool operator==(const TableSettings &) const = default;
};

TableSettings loadTable(const QSettings &settings);
void save(const TableSettings &table, QSettings &settings);

} // namespace ui
