// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace json
{

// What makes a text no JSON (RFC 8259).
enum class Fault {
    Empty,
    EndsEarly, // inside an object or an array
    ValueExpected,
    KeyExpected,
    ColonExpected,
    CommaExpected,
    GoesOn, // after the value
    UnknownWord,
    DigitExpected,
    LeadingZero,
    UnclosedString,
    ControlCharacter,
    UnknownEscape,
    HexExpected,
    BadUtf8,
    TooDeep,
    TooLarge,
};

struct SyntaxError {
    Fault fault = Fault::Empty;
    qsizetype offset = 0; // in bytes
    qsizetype line = 1;
    qsizetype column = 1; // in characters; an ill-formed sequence counts as one

    bool operator==(const SyntaxError &) const = default;
};

// The error with the line and column of `offset`; CR LF, LF and CR end a line.
SyntaxError errorAt(QByteArrayView text, qsizetype offset, Fault fault);

// "line 1, column 14: a comma is expected"
QString describe(const SyntaxError &error);

} // namespace json
