// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace json
{

// The scalar at each JSON pointer (RFC 6901), in one pass: a string decoded, anything else as it
// stands in the text (numbers untouched); null QStrings for what is not there or no scalar, and for
// all of them when the text is not JSON. Constant memory per thread; safe on hostile input.
QList<QString> lookup(QByteArrayView text, const QList<QByteArray> &pointers);

} // namespace json
