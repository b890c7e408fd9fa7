// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "listener/listening.h"

#include <optional>

namespace ui
{

// What is said where listening elsewhere failed: that it goes on where it was. Empty: it does not.
QString stillListening(const std::optional<listener::Listening> &listening);

} // namespace ui
