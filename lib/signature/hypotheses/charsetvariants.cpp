// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/codepoint.h"
#include "signature/hypotheses/bodyvariants.h"

#include <QChar>
#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

// Windows-1252 between 0x80 and 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isAscii(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x80; });
}

// Calls `append(out, code)` for each character of UTF-8, what is ill-formed as U+FFFD.
template <typename Append> Changed eachCharacter(const QByteArray &body, Append append)
{
    if (isAscii(body))
        return {};
    QByteArray out;
    out.reserve(body.size());
    for (qsizetype at = 0; at < body.size();) {
        if (uchar(body[at]) < 0x80) {
            out += body[at++];
            continue;
        }
        const auto [code, length] = json::codePointAt(body, at);
        append(out, code);
        at += length;
    }
    return out;
}

template <typename Append> Changed eachHighByte(const QByteArray &body, Append append)
{
    if (isAscii(body))
        return {};
    QByteArray out;
    out.reserve(body.size() * 2);
    for (const char c : body) {
        if (uchar(c) < 0x80)
            out += c;
        else
            append(out, uchar(c));
    }
    return out;
}

Changed questionMarks(const QByteArray &body)
{
    return eachCharacter(body, [](QByteArray &out, char32_t) { out += '?'; });
}

Changed dropped(const QByteArray &body)
{
    return eachCharacter(body, [](QByteArray &, char32_t) { });
}

Changed toLatin1(const QByteArray &body)
{
    return eachCharacter(
        body, [](QByteArray &out, char32_t code) { out += code < 0x100 ? char(code) : '?'; });
}

Changed toWindows1252(const QByteArray &body)
{
    return eachCharacter(body, [](QByteArray &out, char32_t code) {
        const auto found = std::find(windows1252.begin(), windows1252.end(), char16_t(code));
        if (code > 0x9F && code < 0x10000 && found != windows1252.end())
            out += char(0x80 + (found - windows1252.begin()));
        else
            out += code < 0x100 ? char(code) : '?';
    });
}

Changed characterReferences(const QByteArray &body)
{
    return eachCharacter(body, [](QByteArray &out, char32_t code) {
        ((out += "&#") += QByteArray::number(uint(code))) += ';';
    });
}

Changed illFormedReplaced(const QByteArray &body) { return eachCharacter(body, json::appendUtf8); }

Changed fromLatin1(const QByteArray &body)
{
    return eachHighByte(body, [](QByteArray &out, uchar byte) { json::appendUtf8(out, byte); });
}

Changed fromWindows1252(const QByteArray &body)
{
    return eachHighByte(body, [](QByteArray &out, uchar byte) {
        const char16_t mapped = byte < 0xA0 ? windows1252[byte - 0x80] : char16_t(0);
        json::appendUtf8(out, mapped ? char32_t(mapped) : char32_t(byte));
    });
}

Changed bytesReplaced(const QByteArray &body)
{
    return eachHighByte(
        body, [](QByteArray &out, uchar) { json::appendUtf8(out, QChar::ReplacementCharacter); });
}

Changed bytesAsQuestionMarks(const QByteArray &body)
{
    return eachHighByte(body, [](QByteArray &out, uchar) { out += '?'; });
}

Changed sevenBits(const QByteArray &body)
{
    return eachHighByte(body, [](QByteArray &out, uchar byte) { out += char(byte & 0x7F); });
}

Variant::Change normalized(QString::NormalizationForm form)
{
    return [form](const QByteArray &body) {
        return isAscii(body) ? Changed() : QString::fromUtf8(body).normalized(form).toUtf8();
    };
}

Changed toUtf16(const QByteArray &body)
{
    QByteArray out;
    out.reserve(body.size() * 2);
    const QString text = QString::fromUtf8(body);
    for (const QChar unit : text)
        (out += char(unit.unicode() & 0xFF)) += char(unit.unicode() >> 8);
    return out;
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

} // namespace

Variants charsetVariants()
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::Charset, rank, clause, std::move(change)};
    };
    return {
        one(1, tr("each letter beyond ASCII has become a “?”"), questionMarks),
        one(1, tr("the body is written in Latin-1, not in UTF-8"), toLatin1),
        one(1, tr("the body's UTF-8 was read as Latin-1 and written as UTF-8 once more"),
            fromLatin1),
        one(2, tr("the body is written in Windows-1252, not in UTF-8"), toWindows1252),
        one(2, tr("the body's UTF-8 was read as Windows-1252 and written as UTF-8 once more"),
            fromWindows1252),
        one(2, tr("each byte beyond ASCII has become a “?”"), bytesAsQuestionMarks),
        one(2, tr("each byte beyond ASCII has become U+FFFD"), bytesReplaced),
        one(2, tr("what is no UTF-8 has become U+FFFD"), illFormedReplaced),
        one(2, tr("the letters beyond ASCII are missing"), dropped),
        one(2, tr("the body's bytes have lost their highest bit"), sevenBits),
        one(2, tr("the body is written in UTF-16, as .NET's Encoding.Unicode does it"), toUtf16),
        one(3, tr("the letters of the body are composed (Unicode's form C)"),
            normalized(QString::NormalizationForm_C)),
        one(3, tr("the letters of the body are decomposed (Unicode's form D)"),
            normalized(QString::NormalizationForm_D)),
        one(3, tr("letters beyond ASCII are written as references such as &#233;"),
            characterReferences),
    };
}

} // namespace signature
