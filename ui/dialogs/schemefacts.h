// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace ui
{

// What somebody who chooses wants to know of a scheme: how it signs, with what secret, how sure
// that is, and what it does not protect. A few lines.
QString schemeFacts(const signature::Scheme &scheme);

// The first two of these: for under the field that names it.
QString schemeNote(const signature::Scheme &scheme);

} // namespace ui
