// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"

#include "json/scan.h"

#include <algorithm>

namespace json
{

Document::Document(const QByteArray &text, Index index)
    : m_text(text)
    , m_index(std::move(index))
{
}

Document::Parsed Document::parse(const QByteArray &text)
{
    auto indexed = indexOf(text);
    if (const auto *error = std::get_if<SyntaxError>(&indexed))
        return *error;
    return Document(text, std::get<Index>(std::move(indexed)));
}

qsizetype Document::valueStart(Node node) const
{
    const Entry &entry = m_index.entries[node];
    if (!entry.keyed)
        return entry.start;
    const qsizetype colon = skipSpace(m_text, stringEnd(m_text, entry.start));
    return skipSpace(m_text, colon + 1);
}

Kind Document::kind(Node node) const
{
    switch (m_text[valueStart(node)]) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
        return Kind::True;
    case 'f':
        return Kind::False;
    case 'n':
        return Kind::Null;
    default:
        return Kind::Number;
    }
}

bool Document::holdsValues(Node node) const
{
    const Kind nodeKind = kind(node);
    return nodeKind == Kind::Object || nodeKind == Kind::Array;
}

QByteArrayView Document::key(Node node) const
{
    const Entry &entry = m_index.entries[node];
    if (!entry.keyed)
        return {};
    const QByteArrayView text = m_text;
    return text.sliced(entry.start, stringEnd(text, entry.start) - entry.start);
}

QByteArrayView Document::value(Node node) const
{
    const QByteArrayView text = m_text;
    const qsizetype start = valueStart(node);
    return text.sliced(start, valueEnd(text, start) - start);
}

qsizetype Document::children(Node node) const
{
    qsizetype count = 0;
    for (Node child = node + 1; child < after(node); child = after(child))
        ++count;
    return count;
}

qsizetype Document::offset(Node node) const { return m_index.entries[node].start; }

Document::Node Document::nodeAt(qsizetype offset) const
{
    const auto &entries = m_index.entries;
    const auto later = std::upper_bound(
        entries.begin(), entries.end(), offset,
        [](qsizetype wanted, Entry entry) { return wanted < qsizetype(entry.start); });
    return later == entries.begin() ? 0 : Node(later - entries.begin() - 1);
}

} // namespace json
