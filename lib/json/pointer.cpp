// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/pointer.h"

#include "json/scan.h"

#include <algorithm>

namespace json
{

namespace
{

using Node = Document::Node;

struct Step {
    Node node = 0;
    qsizetype row = 0; // among its siblings
};

// From below the root down to the node.
std::vector<Step> stepsTo(const Document &document, Node node)
{
    std::vector<Step> steps;
    Node parent = 0;
    while (parent != node) {
        Step step{.node = parent + 1};
        while (document.after(step.node) <= node) {
            step.node = document.after(step.node);
            ++step.row;
        }
        steps.push_back(step);
        parent = step.node;
    }
    return steps;
}

bool isPlainName(QByteArrayView key)
{
    const auto isLetter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !key.isEmpty() && isLetter(key[0]) && std::all_of(key.begin(), key.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    });
}

QByteArray escapedReference(QByteArray key) { return key.replace('~', "~0").replace('/', "~1"); }

QByteArray unescapedReference(QByteArrayView token)
{
    return token.toByteArray().replace("~1", "/").replace("~0", "~");
}

// RFC 6901, 4: no leading zeros. -1: no index.
qsizetype arrayIndex(QByteArrayView token)
{
    const bool digits
        = std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (token.isEmpty() || !digits || (token.size() > 1 && token[0] == '0'))
        return -1;
    bool fits = false;
    const qlonglong index = token.toLongLong(&fits);
    return fits ? qsizetype(index) : -1;
}

std::optional<Node> childAt(const Document &document, Node parent, qsizetype row)
{
    for (Node child = parent + 1; child < document.after(parent); child = document.after(child)) {
        if (row-- == 0)
            return child;
    }
    return {};
}

std::optional<Node> childOf(const Document &document, Node parent, QByteArrayView token)
{
    const Kind kind = document.kind(parent);
    if (kind == Kind::Array) {
        const qsizetype row = arrayIndex(token);
        return row < 0 ? std::nullopt : childAt(document, parent, row);
    }
    if (kind != Kind::Object)
        return {};
    const QByteArray wanted = unescapedReference(token);
    for (Node child = parent + 1; child < document.after(parent); child = document.after(child)) {
        if (unescaped(document.key(child)) == wanted)
            return child;
    }
    return {};
}

} // namespace

QByteArray pointer(const Document &document, Node node)
{
    QByteArray out;
    for (const Step &step : stepsTo(document, node)) {
        const QByteArrayView key = document.key(step.node);
        out += '/';
        out += key.isEmpty() ? QByteArray::number(step.row) : escapedReference(unescaped(key));
    }
    return out;
}

QByteArray memberPointer(const QByteArray &object, const QByteArray &key)
{
    return object + '/' + escapedReference(key);
}

QByteArray lastKey(const QByteArray &pointer)
{
    return unescapedReference(QByteArrayView(pointer).sliced(pointer.lastIndexOf('/') + 1));
}

bool isPointer(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escapes = i + 1 < text.size() && (text[i + 1] == '0' || text[i + 1] == '1');
        if (text[i] == '~' && !escapes)
            return false;
    }
    return text.isEmpty() || text[0] == '/';
}

QByteArray displayPath(const Document &document, Node node)
{
    QByteArray out = "$";
    for (const Step &step : stepsTo(document, node)) {
        const QByteArrayView key = document.key(step.node);
        const QByteArrayView name = key.isEmpty() ? key : key.sliced(1, key.size() - 2);
        if (key.isEmpty())
            out += '[' + QByteArray::number(step.row) + ']';
        else if (isPlainName(name))
            out += '.' + name.toByteArray();
        else
            out += '[' + key.toByteArray() + ']';
    }
    return out;
}

std::optional<Node> resolve(const Document &document, QByteArrayView pointer, Node from)
{
    Node node = from;
    while (!pointer.isEmpty()) {
        if (pointer[0] != '/')
            return {};
        const qsizetype slash = pointer.indexOf('/', 1);
        const qsizetype end = slash < 0 ? pointer.size() : slash;
        const auto child = childOf(document, node, pointer.sliced(1, end - 1));
        if (!child)
            return {};
        node = *child;
        pointer = pointer.sliced(end);
    }
    return node;
}

} // namespace json
