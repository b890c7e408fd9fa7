// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/syntaxerror.h"

#include <QByteArray>

#include <optional>

namespace json
{

// One token read: where it ends, or where what is wrong with it stands.
struct Scan {
    qsizetype at = 0;
    std::optional<Fault> fault;
};

bool isSpace(char c); // RFC 8259, 2
qsizetype skipSpace(QByteArrayView text, qsizetype at);

// Each begins at the token's first byte and checks all of it; `at` is inside `text`.
Scan scanString(QByteArrayView text, qsizetype at);
Scan scanNumber(QByteArrayView text, qsizetype at);
Scan scanWord(QByteArrayView text, qsizetype at);

// The end of what begins at `at`: of a string, which is the text's where it is not closed; of any
// value in a text that is known to be good.
qsizetype stringEnd(QByteArrayView text, qsizetype at);
qsizetype valueEnd(QByteArrayView text, qsizetype at);

// What a good string says, as UTF-8; `literal` has its quotes. Half of a surrogate pair becomes
// U+FFFD.
QByteArray unescaped(QByteArrayView literal);

} // namespace json
