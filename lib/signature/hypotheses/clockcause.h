// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/hints.h"

namespace signature
{

// What is wrong with the time of a request whose signature fits: proven, since the text that was
// signed holds the timestamp. Nothing for one that is in time.
std::optional<Hint> clockCause(const Question &question, const Verdict &verdict);

} // namespace signature
