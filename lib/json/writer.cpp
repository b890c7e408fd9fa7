// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/writer.h"

#include <QString>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

namespace json
{

namespace
{

// What stands behind the backslash: a letter, 'u' where there is no short form, 0 where the byte
// needs none.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> letters{};
    for (int control = 0; control < 0x20; ++control)
        letters[control] = 'u';
    letters['"'] = '"';
    letters['\\'] = '\\';
    letters['\b'] = 'b';
    letters['\f'] = 'f';
    letters['\n'] = 'n';
    letters['\r'] = 'r';
    letters['\t'] = 't';
    return letters;
}();

qsizetype escapedSize(QByteArrayView utf8)
{
    qsizetype size = utf8.size();
    for (const char c : utf8) {
        const char letter = escapes[uchar(c)];
        size += letter == 0 ? 0 : letter == 'u' ? 5 : 1;
    }
    return size;
}

// Writes escapedSize() bytes.
void writeEscaped(QByteArrayView utf8, char *to)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char c : utf8) {
        const char letter = escapes[uchar(c)];
        if (letter == 0) {
            *to++ = c;
            continue;
        }
        *to++ = '\\';
        *to++ = letter;
        if (letter != 'u')
            continue;
        *to++ = '0';
        *to++ = '0';
        *to++ = digits[uchar(c) >> 4];
        *to++ = digits[uchar(c) & 0x0F];
    }
}

} // namespace

bool isUtf8(QByteArrayView bytes)
{
    return simdjson::validate_utf8(bytes.data(), size_t(bytes.size()));
}

QByteArray Writer::take()
{
    m_first = true;
    return std::exchange(m_text, {});
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
    const qsizetype start = m_text.size();
    const qsizetype size = escapedSize(utf8);
    if (start + size + 2 > m_text.capacity())
        m_text.reserve(2 * m_text.capacity() + size + 2);
    m_text.resize(start + size + 2);
    char *to = m_text.data() + start; // clazy:exclude=detaching-member
    to[0] = to[size + 1] = '"';
    if (size == utf8.size())
        std::copy(utf8.begin(), utf8.end(), to + 1);
    else
        writeEscaped(utf8, to + 1);
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

Writer &Writer::json(QByteArrayView value)
{
    separate();
    m_text += value;
    return *this;
}

Writer &Writer::members(QByteArrayView members)
{
    return members.isEmpty() ? *this : json(members);
}

} // namespace json
