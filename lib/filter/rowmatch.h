// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/filter.h"
#include "signature/verdict.h"

namespace filter
{

enum class Match : quint8 { No, Yes, NeedsRecord };

inline Match matchIf(bool condition) { return condition ? Match::Yes : Match::No; }

// The words that hold for a row, by their bits, and those that only its record tells.
struct KnownWords {
    quint32 holding = 0;
    quint32 open = 0;
};

// What of a row the words of is: and has: are about.
struct RowState {
    signature::Signature signature = signature::Signature::NotApplicable;
    signature::Freshness freshness = signature::Freshness::NotApplicable;
    int status = 0;
    bool rejected = false;
    bool marked = false;
    bool judged = false;
    bool noted = false;
    bool body = false;
    bool account = false;
    bool secret = false;
    bool aged = false;
    bool repeated = false;
    bool replayed = false;
    bool test = false;
    bool drifted = false;
    bool overtaken = false;
    bool imported = false;
};
KnownWords stateWords(Field field, const RowState &row);

// The rule of is:problem for a delivery: what somebody looking for trouble would stop at.
bool troubled(signature::Signature signature, signature::Freshness freshness, int status);

// An age as it is shown, in microseconds: signed times are whole seconds, so the fraction of the
// arrival is that of the age.
std::optional<qint64> exactAge(std::optional<qint64> seconds, qint64 receivedAt);

// What a row says of a term. A Row has
//   QByteArrayView text(Field) const;               of the fields of kind Text
//   bool whole(Field) const;                        whether that text is not cut
//   std::optional<qint64> number(Field) const;      of those that are measured
//   KnownWords words(Field) const;                  of those of kind List
template <typename Row> Match matchText(const Pattern &pattern, const Row &row, Field field)
{
    const bool fits = pattern.fits(row.text(field));
    if (row.whole(field))
        return matchIf(fits);
    return fits && pattern.form == Pattern::Form::Contains ? Match::Yes : Match::NeedsRecord;
}

template <typename Row> Match matchAnywhere(const Pattern &pattern, const Row &row)
{
    for (const Field field :
         {Field::Topic, Field::Summary, Field::Account, Field::Event, Field::Path, Field::Note}) {
        if (matchText(pattern, row, field) == Match::Yes)
            return Match::Yes;
    }
    return Match::NeedsRecord;
}

template <typename Row> Match matchRow(const Term &term, const Row &row)
{
    switch (facts(term.field).kind) {
    case Kind::List: {
        const quint32 mask = std::get<Words>(term.test).mask;
        const KnownWords known = row.words(term.field);
        if (known.holding & mask)
            return Match::Yes;
        return known.open & mask ? Match::NeedsRecord : Match::No;
    }
    case Kind::Text:
        return matchText(std::get<Pattern>(term.test), row, term.field);
    case Kind::Size:
    case Kind::Span:
    case Kind::Status:
    case Kind::Whole:
    case Kind::Time: {
        const std::optional<qint64> number = row.number(term.field);
        if (!number)
            return Match::No;
        if (const auto *interval = std::get_if<Interval>(&term.test))
            return matchIf(interval->holds(*number));
        const auto &clock = std::get<Clock>(term.test);
        const qint64 at = clockOf(*number);
        return matchIf(clock.low <= clock.high ? at >= clock.low && at <= clock.high
                                               : at >= clock.low || at <= clock.high);
    }
    case Kind::Content:
        break;
    }
    return term.field == Field::Anywhere ? matchAnywhere(std::get<Pattern>(term.test), row)
                                         : Match::NeedsRecord;
}

// Three-valued logic: what a part decides needs no other. `leaf` gives the Match of a Term.
template <typename Leaf> Match fold(const Node &node, const Leaf &leaf)
{
    switch (node.kind) {
    case Node::Kind::Term:
        return leaf(node.term);
    case Node::Kind::Not: {
        const Match part = fold(*node.parts.first(), leaf);
        return part == Match::NeedsRecord ? part : matchIf(part == Match::No);
    }
    case Node::Kind::And:
    case Node::Kind::Or:
        break;
    }
    const Match deciding = node.kind == Node::Kind::And ? Match::No : Match::Yes;
    Match all = deciding == Match::No ? Match::Yes : Match::No;
    for (const NodePtr &part : node.parts) {
        const Match one = fold(*part, leaf);
        if (one == deciding)
            return one;
        if (one == Match::NeedsRecord)
            all = one;
    }
    return all;
}

} // namespace filter
