// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/rowmatch.h"
#include "models/deliveryrows.h"

#include <unordered_map>

namespace models
{

// Where the pool has the text of a field, 0 where there is none, and what of it is the field's: a
// request's has two.
quint32 stringOf(const PackedRow &row, filter::Field field);
QByteArrayView partOf(QByteArrayView string, filter::Field field);

// A filter asked of packed rows. What a pattern says of a string is remembered by the string's
// number, so that a million rows of few topics cost few comparisons. Stays on one thread.
class RowPredicate
{
public:
    RowPredicate() = default; // all match
    explicit RowPredicate(const filter::Filter &filter)
        : m_filter(filter)
    {
    }

    const filter::Filter &filter() const { return m_filter; }
    bool passesAll() const { return m_filter.isEmpty(); }
    filter::Match match(const DeliveryRows &rows, const PackedRow &row) const;

private:
    struct Known {
        quint32 string = ~0U;
        filter::Match match = filter::Match::No;
    };
    static constexpr size_t knownStrings = 1024; // of each pattern; a power of two

    filter::Match matchTerm(const filter::Term &term, const DeliveryRows &rows,
                            const PackedRow &row) const;

    filter::Filter m_filter;
    mutable std::unordered_map<const filter::Term *, std::vector<Known>> m_known;
};

} // namespace models
