// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <QList>

#include <optional>

namespace json
{

// A value as a cell of a table has room for it.
struct ShortValue {
    Kind kind = Kind::Null;
    QByteArray text; // of a string what it says, of anything else the text as it stands
    bool cut = false; // there is more

    bool operator==(const ShortValue &) const = default;
};

using ShortValues = QList<std::optional<ShortValue>>; // nothing: there is no such value

// Those that JSON pointers (RFC 6901) lead to, of each the first `most` bytes: in the order of the
// pointers, and none of a text that is not JSON. Of repeated keys the first one counts.
ShortValues shortValues(const QByteArray &text, const QList<QByteArray> &pointers, qsizetype most);

} // namespace json
