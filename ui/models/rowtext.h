// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

namespace models
{

// The table's words for what a row says; never colours or icons.
QString signatureText(const capture::Summary &row);
QString freshnessText(const capture::Summary &row); // "Fresh · 0.8 s"

} // namespace models
