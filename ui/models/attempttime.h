// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"
#include "signature/scheme.h"

namespace models
{

// What became of the timestamp in what was sent of a delivery: "Now", "Kept original", "−10 min" or
// "−305 s" from the moment of sending, "Left out", "No time"; "–" where its scheme has none.
QString timestampChoice(const capture::Delivery &received, const signature::Scheme &scheme,
                        const capture::Attempt &attempt);

} // namespace models
