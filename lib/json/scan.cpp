// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/scan.h"

#include "json/codepoint.h"
#include "json/eightbytes.h"
#include "json/utf8.h"

#include <QChar>

namespace json
{

namespace
{

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// `at` is behind the backslash.
Scan scanEscape(QByteArrayView text, qsizetype at)
{
    if (at == text.size())
        return {at, Fault::UnclosedString};
    if (text[at] == 'u')
        return hexUnit(text, at + 1) < 0 ? Scan{at - 1, Fault::HexExpected} : Scan{at + 5, {}};
    return escapedByte(text[at]) ? Scan{at + 1, {}} : Scan{at - 1, Fault::UnknownEscape};
}

qsizetype skipDigits(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

} // namespace

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

Scan scanString(QByteArrayView text, qsizetype at)
{
    const qsizetype start = at++;
    while (at < text.size()) {
        if (text.size() - at >= EightBytes::size) {
            const int plain = EightBytes(text.data() + at).beforeEscapeOrOther();
            at += plain;
            if (plain == EightBytes::size)
                continue;
        }
        const auto byte = uchar(text[at]);
        if (byte == '"')
            return {at + 1, {}};
        if (byte < 0x20)
            return {at, Fault::ControlCharacter};
        if (byte == '\\') {
            const Scan escape = scanEscape(text, at + 1);
            if (escape.fault == Fault::UnclosedString)
                break;
            if (escape.fault)
                return escape;
            at = escape.at;
        } else if (byte < 0x80) {
            ++at;
        } else {
            const int length = utf8Length(text.sliced(at));
            if (length < 0)
                return {at, Fault::BadUtf8};
            at += length;
        }
    }
    return {start, Fault::UnclosedString};
}

Scan scanNumber(QByteArrayView text, qsizetype at)
{
    const auto missesDigit = [&] { return at >= text.size() || !isDigit(text[at]); };
    if (text[at] == '-')
        ++at;
    if (missesDigit())
        return {at, Fault::DigitExpected};
    if (text[at] == '0' && at + 1 < text.size() && isDigit(text[at + 1]))
        return {at, Fault::LeadingZero};
    at = skipDigits(text, at);
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (missesDigit())
            return {at, Fault::DigitExpected};
        at = skipDigits(text, at);
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (missesDigit())
            return {at, Fault::DigitExpected};
        at = skipDigits(text, at);
    }
    return {at, {}};
}

Scan scanWord(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    const QByteArrayView word = text.sliced(at, end - at);
    if (word == QByteArrayView("true") || word == QByteArrayView("false")
        || word == QByteArrayView("null"))
        return {end, {}};
    if (!word.isEmpty())
        return {at, Fault::UnknownWord};
    return {at, utf8Length(text.sliced(at)) < 0 ? Fault::BadUtf8 : Fault::ValueExpected};
}

// Looks from quote to quote: in a string of megabytes that is what takes the time.
qsizetype stringEnd(QByteArrayView text, qsizetype at)
{
    for (qsizetype quote = text.indexOf('"', at + 1); quote >= 0;
         quote = text.indexOf('"', quote + 1)) {
        qsizetype backslashes = 0;
        while (text[quote - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return quote + 1;
    }
    return text.size();
}

qsizetype valueEnd(QByteArrayView text, qsizetype at)
{
    if (text[at] != '"' && text[at] != '{' && text[at] != '[') {
        const bool number = text[at] == '-' || isDigit(text[at]);
        return (number ? scanNumber(text, at) : scanWord(text, at)).at;
    }
    int depth = 0;
    do {
        if (text[at] == '"') {
            at = stringEnd(text, at);
            continue;
        }
        if (text[at] == '{' || text[at] == '[')
            ++depth;
        else if (text[at] == '}' || text[at] == ']')
            --depth;
        ++at;
    } while (depth > 0);
    return at;
}

QByteArray unescaped(QByteArrayView literal)
{
    if (literal.isEmpty())
        return {}; // the key of an element
    const QByteArrayView inside = literal.sliced(1, literal.size() - 2);
    qsizetype at = inside.indexOf('\\');
    if (at < 0)
        return inside.toByteArray();
    QByteArray out;
    out.reserve(inside.size());
    out += inside.first(at);
    while (at < inside.size()) {
        if (inside[at] != '\\') {
            out += inside[at++];
            continue;
        }
        const auto [code, length] = codePointAt(inside, at);
        appendUtf8(out, QChar::isSurrogate(code) ? char32_t(QChar::ReplacementCharacter) : code);
        at += length;
    }
    return out;
}

} // namespace json
