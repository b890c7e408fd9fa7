// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/verdictterms.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using filter::Field;
using filter::Node;
using filter::NodePtr;

namespace
{

constexpr quint32 rejectedBit = 1U << quint32(filter::Is::Rejected);

enum class Role { Other, ShownSignature, ShownFreshness, HiddenSignature, HiddenFreshness };
constexpr size_t roles = size_t(Role::HiddenFreshness) + 1;

struct Part {
    NodePtr node;
    QString text;
    Role role = Role::Other;
};

// Of one term, or of alternatives for one kind of verdict. Nothing: it asks for something else.
std::optional<RowFilter> verdictsOf(const Node &node)
{
    RowFilter asked;
    if (node.kind == Node::Kind::Or) {
        for (const NodePtr &part : node.parts) {
            const auto one = verdictsOf(*part);
            if (!one || part->kind != Node::Kind::Term)
                return {};
            asked.signatures |= one->signatures;
            asked.freshness |= one->freshness;
            asked.rejected = asked.rejected || one->rejected;
        }
        const bool both = asked.freshness.any() && (asked.signatures.any() || asked.rejected);
        return both ? std::nullopt : std::optional(asked);
    }
    const auto *words = std::get_if<filter::Words>(&node.term.test);
    if (node.kind != Node::Kind::Term || !words)
        return {};
    if (node.term.field == Field::Signature)
        asked.signatures = words->mask;
    else if (node.term.field == Field::Freshness)
        asked.freshness = words->mask;
    else if (node.term.field == Field::Is && words->mask == rejectedBit)
        asked.rejected = true;
    else
        return {};
    return asked;
}

// An alternative without parentheses would take what is written beside it for its own.
QString textOf(const filter::Filter &filter, const Node &node)
{
    const QString text = filter.text.sliced(node.position, node.length);
    const bool enclosed = node.kind != Node::Kind::Or || node.position < node.parts[0]->position;
    return enclosed ? text : u'(' + text + u')';
}

std::vector<Part> partsOf(const filter::Filter &filter, VerdictTerms &terms)
{
    std::vector<Part> parts;
    if (!filter.root)
        return parts;
    const bool several = filter.root->kind == Node::Kind::And;
    const QList<NodePtr> nodes = several ? filter.root->parts : QList<NodePtr>{filter.root};
    std::array<bool, roles> taken{};
    for (const NodePtr &node : nodes) {
        Part part{.node = node, .text = textOf(filter, *node)};
        const bool hidden = node->kind == Node::Kind::Not;
        if (const auto asked = verdictsOf(hidden ? *node->parts.first() : *node)) {
            const bool fresh = asked->freshness.any();
            const Role role = hidden ? (fresh ? Role::HiddenFreshness : Role::HiddenSignature)
                                     : (fresh ? Role::ShownFreshness : Role::ShownSignature);
            if (!std::exchange(taken[size_t(role)], true)) {
                part.role = role;
                RowFilter &all = hidden ? terms.excluded : terms.shown;
                all.signatures |= asked->signatures;
                all.freshness |= asked->freshness;
                all.rejected = all.rejected || asked->rejected;
            }
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

template <size_t count> QString words(Field field, const std::bitset<count> &bits)
{
    const filter::FieldFacts &facts = filter::facts(field);
    QStringList named;
    for (size_t bit = 0; bit < count; ++bit) {
        if (bits[bit])
            named += facts.words.value(qsizetype(bit));
    }
    return named.isEmpty() ? QString() : facts.name + u':' + named.join(u',');
}

// Empty: nothing is asked.
QString written(const VerdictTerms &terms, Role role)
{
    const bool hidden = role == Role::HiddenSignature || role == Role::HiddenFreshness;
    const RowFilter &asked = hidden ? terms.excluded : terms.shown;
    const bool fresh = role == Role::ShownFreshness || role == Role::HiddenFreshness;
    QStringList alternatives{fresh ? words(Field::Freshness, asked.freshness)
                                   : words(Field::Signature, asked.signatures)};
    if (!fresh && asked.rejected)
        alternatives += u"is:rejected"_s;
    alternatives.removeAll(QString());
    if (alternatives.isEmpty())
        return {};
    const QString text = alternatives.size() == 1 ? alternatives.first()
                                                  : u'(' + alternatives.join(" OR "_L1) + u')';
    return hidden ? u'-' + text : text;
}

} // namespace

VerdictSplit splitVerdicts(const filter::Filter &filter)
{
    VerdictSplit split;
    QList<NodePtr> nodes;
    QStringList texts;
    for (const Part &part : partsOf(filter, split.terms)) {
        if (part.role == Role::ShownSignature || part.role == Role::ShownFreshness)
            continue;
        nodes.append(part.node);
        texts.append(part.text);
    }
    split.restText = texts.join(u' ');
    if (nodes.isEmpty())
        return split;
    split.rest.text = filter.text;
    split.rest.root = nodes.size() == 1
        ? nodes.first()
        : std::make_shared<Node>(Node{.kind = Node::Kind::And,
                                      .parts = nodes,
                                      .term = {},
                                      .position = 0,
                                      .length = filter.text.size()});
    return split;
}

QString withVerdicts(const filter::Filter &filter, const VerdictTerms &terms)
{
    VerdictTerms before;
    QStringList texts;
    std::array<bool, roles> done{};
    for (const Part &part : partsOf(filter, before)) {
        if (part.role == Role::Other) {
            texts += part.text;
            continue;
        }
        done[size_t(part.role)] = true;
        texts += written(terms, part.role);
    }
    for (const Role role : {Role::ShownSignature, Role::ShownFreshness, Role::HiddenSignature,
                            Role::HiddenFreshness}) {
        if (!done[size_t(role)])
            texts += written(terms, role);
    }
    texts.removeAll(QString());
    return texts.join(u' ');
}

} // namespace models
