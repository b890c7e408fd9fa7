// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace json
{

// How a program writes the numbers that it has read.
enum class Numbers : quint8 {
    Kept, // as they stand
    Ecmascript, // all are doubles (ECMA-262, 6.1.6.1.20): 1.0 becomes 1; Go does the same
    Python, // with a fraction or exponent they are doubles: 1e2 becomes 100.0
    Ruby, // likewise, 1e20 becomes 1.0e+20
    Php, // likewise, and whole numbers beyond 64 bits too
    Java, // likewise, 12345678.9 becomes 1.23456789E7
    Gson, // all are doubles of Java: 1 becomes 1.0
    TwoPlaces, // 10.5 becomes 10.50, as for amounts of money
    PointZero, // 1 becomes 1.0
};

// Appends a good number literal in that style.
void renumber(QByteArray &out, QByteArrayView literal, Numbers style);

} // namespace json
