// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/writer.h"

#include <QString>

#include <simdjson.h>

namespace json
{

namespace
{

// What stands behind the backslash; 0 for a byte that needs none or has no short form.
char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

void appendEscaped(QByteArray &text, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    text += '\\';
    if (const char letter = shortEscape(c)) {
        text += letter;
        return;
    }
    text += "u00";
    text += digits[uchar(c) >> 4];
    text += digits[uchar(c) & 0x0F];
}

} // namespace

bool isUtf8(QByteArrayView bytes)
{
    return simdjson::validate_utf8(bytes.data(), size_t(bytes.size()));
}

void Writer::separate()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

Writer &Writer::open(char bracket)
{
    separate();
    m_text += bracket;
    m_first = true;
    return *this;
}

Writer &Writer::close(char bracket)
{
    m_text += bracket;
    m_first = false;
    return *this;
}

Writer &Writer::beginObject() { return open('{'); }

Writer &Writer::endObject() { return close('}'); }

Writer &Writer::beginArray() { return open('['); }

Writer &Writer::endArray() { return close(']'); }

Writer &Writer::name(QByteArrayView name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_first = true;
    return *this;
}

Writer &Writer::string(QByteArrayView utf8)
{
    Q_ASSERT(isUtf8(utf8));
    separate();
    m_text += '"';
    qsizetype plain = 0; // from here on nothing needed an escape
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8[at];
        if (uchar(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        m_text += utf8.sliced(plain, at - plain);
        appendEscaped(m_text, c);
        plain = at + 1;
    }
    m_text += utf8.sliced(plain);
    m_text += '"';
    return *this;
}

Writer &Writer::string(QStringView text) { return string(text.toUtf8()); }

Writer &Writer::number(qint64 value)
{
    separate();
    m_text += QByteArray::number(value);
    return *this;
}

Writer &Writer::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
    return *this;
}

Writer &Writer::null()
{
    separate();
    m_text += "null";
    return *this;
}

} // namespace json
