// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/codepoint.h"

#include "json/utf8.h"

#include <QChar>

#include <cstring>

namespace json
{

namespace
{

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// `at` is at the backslash of "\u".
CodePoint escapedAt(QByteArrayView literal, qsizetype at)
{
    const auto unit = char32_t(hexUnit(literal, at + 2));
    if (!QChar::isHighSurrogate(unit) || !literal.sliced(at + 6).startsWith("\\u"))
        return {unit, 6};
    const int low = hexUnit(literal, at + 8);
    if (low < 0 || !QChar::isLowSurrogate(char32_t(low)))
        return {unit, 6};
    return {QChar::surrogateToUcs4(char16_t(unit), char16_t(low)), 12};
}

} // namespace

CodePoint codePointAt(QByteArrayView literal, qsizetype at)
{
    const auto first = uchar(literal[at]);
    if (first == '\\') {
        if (const auto byte = escapedByte(literal[at + 1]))
            return {char32_t(uchar(*byte)), 2};
        return escapedAt(literal, at);
    }
    if (first < 0x80)
        return {first, 1};
    const int length = utf8Length(literal.sliced(at));
    if (length < 0)
        return {QChar::ReplacementCharacter, -length};
    char32_t code = first & (0x7F >> length);
    for (qsizetype i = at + 1; i < at + length; ++i)
        code = code << 6 | (uchar(literal[i]) & 0x3F);
    return {code, length};
}

int hexUnit(QByteArrayView text, qsizetype at)
{
    if (at + 4 > text.size())
        return -1;
    int unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexValue(text[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

std::optional<char> escapedByte(char letter)
{
    static constexpr char letters[] = "\"\\/bfnrt";
    static constexpr char bytes[] = "\"\\/\b\f\n\r\t";
    const void *found = std::memchr(letters, letter, sizeof letters - 1);
    if (!found)
        return {};
    return bytes[static_cast<const char *>(found) - letters];
}

void appendUtf8(QByteArray &out, char32_t code)
{
    if (code < 0x80) {
        out += char(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static constexpr uchar leads[] = {0, 0xC0, 0xE0, 0xF0};
    out += char(leads[more] | (code >> (6 * more)));
    for (int i = more - 1; i >= 0; --i)
        out += char(0x80 | ((code >> (6 * i)) & 0x3F));
}

} // namespace json
