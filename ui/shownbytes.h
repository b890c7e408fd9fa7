// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/shownbytes.h"

namespace ui
{

using models::shownBytes;
using models::shownLines;
using models::shownText;
using models::shownTextLines;

} // namespace ui
