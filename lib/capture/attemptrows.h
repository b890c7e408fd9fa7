// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/insertion.h"
#include "capture/schema.h"
#include "capture/selection.h"

namespace capture
{

// How an attempt stands in the store's tables, and back; the columns but for the id, which the
// table gives. What became of the body of an edited request is for the store to say.
QString attemptColumns(int version = schemaVersion);
bool insert(Insertion &to, const Attempt &attempt);
Attempt readAttempt(const Selection &row); // the id first

} // namespace capture
