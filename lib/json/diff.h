// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <optional>

namespace json
{

enum class Change : quint8 { Added, Removed, Changed, OtherKind };

// One place where two texts say something else; what is only in one has no node in the other.
struct Difference {
    Change change = Change::Changed;
    std::optional<Document::Node> left;
    std::optional<Document::Node> right;

    bool operator==(const Difference &) const = default;
};

// Whether two values say the same: members in any order, strings with their escapes decoded,
// numbers as they are written, so that 1 and 1.0 differ.
bool equal(const Document &a, Document::Node inA, const Document &b, Document::Node inB);

// The first `most` differences, in the order of the left text, each member that is only in the
// right one behind its siblings. Members are matched by their keys, repeated ones in their order;
// of two arrays the equal beginnings and ends are left out, and what is between is matched in
// order.
QList<Difference> differences(const Document &left, const Document &right, qsizetype most);

} // namespace json
