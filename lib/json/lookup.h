// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <span>

namespace json
{

// Where a value stands: the keys and rows that lead to it. Views into what it was made of.
struct Path {
    QVarLengthArray<QByteArrayView, 4> tokens;
    QList<QByteArray> unescaped; // those of them that had an escape
    bool wellFormed = true;
};

Path pathOf(QByteArrayView pointer); // a JSON pointer (RFC 6901)
Path memberPath(QByteArrayView name); // a member of the outermost object

// The scalar at each of at most 64 paths as it stands in the text, with its quotes and escapes;
// empty where lookup() gives a null QString. Allocates nothing for a few paths into flat objects.
QVarLengthArray<QByteArrayView, 16> literals(QByteArrayView text, std::span<const Path> paths);

// The scalar at each of at most 64 JSON pointers (RFC 6901), in one pass: a string decoded, a
// number or boolean as it stands in the text; null QStrings for what is not there, null or no
// scalar, and for all of them when the text is not JSON or too deep. Of repeated keys the last one
// counts. Takes memory with the depth only.
QList<QString> lookup(QByteArrayView text, const QList<QByteArray> &pointers);

} // namespace json
