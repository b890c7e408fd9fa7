// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "formats/typedmembers.h"

namespace formats
{

// The member `attempts` of a delivery's line, as writeAttempts() writes it; may be missing. What
// was a sentence and its reason comes back as one sentence.
QList<capture::Attempt> readAttempts(TypedMembers &delivery, qint64 id);

} // namespace formats
