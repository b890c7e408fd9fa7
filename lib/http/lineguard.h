// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "http/parseerror.h"

namespace http
{

// The checks that run on raw lines before llhttp sees them; it lets through what these refuse.

// A byte that a token may have (RFC 9110, 5.6.2).
bool tokenByte(char byte);

// How many bytes stand before the first that may not: NUL, a control but TAB, what follows a CR.
qsizetype goodBytes(QByteArrayView line);

// Refuses bytes of a line that may not stand in any: NUL, controls but TAB, CR but as the last
// byte. `line` may be the beginning of one that has not ended yet.
ParseError checkBytes(QByteArrayView line);

// Splits "Name: value"; `line` without its CRLF.
ParseError readField(QByteArrayView line, Field &field);

// Refuses a request line as soon as its beginning, up to the CR, can no more become one.
ParseError checkRequestLine(QByteArrayView line);

// Splits "POST /path HTTP/1.1"; `line` without its CRLF.
ParseError readRequestLine(QByteArrayView line, Request &request);

// Refuses a URL without a host (RFC 9110, 4.2.2). A user or a fragment has no business there
// either, but parsers take them, and they are shown as received. Apart from the line, since what
// older versions took for a target is still read.
ParseError checkReceivedTarget(QByteArrayView target);

// One Host for HTTP/1.1, at most one for HTTP/1.0, and a host in it (RFC 9112, 3.2).
ParseError checkHost(const Request &request);

} // namespace http
