// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

namespace ui
{

// Of a webhook without an answer on record: one may still come. What was received before this
// start, or came by an import, gets none any more.
bool awaitsAnswer(const inspector::Details &details);

} // namespace ui
