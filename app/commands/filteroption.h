// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "filter/filter.h"

#include <optional>

namespace commands
{

// --filter F, for the help.
Option filterUsage();

// What --filter says; all where it is not given. Nothing: it is wrong, which has been said, with a
// caret under the wrong place; end with BadUsage then.
std::optional<filter::Filter> filterOption(const Options &options);

} // namespace commands
