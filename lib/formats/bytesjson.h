// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "json/writer.h"

namespace formats
{

// Bytes that are not UTF-8 stand as {"base64":"…"}.
void writeBytes(json::Writer &writer, QByteArrayView bytes);

// [["Name","value"],…]
void writeFields(json::Writer &writer, const http::Fields &fields);

} // namespace formats
