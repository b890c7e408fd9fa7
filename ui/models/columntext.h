// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/addedcolumns.h"

#include <optional>

namespace models
{

// The column that somebody typed: a path to a single value, "$.data.items[0].id", or a header,
// "h.User-Agent". Nothing: it is neither.
std::optional<AddedColumn> columnFromText(const QString &text);

} // namespace models
