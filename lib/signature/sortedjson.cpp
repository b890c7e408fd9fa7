// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/sortedjson.h"

#include "json/document.h"
#include "json/scan.h"

#include <charconv>
#include <cmath>
#include <map>

namespace signature
{

namespace
{

using json::Kind;
using Node = json::Document::Node;

// Significant digits and the place of the decimal point behind the first `point` of them.
struct Digits {
    QByteArray digits;
    int point = 0;
};

Digits shortest(double value)
{
    char text[32];
    const auto [end, fault]
        = std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific);
    QByteArray all(text, end - text);
    const qsizetype e = all.indexOf('e');
    const int exponent = all.sliced(e + 1).toInt();
    all.truncate(e);
    all.replace(".", "");
    return {all, exponent + 1};
}

QByteArray written(double value)
{
    if (value == 0)
        return "0";
    const QByteArray sign = value < 0 ? "-" : "";
    const auto [digits, point] = shortest(std::fabs(value));
    const auto count = int(digits.size());
    if (point >= count && point <= 21)
        return sign + digits + QByteArray(point - count, '0');
    if (point > 0 && point <= 21)
        return sign + digits.first(point) + '.' + digits.sliced(point);
    if (point > -6 && point <= 0)
        return sign + "0." + QByteArray(-point, '0') + digits;
    const QByteArray fraction = count > 1 ? '.' + digits.sliced(1) : QByteArray();
    return sign + digits.first(1) + fraction + (point > 0 ? "e+" : "e-")
        + QByteArray::number(std::abs(point - 1));
}

// Of a literal that is no double: whether it is larger than all of them, not smaller.
bool isHuge(QByteArrayView literal)
{
    const QByteArray text = literal.toByteArray().toLower();
    const qsizetype mark = text.indexOf('e');
    const QByteArray digits = mark < 0 ? text : text.first(mark);
    const QByteArray exponent = mark < 0 ? QByteArray("0") : text.sliced(mark + 1);
    bool fits = false;
    const qint64 tens = exponent.toInt(&fits);
    if (!fits)
        return !exponent.startsWith('-');
    const qsizetype first = digits.startsWith('-') ? 1 : 0;
    const qsizetype found = digits.indexOf('.');
    const qsizetype point = found < 0 ? digits.size() : found;
    if (digits[first] != '0')
        return point - first + tens > 0;
    qsizetype noughts = 0;
    while (point + 1 + noughts < digits.size() && digits[point + 1 + noughts] == '0')
        ++noughts;
    return tens - noughts > 0;
}

QByteArray number(QByteArrayView literal)
{
    double value = 0;
    const char *end = literal.data() + literal.size();
    const auto [stop, fault] = std::from_chars(literal.data(), end, value);
    if (fault != std::errc::result_out_of_range)
        return written(value);
    return isHuge(literal) ? "null" : "0";
}

void appendText(QByteArray &out, const QString &text)
{
    out += '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        static constexpr QByteArrayView marks("\b\t\n\f\r\"\\");
        static constexpr QByteArrayView letters("btnfr\"\\");
        const qsizetype mark = c.unicode() < 0x80 ? marks.indexOf(char(c.unicode())) : -1;
        const bool pair
            = c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (mark >= 0)
            out.append('\\').append(letters[mark]);
        else if (c.unicode() < 0x20)
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            out += QStringView(text).sliced(at, pair ? 2 : 1).toUtf8();
        at += pair ? 1 : 0;
    }
    out += '"';
}

void append(QByteArray &out, const json::Document &document, Node node)
{
    const auto text
        = [](QByteArrayView literal) { return QString::fromUtf8(json::unescaped(literal)); };
    switch (document.kind(node)) {
    case Kind::String:
        return appendText(out, text(document.value(node)));
    case Kind::Number:
        out += number(document.value(node));
        return;
    case Kind::Array:
        out += '[';
        for (Node row = node + 1; row < document.after(node); row = document.after(row)) {
            out += row == node + 1 ? "" : ",";
            append(out, document, row);
        }
        out += ']';
        return;
    case Kind::Object: {
        // QString compares UTF-16 units, as JavaScript does.
        std::map<QString, Node> members;
        for (Node child = node + 1; child < document.after(node); child = document.after(child))
            members.insert_or_assign(text(document.key(child)), child);
        out += '{';
        bool first = true;
        for (const auto &[key, child] : members) {
            out += first ? "" : ",";
            first = false;
            appendText(out, key);
            out += ':';
            append(out, document, child);
        }
        out += '}';
        return;
    }
    case Kind::True:
    case Kind::False:
    case Kind::Null:
        out += document.value(node);
        return;
    }
}

} // namespace

std::optional<QByteArray> sortedJson(QByteArrayView text)
{
    const auto parsed = json::Document::parse(text.toByteArray());
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document)
        return {};
    QByteArray out;
    out.reserve(text.size());
    append(out, *document, 0);
    return out;
}

} // namespace signature
