// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

namespace commands
{

// An answer, head and body, to stdout. A packed body of text is unpacked, which is said on stderr.
// False when it cannot be written.
[[nodiscard]] bool printAnswer(const http::Response &response);

} // namespace commands
