// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace json
{

// The length of the well-formed UTF-8 sequence (RFC 3629) that `bytes` begins with, 1 to 4. For an
// ill-formed one the negated length of its maximal subpart, which stands for one U+FFFD (The
// Unicode Standard 15, 3.9). `bytes` is not empty.
int utf8Length(QByteArrayView bytes);

// How many maximal subparts are ill-formed; 0: all of it is UTF-8.
qsizetype countBadUtf8(QByteArrayView bytes);

// The longest beginning of at most `limit` bytes that ends with a whole sequence.
QByteArrayView wholeBeginning(QByteArrayView bytes, qsizetype limit);

} // namespace json
