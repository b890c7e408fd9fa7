// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"

namespace formats
{

// Reads one request in raw HTTP form. Bare LF line ends are taken as well, and a missing Host,
// since editors and people write such files; without Content-Length and Transfer-Encoding the rest
// of the file is the body, unless another request's line comes next: then there is none. A line
// that says HTTP/2 or HTTP/3, as browsers show it, becomes one of HTTP/1.1. The error's why names
// what is wrong and where. Nothing but line ends may stand behind the request, unless `used` is
// there to be told how many bytes it took.
core::Result<http::Request> readRawHttp(QByteArrayView bytes, qsizetype *used = nullptr);

// The same with a Content-Length where nothing says how long its body is, so that another request
// may stand behind it.
http::Request framed(http::Request request);

// The request as it came: its own head where it has one, else one made from the fields; a chunked
// body as one chunk and its trailers.
QByteArray writeRawHttp(const http::Request &request);

} // namespace formats
