// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <optional>

namespace signature
{

enum class LiteralLanguage : quint8 { Python, Ruby, Ruby34 };

// What the language prints for parsed JSON that somebody took for the text itself: Python's
// {'a': None}, Ruby's {"a"=>nil}. Nothing when it would take more than `limit` bytes.
std::optional<QByteArray> literalText(const json::Document &document, LiteralLanguage language,
                                      qsizetype limit);

// Python's text for bytes: b'{"a": "caf\xc3\xa9\n"}'.
QByteArray pythonBytes(QByteArrayView bytes);

} // namespace signature
