// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <optional>

namespace json
{

// The text with a line a value and two spaces a level. Strings, numbers, order and repeated keys
// stay as they stand; only the white space between them is new. Nothing when that takes more than
// `limit` bytes, since deep texts grow with the square of their size.
std::optional<QByteArray> indented(const Document &document, qsizetype limit);

} // namespace json
