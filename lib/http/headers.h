// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace http
{

// One header line: name as written, value without the optional white space around it (RFC
// 9110, 5.5).
struct Field {
    QByteArray name;
    QByteArray value;

    bool operator==(const Field &) const = default;
};

// In received order, repeats and case kept.
using Fields = QList<Field>;

// Names compare without case (RFC 9110, 5.1).
bool sameName(QByteArrayView a, QByteArrayView b);

// How often the name occurs.
qsizetype count(const Fields &fields, QByteArrayView name);

// The first value of that name.
std::optional<QByteArray> value(const Fields &fields, QByteArrayView name);

} // namespace http
