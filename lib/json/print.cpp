// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/print.h"

#include "json/scan.h"

namespace json
{

namespace
{

constexpr qsizetype indentWidth = 2;

class Printer
{
public:
    Printer(QByteArrayView text, qsizetype limit)
        : m_text(text)
        , m_limit(limit)
    {
        m_out.reserve(std::min(text.size() * 2, limit));
    }

    std::optional<QByteArray> print(qsizetype at)
    {
        for (at = skipSpace(m_text, at); at < m_text.size(); at = skipSpace(m_text, at)) {
            at = printToken(at);
            if (m_out.size() > m_limit)
                return {};
        }
        return std::move(m_out);
    }

private:
    // Returns where the token ends.
    qsizetype printToken(qsizetype at)
    {
        const char c = m_text[at];
        switch (c) {
        case '{':
        case '[':
            return open(at);
        case '}':
        case ']':
            --m_depth;
            breakLine();
            m_out += c;
            return at + 1;
        case ',':
            m_out += c;
            breakLine();
            return at + 1;
        case ':':
            m_out += ": ";
            return at + 1;
        default:
            const qsizetype end = valueEnd(m_text, at);
            m_out += m_text.sliced(at, end - at);
            return end;
        }
    }

    // What holds nothing stays on its line.
    qsizetype open(qsizetype at)
    {
        m_out += m_text[at];
        const qsizetype next = skipSpace(m_text, at + 1);
        if (m_text[next] == '}' || m_text[next] == ']') {
            m_out += m_text[next];
            return next + 1;
        }
        ++m_depth;
        breakLine();
        return next;
    }

    void breakLine()
    {
        m_out += '\n';
        m_out.append(m_depth * indentWidth, ' ');
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_limit = 0;
    qsizetype m_depth = 0;
};

} // namespace

std::optional<QByteArray> indented(const Document &document, qsizetype limit)
{
    return Printer(document.text(), limit).print(document.offset(0));
}

} // namespace json
