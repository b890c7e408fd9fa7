// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/termreader.h"

#include <QCoreApplication>

namespace filter
{

using namespace Qt::Literals::StringLiterals;
using Operator = RawTerm::Operator;
using Form = RawTerm::Form;
using Outcome = std::variant<Term, Fault>;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

Fault atValue(const RawTerm &raw, const QString &text, const QString &suggestion = {})
{
    return {.position = raw.valuePosition,
            .length = raw.valueLength,
            .text = text,
            .suggestion = suggestion};
}

std::optional<double> numberOf(QStringView text)
{
    bool good = false;
    const double number = text.toUtf8().toDouble(&good);
    const bool digits = !text.isEmpty() && (text.back() >= u'0' && text.back() <= u'9');
    return good && digits ? std::optional(number) : std::nullopt;
}

bool isComparison(const RawTerm &raw)
{
    return raw.op != Operator::Contains && raw.op != Operator::Exact;
}

qsizetype rangeAt(const RawTerm &raw)
{
    return raw.form == Form::Bare && !isComparison(raw) ? raw.value.indexOf(".."_L1) : -1;
}

// A header's name or a path as the value of has:.
std::optional<Term> presence(const QString &value)
{
    if (value.startsWith("h."_L1) && value.size() > 2)
        return Term{.field = Field::Header,
                    .header = value.sliced(2).toUtf8(),
                    .path = {},
                    .test = Present{}};
    if (const auto path = JsonPath::read(value))
        return Term{.field = Field::Json, .header = {}, .path = *path, .test = Present{}};
    return {};
}

Outcome readList(const RawTerm &raw)
{
    const FieldFacts &field = facts(raw.field);
    if (isComparison(raw) || raw.form == Form::Regex)
        return atValue(raw, tr("%1 has fixed words, which can only be named.").arg(field.name));
    if (raw.field == Field::Has) {
        if (const auto term = presence(raw.value))
            return *term;
        if (raw.last && (raw.value.startsWith(u'$') || raw.value == "h."_L1 || raw.value == "h"_L1))
            return Fault{.unfinished = true,
                         .position = raw.valuePosition,
                         .length = raw.valueLength,
                         .text = tr("The path is not finished."),
                         .suggestion = {}};
    }
    Words words;
    const QStringList named = raw.value.split(u',');
    for (const QString &word : named) {
        const qsizetype bit = field.words.indexOf(word.toLower());
        if (bit >= 0) {
            words.mask |= 1U << bit;
            continue;
        }
        const bool begun = word.isEmpty()
            || std::any_of(field.words.begin(), field.words.end(), [&word](const QString &known) {
                               return known.startsWith(word, Qt::CaseInsensitive);
                           });
        Fault fault
            = atValue(raw, tr("%1 is one of %2.").arg(field.name, field.words.join(u", "_s)),
                      nearest(word, field.words));
        fault.unfinished = raw.last && begun && raw.form == Form::Bare;
        return fault;
    }
    return Term{.field = raw.field, .header = {}, .path = {}, .test = words};
}

Outcome readRegexTerm(const RawTerm &raw, Term term)
{
    if (isComparison(raw))
        return atValue(raw, tr("A regular expression cannot be compared with."));
    const Regex::Compiled regex = Regex::compile(raw.value, raw.folds);
    if (const auto *fault = std::get_if<RegexFault>(&regex)) {
        const qsizetype inside
            = std::min(fault->position, std::max<qsizetype>(raw.value.size() - 1, 0));
        return Fault{.position = raw.valuePosition + 1 + inside,
                     .length = 1,
                     .text = fault->text,
                     .suggestion = {}};
    }
    term.test = Pattern::of(std::get<Regex>(regex));
    return term;
}

Pattern patternOf(const RawTerm &raw)
{
    if (raw.op == Operator::Exact || (raw.value.isEmpty() && raw.form == Form::Quoted))
        return Pattern::exact(raw.value);
    if (raw.form == Form::Bare && raw.value.contains(u'*'))
        return Pattern::of(
            Regex::wildcard(raw.value, raw.field == Field::Body || raw.field == Field::Anywhere));
    return Pattern::contains(raw.value);
}

Range::Bound boundOf(QStringView text, bool included)
{
    return {.text = text.toUtf8(), .number = numberOf(text), .included = included};
}

Range rangeOf(const RawTerm &raw, qsizetype dots)
{
    Range range;
    if (dots >= 0) {
        if (dots > 0)
            range.low = boundOf(QStringView(raw.value).first(dots), true);
        if (dots + 2 < raw.value.size())
            range.high = boundOf(QStringView(raw.value).sliced(dots + 2), true);
        return range;
    }
    const bool included = raw.op == Operator::MoreOrSame || raw.op == Operator::LessOrSame;
    const bool low = raw.op == Operator::More || raw.op == Operator::MoreOrSame;
    (low ? range.low : range.high) = boundOf(raw.value, included);
    return range;
}

Outcome readText(const RawTerm &raw, Term term)
{
    const bool values
        = raw.field == Field::Json || (raw.field == Field::Header && !raw.name.isEmpty());
    if (raw.form == Form::Regex)
        return readRegexTerm(raw, std::move(term));
    const qsizetype dots = rangeAt(raw);
    if (values && (isComparison(raw) || (dots >= 0 && raw.value.size() > 2))) {
        term.test = rangeOf(raw, dots);
        return term;
    }
    if (isComparison(raw))
        return atValue(raw,
                       tr("%1 is text, which is not more or less.").arg(facts(raw.field).name));
    const bool literal = raw.field == Field::Json && raw.form == Form::Bare
        && (numberOf(raw.value) || raw.value == "true"_L1 || raw.value == "false"_L1
            || raw.value == "null"_L1);
    if (literal)
        term.test = Literal{
            .text = raw.value.toUtf8(), .number = numberOf(raw.value), .pattern = patternOf(raw)};
    else
        term.test = patternOf(raw);
    return term;
}

Outcome interval(const RawTerm &raw, Term term, const std::optional<Quantity> &low,
                 const std::optional<Quantity> &high)
{
    if (low && high && low->clock != high->clock)
        return atValue(raw,
                       tr("A range goes from a time of day to another, or from a day to one."));
    const qint64 end = high ? (high->points && low ? high->interval.low : high->interval.high) : 0;
    if ((low && low->clock) || (high && high->clock)) {
        constexpr qint64 day = 86'400'000'000;
        term.test = Clock{.low = low ? low->interval.low : 0, .high = high ? end : day - 1};
        return term;
    }
    Interval test;
    if (low)
        test.low = low->interval.low;
    if (high)
        test.high = std::max(end, high->interval.low);
    if (test.low > test.high)
        return atValue(raw, tr("The range ends before it begins."));
    term.test = test;
    return term;
}

Outcome compared(const RawTerm &raw, Term term, const Quantity &value)
{
    const qint64 above = value.points ? value.interval.low : value.interval.high;
    Interval test;
    switch (raw.op) {
    case Operator::More:
        test.low = above + 1;
        break;
    case Operator::MoreOrSame:
        test.low = value.interval.low;
        break;
    case Operator::Less:
        test.high = value.interval.low - 1;
        break;
    case Operator::LessOrSame:
        test.high = above;
        break;
    case Operator::Contains:
    case Operator::Exact:
        test = value.interval;
        break;
    }
    if (value.clock) {
        constexpr qint64 day = 86'400'000'000;
        term.test
            = Clock{.low = std::max<qint64>(test.low, 0), .high = std::min(test.high, day - 1)};
        return term;
    }
    term.test = test;
    return term;
}

// What is wrong with a value that is no quantity.
Fault unreadable(const RawTerm &raw)
{
    const FieldFacts &field = facts(raw.field);
    const QStringList values = raw.value.split(u',', Qt::SkipEmptyParts);
    const bool comma = field.kind == Kind::Size || field.kind == Kind::Span; // may be a decimal one
    if (values.size() < 2 || isComparison(raw) || (comma && rangeAt(raw) < 0))
        return atValue(raw, howWritten(field.kind));
    return atValue(raw,
                   tr("%1 takes one value or one range, not a list. Write (%1:%2 OR %1:%3).")
                       .arg(field.name, values[0], values[1]));
}

Outcome readMeasure(const RawTerm &raw, Term term, qint64 now)
{
    const FieldFacts &field = facts(raw.field);
    if (raw.form == Form::Regex)
        return atValue(raw,
                       tr("%1 is measured; a regular expression is for text.").arg(field.name));
    const auto read = [&](QStringView text) { return quantity(text, field.kind, now); };
    const qsizetype dots = rangeAt(raw);
    if (dots < 0) {
        const auto value = read(raw.value);
        if (!value)
            return unreadable(raw);
        return compared(raw, std::move(term), *value);
    }
    const QStringView from = QStringView(raw.value).first(dots);
    const QStringView to = QStringView(raw.value).sliced(dots + 2);
    const auto low = from.isEmpty() ? std::nullopt : read(from);
    const auto high = to.isEmpty() ? std::nullopt : read(to);
    if ((!from.isEmpty() && !low) || (!to.isEmpty() && !high))
        return unreadable(raw);
    if (!low && !high)
        return Fault{.unfinished = true,
                     .position = raw.valuePosition,
                     .length = raw.valueLength,
                     .text = tr("A range needs an end."),
                     .suggestion = {}};
    return interval(raw, std::move(term), low, high);
}

} // namespace

Outcome readTerm(const RawTerm &raw, qint64 now)
{
    Term term{.field = raw.field, .header = {}, .path = {}, .test = Present{}};
    if (raw.field == Field::Header)
        term.header = raw.name.toUtf8();
    if (raw.field == Field::Json) {
        const auto path = JsonPath::read(raw.name);
        if (!path)
            return Fault{.position = raw.position,
                         .length = raw.name.size(),
                         .text = tr("A path is written like $.data.customer.id, $..email or "
                                    "$.items[0]."),
                         .suggestion = {}};
        term.path = *path;
    }
    switch (facts(raw.field).kind) {
    case Kind::List:
        return readList(raw);
    case Kind::Text:
    case Kind::Content:
        return readText(raw, std::move(term));
    case Kind::Size:
    case Kind::Span:
    case Kind::Status:
    case Kind::Whole:
    case Kind::Time:
        break;
    }
    Outcome outcome = readMeasure(raw, std::move(term), now);
    // "size:1" may become "size:10k", "reply:4" "reply:404".
    if (auto *fault = std::get_if<Fault>(&outcome))
        fault->unfinished = fault->unfinished
            || (raw.last && !raw.value.isEmpty() && raw.value.front().isDigit()
                && raw.value.size() < 3);
    return outcome;
}

} // namespace filter
