// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowsearch.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace models
{

using filter::Field;

namespace
{

constexpr qsizetype askedAtOnce = 1024; // rows between two looks at the clock

// Whether later judgements, answers, marks and notes can change what is asked.
bool changes(const filter::Node &node)
{
    if (node.kind != filter::Node::Kind::Term)
        return std::any_of(node.parts.begin(), node.parts.end(),
                           [](const filter::NodePtr &part) { return changes(*part); });
    switch (node.term.field) {
    case Field::From:
    case Field::Endpoint:
    case Field::Method:
    case Field::Path:
    case Field::Size:
    case Field::Number:
    case Field::Time:
    case Field::Body:
    case Field::Header:
    case Field::Json:
        return false;
    default:
        return true;
    }
}

} // namespace

RowSearch::RowSearch(const filter::Filter &filter)
    : m_predicate(filter)
    , m_changeable(filter.root && filter::asksForRecords(filter) && changes(*filter.root))
{
}

bool RowSearch::passes(qsizetype row) const
{
    return passesAll() || (row < asked() && m_states[size_t(row)] >= Yes);
}

RowSearch::State RowSearch::stateOf(const DeliveryRows &rows, qsizetype row) const
{
    switch (m_predicate.match(rows, rows[row])) {
    case filter::Match::No:
        return No;
    case filter::Match::Yes:
        return Yes;
    case filter::Match::NeedsRecord:
        break;
    }
    return Open;
}

void RowSearch::ask(const DeliveryRows &rows, const QDeadlineTimer &until)
{
    if (passesAll())
        return;
    while (asked() < rows.size() && !until.hasExpired()) {
        const qsizetype end = std::min(rows.size(), asked() + askedAtOnce);
        while (asked() < end)
            m_states.push_back(stateOf(rows, asked()));
    }
}

bool RowSearch::askAgain(const DeliveryRows &rows, qsizetype row)
{
    if (row >= asked())
        return false;
    const State state = stateOf(rows, row);
    if (state == Open && !m_changeable)
        return false;
    const bool stays = state == Open && passes(row);
    m_states[size_t(row)] = stays ? Again : state;
    m_again += stays;
    return state == Open;
}

bool RowSearch::find(qsizetype row)
{
    if (row >= asked())
        return false;
    State &state = m_states[size_t(row)];
    const bool appears = state == Open;
    if (appears || state == Again)
        state = Found;
    return appears;
}

bool RowSearch::settle(qsizetype end)
{
    if (m_again == 0)
        return false;
    const auto last = m_states.begin() + std::min(end, asked());
    const auto fallen = std::count(m_states.begin(), last, Again);
    std::replace(m_states.begin(), last, Again, No);
    m_again = std::count(last, m_states.end(), Again);
    return fallen > 0;
}

void RowSearch::erase(const std::vector<bool> &gone)
{
    size_t kept = 0;
    for (size_t row = 0; row < m_states.size(); ++row) {
        if (!gone[row])
            m_states[kept++] = m_states[row];
    }
    m_states.resize(kept);
}

} // namespace models
