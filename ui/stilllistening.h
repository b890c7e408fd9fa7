// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/settings.h"
#include "listener/listening.h"

#include <optional>

namespace ui
{

// What is said where listening elsewhere failed: that it goes on where it was. Empty: it does not.
QString stillListening(const std::optional<listener::Listening> &listening,
                       const inspector::Settings &tried);

// Those that were tried, with the address and port where it goes on: what failed is not to be tried
// first at the next start. Where it does not listen they stay as they are.
inspector::Settings workingSettings(const inspector::Settings &tried,
                                    const std::optional<listener::Listening> &listening);

} // namespace ui
