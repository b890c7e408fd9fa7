// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <optional>

namespace signature
{

// Smile.io's rule, from its documentation on webhooks.
const Scheme &smile();

// The scheme of that id, nothing for an unknown one.
std::optional<Scheme> schemeById(QStringView id);

} // namespace signature
