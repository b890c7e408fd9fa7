// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/formtext.h"

namespace signature
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

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

FormFields readForm(QByteArrayView text)
{
    FormFields fields;
    while (!text.isEmpty()) {
        const qsizetype ampersand = text.indexOf('&');
        const QByteArrayView pair = ampersand < 0 ? text : text.first(ampersand);
        text = ampersand < 0 ? QByteArrayView() : text.sliced(ampersand + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            fields.append({percentDecoded(pair, true), {}});
        else
            fields.append({percentDecoded(pair.first(equals), true),
                           percentDecoded(pair.sliced(equals + 1), true)});
    }
    return fields;
}

QByteArray writeForm(const FormFields &fields, const FormStyle &style)
{
    QByteArray out;
    for (const FormField &field : fields) {
        out += out.isEmpty() ? "" : "&";
        out += percentEncoded(field.name, style);
        out += '=';
        out += percentEncoded(field.value, style);
    }
    return out;
}

QByteArray percentEncoded(QByteArrayView text, const FormStyle &style)
{
    const char *digits = style.lowerHex ? "0123456789abcdef" : "0123456789ABCDEF";
    QByteArray out;
    out.reserve(text.size() * 2);
    for (const char c : text) {
        if (isLetterOrDigit(c) || style.unreserved.contains(c))
            out += c;
        else if (c == ' ' && style.plus)
            out += '+';
        else
            ((out += '%') += digits[uchar(c) >> 4]) += digits[uchar(c) & 0xF];
    }
    return out;
}

QByteArray percentDecoded(QByteArrayView text, bool plus)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool hex = text[at] == '%' && at + 2 < text.size() && hexValue(text[at + 1]) >= 0
            && hexValue(text[at + 2]) >= 0;
        if (hex) {
            out += char(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
            at += 2;
        } else {
            out += plus && text[at] == '+' ? ' ' : text[at];
        }
    }
    return out;
}

} // namespace signature
