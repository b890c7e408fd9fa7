// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

namespace http
{

enum class Framing { None = 0, ContentLength = 1, Chunked = 2 }; // numbers stand in stores

// A request as received. `head` holds the very bytes from the request line through the empty line;
// method, target, version and fields are what it says. It is empty where only the fields are known.
struct Request {
    QByteArray method;
    QByteArray target;
    int versionMinor = 1; // of HTTP/1.x
    QByteArray head;
    Fields fields;
    Fields trailers;
    Framing framing = Framing::None;
    QByteArray body; // after de-chunking

    bool operator==(const Request &) const = default;
};

struct Response {
    int status = 200;
    QByteArray reason;
    int versionMinor = 1;
    Fields fields;
    Fields trailers;
    QByteArray body;

    bool operator==(const Response &) const = default;
};

} // namespace http
