// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/restyle.h"

#include "json/members.h"
#include "json/scan.h"

namespace json
{

namespace
{

using Node = Document::Node;

class Restyler
{
public:
    Restyler(const Document &document, const Style &style, qsizetype limit)
        : m_document(document)
        , m_style(style)
        , m_limit(limit)
    {
        m_out.reserve(std::min(limit, document.text().size() + document.text().size() / 4));
    }

    std::optional<QByteArray> write()
    {
        value(0, 0);
        if (m_out.size() > m_limit)
            return {};
        return std::move(m_out);
    }

private:
    void value(Node node, int depth)
    {
        switch (m_document.kind(node)) {
        case Kind::Object:
            return object(node, depth);
        case Kind::Array:
            return list(node, depth);
        case Kind::String:
            return respell(m_out, m_document.value(node), m_style.spelling);
        case Kind::Number:
            return renumber(m_out, m_document.value(node), m_style.numbers);
        case Kind::True:
        case Kind::False:
        case Kind::Null:
            m_out += m_document.value(node);
        }
    }

    void object(Node node, int depth)
    {
        const auto members = orderedMembers(m_document, node, m_style);
        if (members.isEmpty())
            return empty(m_style.empty == Empty::AsList ? "[]" : "{}");
        m_out += '{';
        for (const Member &member : members) {
            separate(member.key == members.first().key, depth + 1);
            respell(m_out, m_document.key(member.key), m_style.spelling);
            m_out += m_style.spacing.colon;
            value(member.value, depth + 1);
            if (m_out.size() > m_limit)
                return;
        }
        breakLine(depth);
        m_out += '}';
    }

    void list(Node node, int depth)
    {
        const Node end = m_document.after(node);
        if (node + 1 == end)
            return empty(m_style.empty == Empty::AsObject ? "{}" : "[]");
        const Spacing &spacing = m_style.spacing;
        m_out += '[';
        m_out += spacing.insideList;
        for (Node row = node + 1; row < end && m_out.size() <= m_limit;
             row = m_document.after(row)) {
            if (!spacing.listsOnOneLine)
                separate(row == node + 1, depth + 1);
            else if (row != node + 1)
                m_out += ", ";
            value(row, spacing.listsOnOneLine ? depth : depth + 1);
        }
        if (!spacing.listsOnOneLine)
            breakLine(depth);
        m_out += spacing.insideList;
        m_out += ']';
    }

    void empty(QByteArrayView brackets)
    {
        m_out += brackets[0];
        m_out += m_style.spacing.insideEmpty;
        m_out += brackets[1];
    }

    void separate(bool first, int depth)
    {
        if (!first)
            m_out += m_style.spacing.comma;
        breakLine(depth);
    }

    void breakLine(int depth)
    {
        if (m_style.spacing.lineBreak.isEmpty())
            return;
        m_out += m_style.spacing.lineBreak;
        for (int i = 0; i < depth; ++i)
            m_out += m_style.spacing.indent;
    }

    const Document &m_document;
    const Style &m_style;
    QByteArray m_out;
    qsizetype m_limit = 0;
};

} // namespace

std::optional<QByteArray> restyled(const Document &document, const Style &style, qsizetype limit)
{
    return Restyler(document, style, limit).write();
}

QByteArray respelled(const Document &document, Spelling spelling)
{
    const QByteArrayView text = document.text();
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype quote = text.indexOf('"', at);
        const qsizetype start = quote < 0 ? text.size() : quote;
        out += text.sliced(at, start - at);
        at = start;
        if (at < text.size()) {
            const qsizetype end = stringEnd(text, at);
            respell(out, text.sliced(at, end - at), spelling);
            at = end;
        }
    }
    return out;
}

} // namespace json
