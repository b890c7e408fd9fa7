// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/writer.h"

#include "json/eightbytes.h"

#include <QString>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
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

// Room for so many bytes more, and where they begin.
char *extend(QByteArray &text, qsizetype size)
{
    const qsizetype start = text.size();
    if (start + size > text.capacity())
        text.reserve(2 * text.capacity() + size);
    text.resize(start + size);
    return text.data() + start; // clazy:exclude=detaching-member
}

// The most that a byte becomes: \u001f.
constexpr qsizetype longestEscape = 6;

// Where the escape ends.
char *writeEscape(char byte, char *to)
{
    static constexpr char digits[] = "0123456789abcdef";
    const char letter = escapes[uchar(byte)];
    *to++ = '\\';
    *to++ = letter;
    if (letter != 'u')
        return to;
    *to++ = '0';
    *to++ = '0';
    *to++ = digits[uchar(byte) >> 4];
    *to++ = digits[uchar(byte) & 0x0F];
    return to;
}

// Where it ends; there is room for longestEscape of each byte, so that eight may always be copied
// of which fewer count.
char *writeEscaped(QByteArrayView utf8, char *to)
{
    const char *from = utf8.begin();
    while (utf8.end() - from >= EightBytes::size) {
        std::memcpy(to, from, EightBytes::size);
        const int plain = EightBytes(from).beforeEscape();
        from += plain;
        to += plain;
        if (plain < EightBytes::size)
            to = writeEscape(*from++, to);
    }
    for (; from < utf8.end(); ++from) {
        if (escapes[uchar(*from)] == 0)
            *to++ = *from;
        else
            to = writeEscape(*from, to);
    }
    return to;
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
    char *to = extend(m_text, name.size() + (m_first ? 3 : 4));
    if (!m_first)
        *to++ = ',';
    *to++ = '"';
    to = std::copy(name.begin(), name.end(), to);
    *to++ = '"';
    *to = ':';
    m_first = true;
    return *this;
}

Writer &Writer::string(QByteArrayView utf8)
{
    Q_ASSERT(isUtf8(utf8));
    constexpr qsizetype pieceSize = 256; // so that little room is taken beforehand
    constexpr qsizetype around = 3; // comma and quotes
    qsizetype done = 0;
    do {
        const QByteArrayView piece = utf8.sliced(done, std::min(pieceSize, utf8.size() - done));
        char *to = extend(m_text, piece.size() * longestEscape + around);
        if (done == 0 && !m_first)
            *to++ = ',';
        if (done == 0)
            *to++ = '"';
        to = writeEscaped(piece, to);
        done += piece.size();
        if (done == utf8.size())
            *to++ = '"';
        m_text.truncate(to - m_text.constData());
    } while (done < utf8.size());
    m_first = false;
    return *this;
}

// Most texts are short and ASCII, and then need no memory of their own.
Writer &Writer::string(QStringView text)
{
    std::array<char, 256> ascii;
    qsizetype size = 0;
    for (; size < std::min(text.size(), qsizetype(ascii.size())); ++size) {
        const char16_t c = text[size].unicode();
        if (c >= 0x80)
            break;
        ascii[size_t(size)] = char(c);
    }
    return size == text.size() ? string(QByteArrayView(ascii.data(), size)) : string(text.toUtf8());
}

Writer &Writer::number(qint64 value)
{
    separate();
    std::array<char, 20> digits;
    const auto written = std::to_chars(digits.begin(), digits.end(), value);
    m_text += QByteArrayView(digits.data(), written.ptr - digits.data());
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
