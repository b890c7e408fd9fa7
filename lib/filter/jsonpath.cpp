// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/jsonpath.h"

#include "json/scan.h"

#include <algorithm>

namespace filter
{

namespace
{

using Node = json::Document::Node;
using Step = JsonPath::Step;

// The end of a name behind a dot.
qsizetype nameEnd(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at] != u'.' && text[at] != u'[')
        ++at;
    return at;
}

// As JSON has it, "\u00e9" as well; where that is none, a backslash takes away the meaning of what
// is behind it.
QByteArray keyIn(QStringView literal)
{
    const QByteArray text = literal.toUtf8();
    const auto parsed = json::Document::parse(text);
    if (std::holds_alternative<json::Document>(parsed))
        return json::unescaped(text);
    QString key;
    for (qsizetype i = 1; i < literal.size() - 1; ++i) {
        i += literal[i] == u'\\' ? 1 : 0;
        key += literal[i];
    }
    return key.toUtf8();
}

// "[0]", "[*]", "[]", "[\"a b\"]"; the place behind it, or -1.
qsizetype readBracket(QStringView text, qsizetype at, QList<Step> &steps)
{
    if (at + 1 < text.size() && text[at + 1] == u'"') {
        qsizetype i = at + 2;
        while (i < text.size() && text[i] != u'"')
            i += text[i] == u'\\' ? 2 : 1;
        if (i + 1 >= text.size() || text[i + 1] != u']')
            return -1;
        steps.append({.kind = Step::Kind::Key, .key = keyIn(text.sliced(at + 1, i - at))});
        return i + 2;
    }
    const qsizetype end = text.indexOf(u']', at);
    if (end < 0)
        return -1;
    const QStringView inside = text.sliced(at + 1, end - at - 1);
    if (inside.isEmpty() || inside == u'*') {
        steps.append({.kind = Step::Kind::AnyIndex, .key = {}});
        return end + 1;
    }
    bool good = false;
    const qlonglong index = inside.toLongLong(&good);
    if (!good || index < 0)
        return -1;
    steps.append({.kind = Step::Kind::Index, .key = {}, .index = qsizetype(index)});
    return end + 1;
}

bool hasKey(const json::Document &document, Node node, const QByteArray &key)
{
    const QByteArrayView literal = document.key(node);
    if (literal.size() < 2)
        return false;
    if (literal.contains('\\'))
        return json::unescaped(literal) == key;
    return literal.sliced(1, literal.size() - 2) == key;
}

void takeChildren(const json::Document &document, Node node, const Step &step,
                  std::vector<Node> &found)
{
    const bool array = document.kind(node) == json::Kind::Array;
    const bool byKey = step.kind == Step::Kind::Key;
    if (!document.holdsValues(node) || array == byKey)
        return;
    qsizetype index = 0;
    for (Node child = node + 1; child < document.after(node); child = document.after(child)) {
        const bool fits = byKey ? hasKey(document, child, step.key)
                                : step.kind == Step::Kind::AnyIndex || index == step.index;
        if (fits)
            found.push_back(child);
        ++index;
    }
}

// What holds values may stand in another of the list; each part of the text is looked at once.
void takeDeep(const json::Document &document, const std::vector<Node> &from, const Step &step,
              std::vector<Node> &found)
{
    Node done = 0;
    for (const Node node : from) {
        for (Node child = std::max(node + 1, done); child < document.after(node); ++child) {
            if (hasKey(document, child, step.key))
                found.push_back(child);
        }
        done = std::max(done, document.after(node));
    }
}

} // namespace

std::optional<JsonPath> JsonPath::read(QStringView text)
{
    if (!text.startsWith(u'$'))
        return {};
    JsonPath path;
    for (qsizetype at = 1; at < text.size();) {
        if (path.steps.size() >= mostSteps)
            return {};
        if (text[at] == u'[') {
            at = readBracket(text, at, path.steps);
            if (at < 0)
                return {};
            continue;
        }
        if (text[at] != u'.')
            return {};
        const bool deep = at + 1 < text.size() && text[at + 1] == u'.';
        const qsizetype start = at + (deep ? 2 : 1);
        at = nameEnd(text, start);
        if (at == start)
            return {};
        const QStringView name = text.sliced(start, at - start);
        if (name == u'*' && !deep)
            path.steps.append({.kind = Step::Kind::AnyIndex, .key = {}});
        else
            path.steps.append(
                {.kind = deep ? Step::Kind::AnyDepth : Step::Kind::Key, .key = name.toUtf8()});
    }
    return path;
}

std::vector<Node> JsonPath::find(const json::Document &document) const
{
    std::vector<Node> nodes{0};
    for (const Step &step : steps) {
        std::vector<Node> next;
        if (step.kind == Step::Kind::AnyDepth) {
            takeDeep(document, nodes, step, next);
        } else {
            for (const Node node : nodes)
                takeChildren(document, node, step, next);
        }
        std::sort(next.begin(), next.end());
        nodes = std::move(next);
        if (nodes.empty())
            break;
    }
    return nodes;
}

bool JsonPath::mayBeIn(QByteArrayView text) const
{
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (!step->key.isEmpty())
            return text.contains(step->key) || text.contains('\\');
    }
    return true;
}

} // namespace filter
