// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/columntext.h"

#include "filter/jsonpath.h"

namespace models
{

using namespace Qt::Literals::StringLiterals;

// RFC 6901; nothing for a path that may lead to many values.
static std::optional<QByteArray> pointerOf(const filter::JsonPath &path)
{
    using Kind = filter::JsonPath::Step::Kind;
    QByteArray pointer;
    for (const filter::JsonPath::Step &step : path.steps) {
        if (step.kind == Kind::Key)
            pointer += '/' + QByteArray(step.key).replace('~', "~0").replace('/', "~1");
        else if (step.kind == Kind::Index)
            pointer += '/' + QByteArray::number(step.index);
        else
            return {};
    }
    return pointer;
}

std::optional<AddedColumn> columnFromText(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.startsWith("h."_L1, Qt::CaseInsensitive)) {
        const AddedColumn column = headerColumn(typed.sliced(2).toLatin1());
        return isColumn(column) ? std::optional(column) : std::nullopt;
    }
    const auto path = filter::JsonPath::read(typed);
    const auto pointer = path ? pointerOf(*path) : std::nullopt;
    if (!pointer)
        return {};
    return AddedColumn{.pointer = *pointer, .path = typed};
}

} // namespace models
