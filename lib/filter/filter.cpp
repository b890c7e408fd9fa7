// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/filter.h"

#include <algorithm>

namespace filter
{

template <typename Holds> static bool anyTerm(const Node &node, const Holds &holds)
{
    if (node.kind == Node::Kind::Term)
        return holds(node.term);
    return std::any_of(node.parts.begin(), node.parts.end(),
                       [&holds](const NodePtr &part) { return anyTerm(*part, holds); });
}

// Of one of the words with these bits in a mask.
static bool names(const Term &term, Field field, quint32 mask)
{
    const auto *words = std::get_if<Words>(&term.test);
    return term.field == field && words && words->mask & mask;
}

bool asksForRecords(const Filter &filter)
{
    return filter.root && anyTerm(*filter.root, [](const Term &term) {
               return facts(term.field).kind == Kind::Content
                   || names(term, Field::Is, 1U << quint32(Is::Resent))
                   || names(term, Field::Has, 1U << quint32(Has::Sends));
           });
}

bool asksForRepeats(const Filter &filter)
{
    constexpr quint32 mask = 1U << quint32(Is::Repeated) | 1U << quint32(Is::Replayed);
    return filter.root
        && anyTerm(*filter.root, [](const Term &term) { return names(term, Field::Is, mask); });
}

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
