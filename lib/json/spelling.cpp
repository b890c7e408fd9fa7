// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/spelling.h"

#include "json/codepoint.h"

#include <QChar>

#include <cstring>
#include <optional>

namespace json
{

namespace
{

std::optional<Letter> letterOf(char32_t code)
{
    if (code >= 0x80)
        return code == 0x2028 || code == 0x2029 ? Letter::Separator : Letter::Beyond;
    if (code < 0x20)
        return Letter::Control;
    switch (code) {
    case '<':
    case '>':
    case '&':
        return Letter::Markup;
    case '\'':
        return Letter::Apostrophe;
    case '=':
        return Letter::Equals;
    case '+':
    case '`':
        return Letter::Plus;
    case '"':
        return Letter::Quote;
    case '/':
        return Letter::Slash;
    case 0x7F:
        return Letter::Delete;
    default:
        return {};
    }
}

void appendUnit(QByteArray &out, char16_t unit, bool upper)
{
    const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(unit >> shift) & 0xF];
}

void appendHex(QByteArray &out, char32_t code, bool upper)
{
    if (QChar::requiresSurrogates(code)) {
        appendUnit(out, QChar::highSurrogate(code), upper);
        appendUnit(out, QChar::lowSurrogate(code), upper);
    } else {
        appendUnit(out, char16_t(code), upper);
    }
}

void appendShort(QByteArray &out, char32_t code)
{
    static constexpr char bytes[] = "\"\\/\b\f\n\r\t";
    static constexpr char names[] = "\"\\/bfnrt";
    const void *found
        = code > 0 && code < 0x80 ? std::memchr(bytes, int(code), sizeof bytes - 1) : nullptr;
    if (found)
        (out += '\\') += names[static_cast<const char *>(found) - bytes];
    else
        appendHex(out, code, false);
}

} // namespace

void respell(QByteArray &out, QByteArrayView literal, Spelling spelling)
{
    for (qsizetype at = 0; at < literal.size();) {
        const bool edge = at == 0 || at == literal.size() - 1;
        const CodePoint character = codePointAt(literal, at);
        const auto written = literal.sliced(at, character.length);
        at += character.length;
        const auto letter = letterOf(character.code);
        Spelled spelled = letter ? spelling[*letter] : Spelled::Kept;
        if (edge || QChar::isSurrogate(character.code))
            spelled = Spelled::Kept;
        if (spelled == Spelled::Raw && (letter == Letter::Quote || letter == Letter::Control))
            spelled = Spelled::Short;
        switch (spelled) {
        case Spelled::Kept:
            out += written;
            break;
        case Spelled::Raw:
            appendUtf8(out, character.code);
            break;
        case Spelled::Short:
            appendShort(out, character.code);
            break;
        case Spelled::Lower:
        case Spelled::Upper:
            appendHex(out, character.code, spelled == Spelled::Upper);
            break;
        }
    }
}

} // namespace json
