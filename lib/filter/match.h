// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/contents.h"
#include "capture/record.h"
#include "capture/summary.h"
#include "filter/rowmatch.h"

namespace filter
{

// What a row alone can tell: is the answer in its fields, or must the record be read?
Match matches(const Filter &filter, const capture::Summary &row);

// What all that it says can tell, without what was said of it later: NeedsRecord where that
// matters.
Match matches(const Filter &filter, const capture::Content &content);

// The parts of a content that this looks at.
capture::ContentParts partsAsked(const Filter &filter);

// All of it. A rejection has no header fields and no JSON; its bytes count as its body.
bool matches(const Filter &filter, const capture::Record &record);
bool matches(const Filter &filter, const capture::Rejection &rejection);

} // namespace filter
