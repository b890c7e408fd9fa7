// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowpredicate.h"

namespace models
{

using filter::Field;
using filter::Match;

quint32 stringOf(const PackedRow &row, Field field)
{
    switch (field) {
    case Field::Topic:
        return row.topic;
    case Field::Account:
        return row.account;
    case Field::Secret:
        return row.secret;
    case Field::From:
        return row.peer;
    case Field::Endpoint:
        return row.endpoint;
    case Field::Scheme:
        return row.scheme;
    case Field::Event:
        return row.eventId;
    case Field::Method:
    case Field::Path:
        return row.request;
    case Field::Summary:
        return row.text;
    case Field::Note:
        return row.note;
    default:
        return 0;
    }
}

QByteArrayView partOf(QByteArrayView string, Field field)
{
    const qsizetype space = string.indexOf(' ');
    if (field == Field::Method)
        return space < 0 ? string : string.first(space);
    return field == Field::Path && space >= 0 ? string.sliced(space + 1) : string;
}

namespace
{

// A packed row as filter::matchRow() asks it.
class Facts
{
public:
    Facts(const DeliveryRows &rows, const PackedRow &row)
        : m_rows(rows)
        , m_row(row)
    {
    }

    QByteArrayView text(Field field) const
    {
        return partOf(m_rows.string(stringOf(m_row, field)), field);
    }

    // The pool cuts what is long; then only the record has the rest.
    bool whole(Field field) const
    {
        const QByteArrayView text = m_rows.string(stringOf(m_row, field));
        return text.size() < StringPool::longest - 6 || !text.endsWith("\xe2\x80\xa6");
    }

    std::optional<qint64> number(Field field) const
    {
        switch (field) {
        case Field::Size:
            return m_row.size;
        case Field::Age:
            return filter::exactAge(m_row.ageSeconds(), m_row.receivedAt);
        case Field::Duration:
            return m_row.latency < 0 ? std::nullopt : std::optional<qint64>(m_row.latency);
        case Field::Reply:
            return m_row.status;
        case Field::Number:
            return m_row.id;
        case Field::Time:
            return m_row.receivedAt;
        default:
            return {};
        }
    }

    filter::KnownWords words(Field field) const
    {
        if (field == Field::Signature || field == Field::Freshness) {
            if (m_row.rejected())
                return {};
            return {.holding
                    = 1U << (field == Field::Signature ? m_row.signature : m_row.freshness)};
        }
        return filter::stateWords(field,
                                  {.signature = m_row.signatureVerdict(),
                                   .freshness = m_row.freshnessVerdict(),
                                   .status = m_row.status,
                                   .rejected = m_row.rejected(),
                                   .marked = m_row.marked != 0,
                                   .judged = m_row.judgedLater != 0,
                                   .noted = m_row.note != 0,
                                   .body = m_row.size > 0,
                                   .account = m_row.account != 0,
                                   .secret = m_row.secret != 0,
                                   .aged = m_row.ageSeconds().has_value(),
                                   .repeated = m_row.repeated(),
                                   .replayed = m_row.replayed != 0,
                                   .test = m_row.test != 0,
                                   .drifted = m_row.drifted != 0,
                                   .overtaken = m_row.overtaken != 0,
                                   .imported = m_row.imported() && !m_row.rejected()});
    }

private:
    const DeliveryRows &m_rows;
    const PackedRow &m_row;
};

} // namespace

Match RowPredicate::match(const DeliveryRows &rows, const PackedRow &row) const
{
    if (!m_filter.root)
        return Match::Yes;
    return filter::fold(*m_filter.root, [this, &rows, &row](const filter::Term &term) {
        return matchTerm(term, rows, row);
    });
}

Match RowPredicate::matchTerm(const filter::Term &term, const DeliveryRows &rows,
                              const PackedRow &row) const
{
    if (filter::facts(term.field).kind != filter::Kind::Text)
        return filter::matchRow(term, Facts(rows, row));
    std::vector<Known> &known = m_known[&term];
    if (known.empty())
        known.resize(knownStrings);
    const quint32 string = stringOf(row, term.field);
    Known &entry = known[(string ^ (string >> 10)) & (knownStrings - 1)];
    if (entry.string != string)
        entry = {.string = string, .match = filter::matchRow(term, Facts(rows, row))};
    return entry.match;
}

} // namespace models
