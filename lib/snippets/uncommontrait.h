// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace snippets
{

// What keeps code for the scheme from being made in any language, as a sentence; empty: nothing
// that shows at once.
QString uncommonTrait(const signature::Scheme &scheme);

} // namespace snippets
