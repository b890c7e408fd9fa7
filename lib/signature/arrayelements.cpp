// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/arrayelements.h"

#include "json/document.h"
#include "json/scan.h"

namespace signature
{

namespace
{

using json::Kind;
using Node = json::Document::Node;

std::optional<Node> step(const json::Document &document, Node node, const QByteArray &token)
{
    std::optional<Node> found;
    const bool object = document.kind(node) == Kind::Object;
    if (!object && document.kind(node) != Kind::Array)
        return found;
    qsizetype row = 0;
    for (Node child = node + 1; child < document.after(node); child = document.after(child)) {
        const bool same = object ? json::unescaped(document.key(child)) == token
                                 : QByteArray::number(row++) == token;
        if (same)
            found = child;
    }
    return found;
}

} // namespace

std::optional<QList<QByteArray>> elementsOf(const QByteArray &json, const QByteArray &pointer)
{
    const auto parsed = json::Document::parse(json);
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document || !pointer.startsWith('/'))
        return {};
    std::optional<Node> node = 0;
    for (QByteArray token : pointer.sliced(1).split('/')) {
        node = step(*document, *node, token.replace("~1", "/").replace("~0", "~"));
        if (!node)
            return {};
    }
    if (document->kind(*node) != Kind::Array)
        return {};
    QList<QByteArray> elements;
    for (Node row = *node + 1; row < document->after(*node); row = document->after(row)) {
        if (elements.size() == mostElements)
            return {};
        elements.append(document->value(row).toByteArray());
    }
    return elements;
}

} // namespace signature
