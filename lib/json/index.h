// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/syntaxerror.h"

#include <variant>
#include <vector>

namespace json
{

// How deep objects and arrays may stand in one another, and how long a text may be.
constexpr int maximumDepth = 1024;
constexpr qsizetype maximumSize = 0x7FFFFFFF; // offsets have 31 bits

// One value of a text, in eight bytes; entries stand in the text's order.
struct Entry {
    quint32 start : 31; // of the member's key, else of the value
    quint32 keyed : 1;
    quint32 after : 31; // the entry behind the value and all that it holds
    quint32 repeated : 1; // its object has another member with the same key
};

struct Index {
    std::vector<Entry> entries;
    bool repeatsKeys = false;
};

// Reads a text once, strictly (RFC 8259), but for a byte order mark, which is passed over. Depth
// costs no call stack.
std::variant<Index, SyntaxError> indexOf(QByteArrayView text);

} // namespace json
