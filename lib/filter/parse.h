// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/filter.h"

namespace filter
{

// Why a text is no filter. Unfinished: it may become one as it is typed on.
struct Fault {
    bool unfinished = false;
    qsizetype position = 0;
    qsizetype length = 0;
    QString text; // a sentence
    QString suggestion; // in place of what is wrong; empty: none

    bool operator==(const Fault &) const = default;
};

// A stretch of the text, for its colour.
struct Span {
    enum class Kind : quint8 { Field, Operator, Value, Quoted, Regex, Keyword, Parenthesis, Word };
    Kind kind = Kind::Word;
    qsizetype position = 0;
    qsizetype length = 0;

    bool operator==(const Span &) const = default;
};

struct Parsed {
    Filter filter; // meant only without a fault
    std::optional<Fault> fault; // the first one
    QList<Span> spans; // ascending, without the spaces; of faulty texts too
};

constexpr qsizetype longestText = 4000;
constexpr int deepestNesting = 50; // of parentheses
constexpr int mostTerms = 200;

// filter := or ;  or := and { "OR" and } ;  and := not { ["AND"] not } ;  not := ["-" | "NOT"] unit
// unit := "(" or ")" | field op value | word | "quoted words" | /regex/i
// op := ":" (contains; equals for fixed lists) | ":=" | ":>" | ":>=" | ":<" | ":<="
// A value is "quoted", /regex/i, from..to, with *wildcards*, or a word. `now`, in microseconds
// since the epoch, is what "today" counts from.
Parsed parse(const QString &text, qint64 now);
Parsed parse(const QString &text); // as of now

// The value quoted where it has to be, so that it is read as just that.
QString quoted(const QString &value);

// Why it cannot be used, in two lines more: the text, and a caret under what is wrong.
QString marked(const QString &text, const Fault &fault);

} // namespace filter
