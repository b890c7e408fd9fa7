// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "capture/summary.h"
#include "filter/rowmatch.h"

namespace filter
{

// What a row alone can tell: is the answer in its fields, or must the record be read?
Match matches(const Filter &filter, const capture::Summary &row);

// All of it. A rejection has no header fields and no JSON; its bytes count as its body.
bool matches(const Filter &filter, const capture::Record &record);
bool matches(const Filter &filter, const capture::Rejection &rejection);

} // namespace filter
