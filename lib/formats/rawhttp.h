// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"

namespace formats
{

// Reads one request in raw HTTP form, as the listener would have received it. Bare LF line ends are
// taken as well, since editors write them. The error names what is wrong and on which line.
core::Result<http::Request> readRawHttp(const QByteArray &bytes);

// The request as it came: its own head where it has one, else one made from the fields.
QByteArray writeRawHttp(const http::Request &request);

} // namespace formats
