// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/numbers.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace json
{

namespace
{

// How a double is written: its shortest digits (those that read back as the same), between two
// exponents without one.
struct Notation {
    int lowest = 0; // decimal exponents written out
    int highest = 0;
    QByteArrayView exponent; // "e" or "E", with the plus where one is written
    int exponentDigits = 1;
    bool pointInMantissa = true; // 1.0e+20, not 1e+20
    bool pointZero = true; // 100.0, not 100
};

constexpr Notation ecmascript{-6, 20, "e+", 1, false, false};
constexpr Notation python{-4, 15, "e+", 2, false, true};
constexpr Notation ruby{-4, 15, "e+", 2, true, true};
constexpr Notation php{-4, 16, "e+", 1, true, false};
constexpr Notation java{-3, 6, "E", 1, true, true};

struct Decimal {
    bool negative = false;
    QByteArray digits;
    int exponent = 0; // of the first digit
};

// Nothing for what no double holds.
std::optional<Decimal> decimalOf(QByteArrayView literal)
{
    double value = 0;
    const auto read = std::from_chars(literal.begin(), literal.end(), value);
    if (read.ec != std::errc() || !std::isfinite(value))
        return {};
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value),
                                   std::chars_format::scientific);
    const QByteArrayView text(buffer, end.ptr - buffer);
    const qsizetype e = text.indexOf('e');
    Decimal decimal{.negative = std::signbit(value), .digits = text.first(e).toByteArray()};
    decimal.digits.replace(".", "");
    decimal.exponent = text.sliced(e + 1).toInt();
    return decimal;
}

void appendExponent(QByteArray &out, int exponent, const Notation &notation)
{
    out += notation.exponent.first(1);
    if (exponent < 0)
        out += '-';
    else
        out += notation.exponent.sliced(1);
    out += QByteArray::number(std::abs(exponent)).rightJustified(notation.exponentDigits, '0');
}

void append(QByteArray &out, const Decimal &decimal, const Notation &notation)
{
    const int exponent = decimal.exponent;
    const auto size = int(decimal.digits.size());
    if (decimal.negative)
        out += '-';
    if (exponent < notation.lowest || exponent > notation.highest) {
        out += decimal.digits.first(1);
        if (size > 1)
            (out += '.') += decimal.digits.sliced(1);
        else if (notation.pointInMantissa)
            out += ".0";
        appendExponent(out, exponent, notation);
    } else if (exponent < 0) {
        (out += "0.") += QByteArray(-exponent - 1, '0') + decimal.digits;
    } else if (size > exponent + 1) {
        (out += decimal.digits.first(exponent + 1)) += '.';
        out += decimal.digits.sliced(exponent + 1);
    } else {
        out += decimal.digits + QByteArray(exponent + 1 - size, '0');
        out += notation.pointZero ? ".0" : "";
    }
}

void appendDouble(QByteArray &out, QByteArrayView literal, const Notation &notation)
{
    const auto decimal = decimalOf(literal);
    const bool zeroWithoutSign
        = decimal && decimal->negative && decimal->digits == "0" && !notation.pointZero;
    if (!decimal)
        out += literal;
    else if (zeroWithoutSign)
        out += '0';
    else
        append(out, *decimal, notation);
}

bool isWhole(QByteArrayView literal)
{
    return !literal.contains('.') && !literal.contains('e') && !literal.contains('E');
}

bool fits64Bits(QByteArrayView literal)
{
    qint64 value = 0;
    return std::from_chars(literal.begin(), literal.end(), value).ec == std::errc();
}

} // namespace

void renumber(QByteArray &out, QByteArrayView literal, Numbers style)
{
    const bool whole = isWhole(literal);
    switch (style) {
    case Numbers::Kept:
        break;
    case Numbers::Ecmascript:
        return appendDouble(out, literal, ecmascript);
    case Numbers::Gson:
        return appendDouble(out, literal, java);
    case Numbers::Python:
        if (!whole)
            return appendDouble(out, literal, python);
        break;
    case Numbers::Ruby:
        if (!whole)
            return appendDouble(out, literal, ruby);
        break;
    case Numbers::Java:
        if (!whole)
            return appendDouble(out, literal, java);
        break;
    case Numbers::Php:
        if (!whole || !fits64Bits(literal))
            return appendDouble(out, literal, php);
        break;
    case Numbers::TwoPlaces:
        out += literal;
        if (const auto point = literal.indexOf('.'); point == literal.size() - 2)
            out += '0';
        return;
    case Numbers::PointZero:
        out += literal;
        out += whole ? ".0" : "";
        return;
    }
    out += literal == QByteArrayView("-0") && style != Numbers::Kept ? QByteArrayView("0")
                                                                     : literal;
}

} // namespace json
