// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/filter.h"

#include <algorithm>

namespace filter
{

static bool asksForRecords(const Node &node)
{
    if (node.kind == Node::Kind::Term) {
        const quint32 sends = node.term.field == Field::Is ? 1U << quint32(Is::Resent)
            : node.term.field == Field::Has                ? 1U << quint32(Has::Sends)
                                                           : 0U;
        const auto *words = std::get_if<Words>(&node.term.test);
        return facts(node.term.field).kind == Kind::Content || (words && words->mask & sends);
    }
    return std::any_of(node.parts.begin(), node.parts.end(),
                       [](const NodePtr &part) { return asksForRecords(*part); });
}

bool asksForRecords(const Filter &filter) { return filter.root && asksForRecords(*filter.root); }

QList<Filter> conjuncts(const Filter &filter)
{
    QList<Filter> parts;
    if (!filter.root || filter.root->kind != Node::Kind::And)
        return parts;
    for (const NodePtr &part : filter.root->parts)
        parts.append({.text = filter.text.sliced(part->position, part->length), .root = part});
    return parts;
}

} // namespace filter
