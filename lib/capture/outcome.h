// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"

namespace capture
{

// Whether the target took it: an answer of 2xx.
inline bool succeeded(const Attempt &attempt)
{
    return attempt.response && attempt.response->status >= 200 && attempt.response->status < 300;
}

} // namespace capture
