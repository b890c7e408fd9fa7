// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tokens.h"

namespace ui
{

// A block's ground and its edge.
struct PanelInks {
    Ink ground;
    Ink edge;
};

PanelInks panelOf(const signature::Verdict &verdict);

} // namespace ui
