// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace signature
{

// A field of an application/x-www-form-urlencoded text, decoded.
struct FormField {
    QByteArray name;
    QByteArray value;
};

using FormFields = QList<FormField>;

// In their order; "+" is a space, a "%" without two hex digits stands for itself (WHATWG URL, 5.1).
FormFields readForm(QByteArrayView text);

// What libraries leave as it is when they percent-encode, and what they make of a space.
struct FormStyle {
    QByteArrayView unreserved; // beside letters and digits
    bool plus = true; // a space is "+", else "%20"
    bool lowerHex = false;
};

constexpr FormStyle browserForm{.unreserved = "*-._"}; // WHATWG URL, Node's URLSearchParams
constexpr FormStyle phpForm{.unreserved = "-_."}; // urlencode, http_build_query
constexpr FormStyle rfc3986Form{.unreserved = "-._~", .plus = false};
constexpr FormStyle pythonForm{.unreserved = "-._~"}; // urlencode, quote_plus
constexpr FormStyle ecmascriptForm{.unreserved = "-_.!~*'()", .plus = false}; // encodeURIComponent

QByteArray writeForm(const FormFields &fields, const FormStyle &style);
QByteArray percentEncoded(QByteArrayView text, const FormStyle &style);

// `plus`: whether "+" is a space.
QByteArray percentDecoded(QByteArrayView text, bool plus);

} // namespace signature
