// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

namespace ui
{

// Who decided what a webhook was answered, in words for people. It has an answer.
QString decidedBy(const inspector::Details &details);

} // namespace ui
