// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/parse.h"

namespace filter
{

// A field, its operator and its value, as they stand.
struct RawTerm {
    Field field = Field::Anywhere;
    QString name; // of a header or a JSON path
    qsizetype position = 0;
    qsizetype length = 0;

    enum class Operator : quint8 { Contains, Exact, More, MoreOrSame, Less, LessOrSame };
    Operator op = Operator::Contains;

    enum class Form : quint8 { Bare, Quoted, Regex };
    Form form = Form::Bare;
    QString value; // without quotes or slashes
    bool folds = false; // of a Regex
    qsizetype valuePosition = 0;
    qsizetype valueLength = 0;
    bool last = false; // nothing follows: the value may be typed on
};

std::variant<Term, Fault> readTerm(const RawTerm &raw, qint64 now);

} // namespace filter
