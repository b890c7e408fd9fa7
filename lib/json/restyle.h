// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"
#include "json/numbers.h"
#include "json/spelling.h"

#include <optional>

namespace json
{

// The white space between values.
struct Spacing {
    QByteArrayView comma = ",";
    QByteArrayView colon = ":";
    QByteArrayView lineBreak; // empty: all on one line
    QByteArrayView indent;
    QByteArrayView insideEmpty; // between the brackets of what holds nothing
    QByteArrayView insideList; // within the brackets of arrays that stay on their line
    bool listsOnOneLine = false;

    bool operator==(const Spacing &) const = default;
};

constexpr Spacing compact{};
constexpr Spacing pythonSpaced{.comma = ", ", .colon = ": "};
constexpr Spacing twoSpaces{.colon = ": ", .lineBreak = "\n", .indent = "  "};
constexpr Spacing fourSpaces{.colon = ": ", .lineBreak = "\n", .indent = "    "};
constexpr Spacing tabs{.colon = ": ", .lineBreak = "\n", .indent = "\t"};

enum class Order : quint8 {
    Kept,
    Sorted, // by the keys' bytes, at every depth
    ByLength, // shorter keys first, then by bytes, as databases store JSON
    IntegersFirst, // as ECMAScript orders the properties of an object (ECMA-262, 10.1.11)
};

enum class Empty : quint8 { Kept, AsList, AsObject };

// How a program that reads JSON and writes it again spells it. By default what it holds stays as it
// stands and only the white space goes.
struct Style {
    Spacing spacing;
    Order order = Order::Kept;
    Spelling spelling;
    Numbers numbers = Numbers::Kept;
    Empty empty = Empty::Kept; // {} and [] may be the same to the program
    bool lastOfRepeated = false; // of a key's repeats the last one, at the first one's place
    bool withoutNulls = false; // members that are null are left out
};

// Nothing when the text would take more than `limit` bytes.
std::optional<QByteArray> restyled(const Document &document, const Style &style, qsizetype limit);

// The text with its white space, and only strings spelled anew.
QByteArray respelled(const Document &document, Spelling spelling);

} // namespace json
