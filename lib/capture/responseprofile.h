// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

namespace capture
{

// What a sender is told.
struct ResponseProfile {
    int status = 200;
    http::Fields fields;
    QByteArray body;
    int delayMilliseconds = 0;

    bool operator==(const ResponseProfile &) const = default;
};

} // namespace capture
