// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/literaltext.h"

#include "json/codepoint.h"
#include "json/members.h"

#include <QChar>

namespace signature
{

namespace
{

using json::Document;
using json::Kind;

void appendHex(QByteArray &out, char prefix, char32_t code, int digits)
{
    ((out += '\\') += prefix) += QByteArray::number(uint(code), 16).rightJustified(digits, '0');
}

// The quote that Python chooses: an apostrophe unless only the other one saves escapes.
char pythonQuote(QByteArrayView text)
{
    return text.contains('\'') && !text.contains('"') ? '"' : '\'';
}

// Escapes that both kinds of Python's literals have; false for other characters.
bool appendPythonEscape(QByteArray &out, char32_t code, char quote)
{
    switch (code) {
    case '\n':
        out += "\\n";
        return true;
    case '\r':
        out += "\\r";
        return true;
    case '\t':
        out += "\\t";
        return true;
    case '\\':
        out += "\\\\";
        return true;
    default:
        if (code != char32_t(uchar(quote)))
            return false;
        (out += '\\') += quote;
        return true;
    }
}

void appendPythonText(QByteArray &out, QByteArrayView literal)
{
    QByteArray plain;
    QList<char32_t> codes;
    for (qsizetype at = 1; at < literal.size() - 1;) {
        const auto character = json::codePointAt(literal, at);
        codes.append(character.code);
        if (character.code < 0x80)
            plain += char(character.code);
        at += character.length;
    }
    const char quote = pythonQuote(plain);
    out += quote;
    for (const char32_t code : codes) {
        if (appendPythonEscape(out, code, quote))
            continue;
        const bool printable = code == ' ' || (QChar::isPrint(code) && !QChar::isSpace(code));
        if (printable)
            json::appendUtf8(out, code);
        else if (code < 0x100)
            appendHex(out, 'x', code, 2);
        else if (code < 0x10000)
            appendHex(out, 'u', code, 4);
        else
            appendHex(out, 'U', code, 8);
    }
    out += quote;
}

void appendRubyText(QByteArray &out, QByteArrayView literal)
{
    out += '"';
    for (qsizetype at = 1; at < literal.size() - 1;) {
        const auto [code, length] = json::codePointAt(literal, at);
        at += length;
        const qsizetype named
            = code < 0x80 ? QByteArrayView("\"\\\a\b\t\n\v\f\r\x1b").indexOf(char(code)) : -1;
        const bool interpolates
            = code == '#' && at < literal.size() - 1 && QByteArrayView("{$@").contains(literal[at]);
        if (named >= 0)
            (out += '\\') += "\"\\abtnvfre"[named];
        else if (interpolates)
            out += "\\#";
        else if (code == ' ' || (QChar::isPrint(code) && !QChar::isSpace(code)))
            json::appendUtf8(out, code);
        else if (code < 0x80)
            (out += "\\u") += QByteArray::number(uint(code), 16).toUpper().rightJustified(4, '0');
        else
            json::appendUtf8(out, code);
    }
    out += '"';
}

class LiteralWriter
{
public:
    LiteralWriter(const Document &document, LiteralLanguage language, qsizetype limit)
        : m_document(document)
        , m_language(language)
        , m_limit(limit)
    {
    }

    std::optional<QByteArray> write()
    {
        value(0);
        if (m_out.size() > m_limit)
            return {};
        return std::move(m_out);
    }

private:
    bool isPython() const { return m_language == LiteralLanguage::Python; }

    void value(Document::Node node)
    {
        switch (m_document.kind(node)) {
        case Kind::Object:
            return object(node);
        case Kind::Array:
            return list(node);
        case Kind::String:
            return text(m_document.value(node));
        case Kind::Number:
            return json::renumber(m_out, m_document.value(node),
                                  isPython() ? json::Numbers::Python : json::Numbers::Ruby);
        case Kind::True:
            m_out += isPython() ? "True" : "true";
            return;
        case Kind::False:
            m_out += isPython() ? "False" : "false";
            return;
        case Kind::Null:
            m_out += isPython() ? "None" : "nil";
        }
    }

    void object(Document::Node node)
    {
        const char *colon = isPython()              ? ": "
            : m_language == LiteralLanguage::Ruby34 ? " => "
                                                    : "=>";
        bool first = true;
        m_out += '{';
        for (const auto &member :
             json::orderedMembers(m_document, node, {.lastOfRepeated = true})) {
            m_out += first ? "" : ", ";
            first = false;
            text(m_document.key(member.key));
            m_out += colon;
            value(member.value);
            if (m_out.size() > m_limit)
                return;
        }
        m_out += '}';
    }

    void list(Document::Node node)
    {
        m_out += '[';
        for (auto row = node + 1; row < m_document.after(node) && m_out.size() <= m_limit;
             row = m_document.after(row)) {
            m_out += row == node + 1 ? "" : ", ";
            value(row);
        }
        m_out += ']';
    }

    void text(QByteArrayView literal)
    {
        if (isPython())
            appendPythonText(m_out, literal);
        else
            appendRubyText(m_out, literal);
    }

    const Document &m_document;
    QByteArray m_out;
    LiteralLanguage m_language;
    qsizetype m_limit;
};

} // namespace

std::optional<QByteArray> literalText(const Document &document, LiteralLanguage language,
                                      qsizetype limit)
{
    return LiteralWriter(document, language, limit).write();
}

QByteArray pythonBytes(QByteArrayView bytes)
{
    const char quote = pythonQuote(bytes);
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 8 + 3);
    (out += 'b') += quote;
    for (const char c : bytes) {
        const auto byte = uchar(c);
        if (appendPythonEscape(out, byte, quote))
            continue;
        if (byte >= 0x20 && byte < 0x7F)
            out += c;
        else
            appendHex(out, 'x', byte, 2);
    }
    return out += quote;
}

} // namespace signature
