// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace json
{

// The scalar at each of at most 64 JSON pointers (RFC 6901), in one pass: a string decoded, a
// number or boolean as it stands in the text; null QStrings for what is not there, null or no
// scalar, and for all of them when the text is not JSON or too deep. Of repeated keys the last one
// counts. Takes memory with the depth only.
QList<QString> lookup(QByteArrayView text, const QList<QByteArray> &pointers);

} // namespace json
