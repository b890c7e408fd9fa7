// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/sortedjson.h"

#include "json/document.h"
#include "json/scan.h"

#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <algorithm>
#include <charconv>
#include <cmath>

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

// What has no escape stands as JavaScript writes it.
void appendString(QByteArray &out, QByteArrayView literal)
{
    if (literal.contains('\\'))
        appendText(out, QString::fromUtf8(json::unescaped(literal)));
    else
        out += literal;
}

struct Member {
    QByteArrayView key; // UTF-8
    Node node;
    Node place; // among the others, as it came
    bool plain; // whose bytes are in the order of its UTF-16 units
};

// As JavaScript compares: by UTF-16 units, where what takes four bytes here, and two units there,
// comes before U+E000 to U+FFFF.
int compare(QByteArrayView a, QByteArrayView b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return int(left != a.end()) - int(right != b.end());
    const auto rank = [](char byte) {
        const int value = uchar(byte);
        return value >= 0xF0 ? value - 0x100 : value >= 0xEE ? value : value - 0x200;
    };
    return rank(*left) - rank(*right);
}

bool comesBefore(const Member &a, const Member &b)
{
    const int order = a.plain && b.plain ? a.key.compare(b.key) : compare(a.key, b.key);
    return order != 0 ? order < 0 : a.place < b.place;
}

bool isPlain(QByteArrayView key)
{
    return std::none_of(key.begin(), key.end(), [](char byte) { return uchar(byte) >= 0xEE; });
}

void append(QByteArray &out, const json::Document &document, Node node);

void appendObject(QByteArray &out, const json::Document &document, Node node)
{
    QList<QByteArray> unescaped; // what the keys that need it say
    QVarLengthArray<Member, 32> members;
    for (Node child = node + 1; child < document.after(node); child = document.after(child)) {
        QByteArrayView key = document.key(child);
        if (key.contains('\\')) {
            unescaped.append(json::unescaped(key));
            key = unescaped.constLast();
        } else {
            key = key.sliced(1, key.size() - 2);
        }
        members.append(
            {.key = key, .node = child, .place = Node(members.size()), .plain = isPlain(key)});
    }
    std::sort(members.begin(), members.end(), comesBefore);
    out += '{';
    for (qsizetype row = 0; row < members.size(); ++row) {
        if (row + 1 < members.size() && members[row].key == members[row + 1].key)
            continue; // the last one counts
        out += out.endsWith('{') ? "" : ",";
        appendString(out, document.key(members[row].node));
        out += ':';
        append(out, document, members[row].node);
    }
    out += '}';
}

void append(QByteArray &out, const json::Document &document, Node node)
{
    switch (document.kind(node)) {
    case Kind::String:
        return appendString(out, document.value(node));
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
    case Kind::Object:
        return appendObject(out, document, node);
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
