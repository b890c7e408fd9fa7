// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace models
{

// The table's columns, in the order in which it shows them at first. Their numbers stand in the
// remembered layout: new ones go to the end.
enum class Column {
    Mark,
    Number,
    Received,
    Signature,
    Freshness,
    Topic,
    Summary,
    Size,
    Reply,
    Account,
    From,
    Secret,
    Endpoint,
    Method,
    Path,
    Duration,
    Age,
    Note,
    EventId,
    Scheme,
};
constexpr int columnCount = int(Column::Scheme) + 1;

QString columnTitle(Column column);

// Whether the table shows it until the user chooses.
constexpr bool shownAtFirst(Column column) { return column <= Column::Reply; }

} // namespace models
