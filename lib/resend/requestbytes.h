// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"

namespace resend
{

// Why the request cannot stand on the wire as it is; nothing where it can: an empty or spaced
// method or target, an empty name, a line break or NUL in a field.
QString objection(const http::Request &request);

// The request line and the fields, with the empty line. A head that the request still has goes out
// as it stands; addressed() sees to it that it says what the request says.
QByteArray headBytes(const http::Request &request);

// What stands before and behind the body: of a chunked request the size line, and the end with its
// trailers. The body goes out as one chunk.
QByteArray bodyPrefix(const http::Request &request);
QByteArray bodySuffix(const http::Request &request);

} // namespace resend
