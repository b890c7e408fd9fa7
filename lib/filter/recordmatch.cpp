// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/recordmatch.h"

#include "capture/rows.h"
#include "json/scan.h"

#include <algorithm>

namespace filter
{

namespace
{

std::optional<double> numberOf(QByteArrayView text)
{
    bool good = false;
    const double number = text.toDouble(&good);
    return good ? std::optional(number) : std::nullopt;
}

// Below 0, 0 or above, as the value stands to the bound.
int compare(QByteArrayView value, const Range::Bound &bound)
{
    if (bound.number) {
        if (const auto number = numberOf(value))
            return *number < *bound.number ? -1 : *number > *bound.number ? 1 : 0;
    }
    return QtPrivate::compareMemory(value, bound.text);
}

// A number is not compared with a text that is none.
bool inRange(QByteArrayView value, const Range &range)
{
    for (const auto *bound : {&range.low, &range.high}) {
        if (*bound && (*bound)->number && !numberOf(value))
            return false;
    }
    if (range.low) {
        const int order = compare(value, *range.low);
        if (order < 0 || (order == 0 && !range.low->included))
            return false;
    }
    if (range.high) {
        const int order = compare(value, *range.high);
        if (order > 0 || (order == 0 && !range.high->included))
            return false;
    }
    return true;
}

bool isLiteral(QByteArrayView value, const Literal &wanted)
{
    if (value == wanted.text)
        return true;
    const auto number = numberOf(value);
    return number && wanted.number && *number == *wanted.number
        && std::max(value.size(), wanted.text.size()) < 16; // beyond that a double is not exact
}

bool fitsValue(const json::Document &document, json::Document::Node node, const Test &test)
{
    if (std::holds_alternative<Present>(test))
        return true;
    if (document.holdsValues(node))
        return false;
    const QByteArrayView raw = document.value(node);
    const bool string = document.kind(node) == json::Kind::String;
    if (const auto *literal = std::get_if<Literal>(&test); literal && !string)
        return isLiteral(raw, *literal);
    const QByteArray text = string ? json::unescaped(raw) : raw.toByteArray();
    if (const auto *range = std::get_if<Range>(&test))
        return document.kind(node) != json::Kind::Null && inRange(text, *range);
    if (const auto *literal = std::get_if<Literal>(&test))
        return literal->pattern.fits(text);
    return std::get<Pattern>(test).fits(text);
}

} // namespace

RecordContent::RecordContent(const capture::Record &record)
    : m_body(record.delivery->request.body)
    , m_hasFields(true)
    , m_attempted(!record.attempts.isEmpty())
    , m_fields(record.delivery->request.fields)
    , m_trailers(record.delivery->request.trailers)
{
}

RecordContent::RecordContent(const capture::Content &content)
    : m_body(QByteArray::fromRawData(content.body.data(), content.body.size()))
    , m_head(content.head)
    , m_trailerLines(content.trailers)
{
}

bool RecordContent::fits(const Term &term)
{
    switch (term.field) {
    case Field::Header:
        return header(term);
    case Field::Json:
        return json(term);
    case Field::Body:
        return std::get<Pattern>(term.test).fits(m_body);
    case Field::Anywhere:
        return anywhere(std::get<Pattern>(term.test));
    default: // is:resent, has:sends
        return m_attempted;
    }
}

// Whether one of the fields fits, as `name: value`. Most lines are written so already, and then
// only those that fit are taken apart.
static bool fitsLine(const Pattern &pattern, QByteArrayView lines)
{
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        const QByteArrayView line = end < 0 ? lines : lines.first(end + 1);
        lines = lines.sliced(line.size());
        QByteArrayView text = line;
        for (const char ending : {'\n', '\r'}) {
            if (text.endsWith(ending))
                text.chop(1);
        }
        if (text.isEmpty())
            break;
        const QByteArrayView value = text.sliced(text.indexOf(':') + 1);
        const bool asWritten
            = value.size() > 1 && value[0] == ' ' && value[1] > ' ' && value.back() > ' ';
        if (asWritten && !pattern.fits(text))
            continue;
        for (const http::Field &field : capture::readFields(line)) {
            if (pattern.fits(field.name + ": " + field.value))
                return true;
        }
    }
    return false;
}

// The head's first line is none of them.
void RecordContent::readFields()
{
    if (m_hasFields)
        return;
    m_hasFields = true;
    m_fields = capture::readFields(m_head.sliced(m_head.indexOf('\n') + 1));
    m_trailers = capture::readFields(m_trailerLines);
}

bool RecordContent::header(const Term &term)
{
    readFields();
    return std::any_of(m_fields.begin(), m_fields.end(), [&term](const http::Field &field) {
        const auto *pattern = std::get_if<Pattern>(&term.test);
        if (term.header.isEmpty())
            return pattern && pattern->fits(field.name + ": " + field.value);
        if (!http::sameName(field.name, term.header))
            return false;
        if (const auto *range = std::get_if<Range>(&term.test))
            return inRange(field.value, *range);
        return !pattern || pattern->fits(field.value);
    });
}

bool RecordContent::json(const Term &term)
{
    if (!term.path.mayBeIn(m_body))
        return false;
    if (!m_document)
        m_document = json::Document::parse(m_body);
    const auto *document = std::get_if<json::Document>(&*m_document);
    if (!document)
        return false;
    const auto nodes = term.path.find(*document);
    return std::any_of(nodes.begin(), nodes.end(), [&](json::Document::Node node) {
        return fitsValue(*document, node, term.test);
    });
}

// Without reading them: only the colon between name and value may stand there otherwise.
bool RecordContent::mayBeInFields(const Pattern &pattern) const
{
    if (m_hasFields || pattern.form != Pattern::Form::Contains || pattern.bytes.contains(':'))
        return true;
    return pattern.fits(m_head) || pattern.fits(m_trailerLines);
}

bool RecordContent::anywhere(const Pattern &pattern)
{
    if (pattern.fits(m_body))
        return true;
    if (!mayBeInFields(pattern))
        return false;
    if (!m_hasFields)
        return fitsLine(pattern, m_head.sliced(m_head.indexOf('\n') + 1))
            || fitsLine(pattern, m_trailerLines);
    const auto in = [&pattern](const http::Fields &fields) {
        return std::any_of(fields.begin(), fields.end(), [&pattern](const http::Field &field) {
            return pattern.fits(field.name + ": " + field.value);
        });
    };
    return in(m_fields) || in(m_trailers);
}

} // namespace filter
