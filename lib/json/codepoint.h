// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace json
{

// One character of a string literal, however it is spelled.
struct CodePoint {
    char32_t code = 0; // a surrogate where an escape stands for half a pair
    qsizetype length = 0; // of its spelling, in bytes
};

// The character that begins at `at` in a good literal.
CodePoint codePointAt(QByteArrayView literal, qsizetype at);

// The UTF-16 unit of the four hex digits at `at`; -1 when they are not four.
int hexUnit(QByteArrayView text, qsizetype at);

// What a letter behind a backslash stands for; nothing for one that escapes nothing. 'u' is not
// among them.
std::optional<char> escapedByte(char letter);

void appendUtf8(QByteArray &out, char32_t code);

} // namespace json
