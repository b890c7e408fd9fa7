// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/diff.h"

#include "json/scan.h"

#include <QHash>

#include <algorithm>

namespace json
{

namespace
{

using Node = Document::Node;
using Nodes = std::vector<Node>;

Nodes childrenOf(const Document &document, Node node)
{
    Nodes nodes;
    for (Node child = node + 1; child < document.after(node); child = document.after(child))
        nodes.push_back(child);
    return nodes;
}

QByteArray keyOf(const Document &document, Node node) { return unescaped(document.key(node)); }

// A member and the one of the other object that has its key; nothing where there is none.
struct Pair {
    std::optional<Node> left;
    std::optional<Node> right;
};

std::vector<Pair> memberPairs(const Document &left, Node inLeft, const Document &right,
                              Node inRight)
{
    QHash<QByteArray, Nodes> byKey;
    Nodes others = childrenOf(right, inRight);
    for (auto other = others.rbegin(); other != others.rend(); ++other)
        byKey[keyOf(right, *other)].push_back(*other);
    std::vector<Pair> pairs;
    for (const Node member : childrenOf(left, inLeft)) {
        const auto same = byKey.find(keyOf(left, member));
        if (same == byKey.end() || same->empty()) {
            pairs.push_back({member, {}});
        } else {
            pairs.push_back({member, same->back()});
            same->pop_back();
        }
    }
    for (const Node other : others) {
        const Nodes &unmatched = byKey[keyOf(right, other)];
        if (!unmatched.empty() && other >= unmatched.back())
            pairs.push_back({{}, other});
    }
    return pairs;
}

// In order, without what is equal at both ends.
std::vector<Pair> elementPairs(const Document &left, Node inLeft, const Document &right,
                               Node inRight)
{
    const Nodes a = childrenOf(left, inLeft);
    const Nodes b = childrenOf(right, inRight);
    size_t begin = 0;
    while (begin < std::min(a.size(), b.size()) && equal(left, a[begin], right, b[begin]))
        ++begin;
    size_t endA = a.size();
    size_t endB = b.size();
    while (endA > begin && endB > begin && equal(left, a[endA - 1], right, b[endB - 1])) {
        --endA;
        --endB;
    }
    std::vector<Pair> pairs;
    for (size_t i = begin; i < std::max(endA, endB); ++i) {
        Pair pair;
        if (i < endA)
            pair.left = a[i];
        if (i < endB)
            pair.right = b[i];
        pairs.push_back(pair);
    }
    return pairs;
}

class Comparison
{
public:
    Comparison(const Document &left, const Document &right, qsizetype most)
        : m_left(left)
        , m_right(right)
        , m_most(most)
    {
    }

    void compare(Node left, Node right)
    {
        const Kind kind = m_left.kind(left);
        if (kind != m_right.kind(right))
            return add(kindOfChange(kind, m_right.kind(right)), left, right);
        if (kind == Kind::Object)
            return compare(memberPairs(m_left, left, m_right, right));
        if (kind == Kind::Array)
            return compare(elementPairs(m_left, left, m_right, right));
        if (!equal(m_left, left, m_right, right))
            add(Change::Changed, left, right);
    }

    QList<Difference> take() { return std::move(m_found); }

private:
    static bool isBoolean(Kind kind) { return kind == Kind::True || kind == Kind::False; }

    static Change kindOfChange(Kind a, Kind b)
    {
        return isBoolean(a) && isBoolean(b) ? Change::Changed : Change::OtherKind;
    }

    void compare(const std::vector<Pair> &pairs)
    {
        for (const Pair &pair : pairs) {
            if (m_found.size() >= m_most)
                return;
            if (pair.left && pair.right)
                compare(*pair.left, *pair.right);
            else
                add(pair.left ? Change::Removed : Change::Added, pair.left, pair.right);
        }
    }

    void add(Change change, std::optional<Node> left, std::optional<Node> right)
    {
        if (m_found.size() < m_most)
            m_found.append({change, left, right});
    }

    const Document &m_left;
    const Document &m_right;
    const qsizetype m_most;
    QList<Difference> m_found;
};

} // namespace

bool equal(const Document &a, Node inA, const Document &b, Node inB)
{
    if (a.kind(inA) != b.kind(inB))
        return false;
    switch (a.kind(inA)) {
    case Kind::Object: {
        const auto pairs = memberPairs(a, inA, b, inB);
        return std::all_of(pairs.begin(), pairs.end(), [&](const Pair &pair) {
            return pair.left && pair.right && equal(a, *pair.left, b, *pair.right);
        });
    }
    case Kind::Array: {
        const Nodes left = childrenOf(a, inA);
        const Nodes right = childrenOf(b, inB);
        return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                          [&](Node one, Node other) { return equal(a, one, b, other); });
    }
    case Kind::String:
        return a.value(inA) == b.value(inB) || unescaped(a.value(inA)) == unescaped(b.value(inB));
    case Kind::Number:
        return a.value(inA) == b.value(inB);
    case Kind::True:
    case Kind::False:
    case Kind::Null:
        return true;
    }
    return false;
}

QList<Difference> differences(const Document &left, const Document &right, qsizetype most)
{
    Comparison comparison(left, right, most);
    comparison.compare(0, 0);
    return comparison.take();
}

} // namespace json
