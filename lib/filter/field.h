// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace filter
{

enum class Field : quint8 {
    Signature,
    Freshness,
    Is,
    Has,
    Topic,
    Account,
    Secret,
    From,
    Endpoint,
    Scheme,
    Event,
    Method,
    Path,
    Summary,
    Note,
    Size,
    Age,
    Duration,
    Reply,
    Number,
    Time,
    Body,
    Header,
    Json,
    Anywhere, // a word without a field
};
constexpr size_t fieldCount = size_t(Field::Anywhere) + 1;

// What kind of value a field has, and with it what can be asked of it.
enum class Kind : quint8 {
    List, // one of fixed words
    Text,
    Size, // bytes
    Span, // microseconds
    Status, // of an answer
    Whole,
    Time, // microseconds since the epoch
    Content, // text that stands in the record alone
};

struct FieldFacts {
    Field field = Field::Anywhere;
    Kind kind = Kind::Text;
    QString name; // as it is offered
    QStringList others; // that mean the same
    QString meaning; // a few words, for people
    QString example;
    QStringList words = {}; // of a List, by the number of their bit
};

// By Field; `Json` and `Anywhere` have no name of their own.
const QList<FieldFacts> &fields();
const FieldFacts &facts(Field field);

// By a name or another, in any case; null: there is none.
const FieldFacts *fieldNamed(QStringView name);

// The words of is: and of has:, by bit.
enum class Is : quint8 {
    Problem,
    Flagged,
    Rejected,
    Judged,
    Resent,
    Answered,
    Repeated,
    Replayed,
    Test,
    Drift,
    Overtaken,
    Imported,
};
enum class Has : quint8 { Note, Body, Answer, Sends, Account, Secret, Age };

// What was probably meant; empty: nothing is near.
QString nearest(QStringView typed, const QStringList &known);

} // namespace filter
