// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

#include <QString>

namespace models
{

// What a header says, in words, where it is known: "24 Nov 2024 14:32:14, 1.1 s before arrival".
// `receivedAt` in microseconds since the epoch. Empty for an unknown header.
QString fieldMeaning(const http::Field &field, qint64 receivedAt);

} // namespace models
