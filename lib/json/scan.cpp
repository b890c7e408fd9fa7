// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/scan.h"

#include "json/utf8.h"

#include <QChar>

#include <cstring>

namespace json
{

namespace
{

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The UTF-16 unit of the four digits at `at`; -1 when they are not four.
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

// Nothing for a letter that escapes nothing; 'u' is not among them.
std::optional<char> escapedByte(char letter)
{
    static constexpr char letters[] = "\"\\/bfnrt";
    static constexpr char bytes[] = "\"\\/\b\f\n\r\t";
    const void *found = std::memchr(letters, letter, sizeof letters - 1);
    if (!found)
        return {};
    return bytes[static_cast<const char *>(found) - letters];
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

void appendCodePoint(QByteArray &out, char32_t code)
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

// `at` is behind "\u"; returns where the escape, or the pair of them, ends.
qsizetype appendUnicode(QByteArray &out, QByteArrayView literal, qsizetype at)
{
    const auto unit = char32_t(hexUnit(literal, at));
    at += 4;
    if (!QChar::isSurrogate(unit)) {
        appendCodePoint(out, unit);
        return at;
    }
    const bool escapeFollows = literal.sliced(at).startsWith("\\u");
    const int low = escapeFollows ? hexUnit(literal, at + 2) : -1;
    if (QChar::isHighSurrogate(unit) && low >= 0 && QChar::isLowSurrogate(char32_t(low))) {
        appendCodePoint(out, QChar::surrogateToUcs4(char16_t(unit), char16_t(low)));
        return at + 6;
    }
    appendCodePoint(out, QChar::ReplacementCharacter);
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
    for (qsizetype quote = text.indexOf('"', at + 1);; quote = text.indexOf('"', quote + 1)) {
        qsizetype backslashes = 0;
        while (text[quote - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return quote + 1;
    }
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
    const QByteArrayView inside = literal.sliced(1, literal.size() - 2);
    QByteArray out;
    out.reserve(inside.size());
    for (qsizetype at = 0; at < inside.size();) {
        if (inside[at] != '\\') {
            out += inside[at++];
        } else if (inside[at + 1] == 'u') {
            at = appendUnicode(out, inside, at + 2);
        } else {
            out += *escapedByte(inside[at + 1]);
            at += 2;
        }
    }
    return out;
}

} // namespace json
