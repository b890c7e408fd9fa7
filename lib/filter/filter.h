// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/jsonpath.h"
#include "filter/pattern.h"
#include "filter/quantity.h"

#include <QList>

#include <memory>
#include <variant>

namespace filter
{

// One or several of a field's fixed words, by their bits.
struct Words {
    quint32 mask = 0;
};

// Of a value in JSON or in a header: as numbers where both are, else as text.
struct Range {
    struct Bound {
        QByteArray text;
        std::optional<double> number;
        bool included = true;
    };
    std::optional<Bound> low;
    std::optional<Bound> high;
};

// A JSON value that is meant as it stands: 5, true, null; and the same in a string.
struct Literal {
    QByteArray text;
    std::optional<double> number;
    Pattern pattern; // for strings
};

// Times of day, in microseconds since midnight; one that ends before it begins goes over midnight.
struct Clock {
    qint64 low = 0;
    qint64 high = 0;
};

struct Present {
};

using Test = std::variant<Words, Pattern, Interval, Clock, Range, Literal, Present>;

// What is asked of one field.
struct Term {
    Field field = Field::Anywhere;
    QByteArray header; // of Header: the name; empty: any
    JsonPath path; // of Json
    Test test;
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

// A part of a filter, never changed, so that threads can share it.
struct Node {
    enum class Kind : quint8 { And, Or, Not, Term };
    Kind kind = Kind::Term;
    QList<NodePtr> parts = {};
    Term term = {}; // of a Term
    qsizetype position = 0; // in the filter's text
    qsizetype length = 0;
};

// What a user looks for, as read; without a root everything matches.
struct Filter {
    QString text;
    NodePtr root;

    bool isEmpty() const { return !root; }
};

// The parts that all have to match, each as a filter of its own; fewer than two: none.
QList<Filter> conjuncts(const Filter &filter);

// Whether rows alone cannot tell.
bool asksForRecords(const Filter &filter);

// Whether it must be known which deliveries were there before; see capture::Repeats.
bool asksForRepeats(const Filter &filter);

} // namespace filter
