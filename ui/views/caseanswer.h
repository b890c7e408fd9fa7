// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/attemptmodel.h"

namespace ui
{

// How the answer to a test case is to be taken, as in a run of all: what is refused rightly is no
// failure. Nothing for any other send, and where no answer came.
std::optional<models::JudgedAnswer> caseAnswer(const capture::Attempt &attempt,
                                               const signature::Scheme &scheme);

} // namespace ui
