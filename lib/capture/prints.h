// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

namespace signature
{
struct Scheme;
}

namespace capture
{

// What a delivery is recognised by when it comes again: the first bits of SHA-256, so that nobody
// makes two alike by chance or with little effort.
struct Prints {
    quint64 body = 0; // 0: there is none, or it is not known
    quint32 signature = 0; // of it and its signed time, as received; 0: one of them is not there

    bool operator==(const Prints &) const = default;
};

// A signature counts only by a scheme that signs a time: any other is the same in each attempt. Nor
// where a form would have to be decoded that is too large for a connection to wait for.
Prints printsOf(const http::Request &request, const signature::Scheme *scheme);

} // namespace capture
