// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

#include <QByteArrayView>

#include <utility>

namespace signature
{

// Names and values, decoded, in their order.
using Parameters = QList<std::pair<QByteArray, QByteArray>>;

constexpr qsizetype mostParameters = 10'000;

// Of a query or a form (application/x-www-form-urlencoded); a percent sign that escapes nothing
// stays. Nothing when there are more than mostParameters.
std::optional<Parameters> readParameters(QByteArrayView text);

// The fields of a form body, also of multipart/form-data (RFC 7578). Nothing for a body that says
// it is something else; an empty body has no fields.
std::optional<Parameters> readForm(const http::Request &request);

// Where a part of a multipart body stands in it, and what its Content-Disposition calls it.
struct FormPart {
    QByteArray name; // null: it is no field
    qsizetype from = 0;
    qsizetype to = 0;
};

// Those of any multipart body. Nothing when it is none, is cut off, or has more than
// mostParameters.
std::optional<QList<FormPart>> readParts(const http::Fields &fields, QByteArrayView body);

// Ordered by name, then by value: "a1a1a2b3".
QByteArray namesAndValues(Parameters parameters);

// The same of each pair once: "a1a2b3".
QByteArray distinctNamesAndValues(Parameters parameters);

// Ordered in the same way: "a=1&a=2&b=3".
QByteArray sortedQuery(Parameters parameters);

// {"a": "1", "b": "2"} in their order; characters beyond ASCII as \uXXXX. Of a name that is there
// more than once the last value counts, at the first one's place.
QByteArray jsonOfTexts(const Parameters &parameters);

} // namespace signature
