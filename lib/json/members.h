// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/restyle.h"

#include <QList>

namespace json
{

// A member of an object. Where repeated keys become one, its key stands at another node than its
// value.
struct Member {
    Document::Node key = 0;
    Document::Node value = 0;
};

// The members that a program with that style writes, in its order.
QList<Member> orderedMembers(const Document &document, Document::Node object, const Style &style);

} // namespace json

Q_DECLARE_TYPEINFO(json::Member, Q_PRIMITIVE_TYPE);
