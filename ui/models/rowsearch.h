// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/rowpredicate.h"

class QDeadlineTimer;

namespace models
{

// What a filter says of each row: at once where the row tells, and of those that are open as soon
// as their records have been looked at by somebody else. Rows are asked in their order, and only
// for a while, so that a million of them keep nobody waiting.
class RowSearch
{
public:
    RowSearch() = default; // all match
    explicit RowSearch(const filter::Filter &filter);

    bool passesAll() const { return m_predicate.passesAll(); }
    qsizetype asked() const { return qsizetype(m_states.size()); } // how many rows
    bool passes(qsizetype row) const;

    void ask(const DeliveryRows &rows, const QDeadlineTimer &until);

    // Something of the row has changed. True: its record has to be looked at again; until then a
    // row that passed goes on to.
    bool askAgain(const DeliveryRows &rows, qsizetype row);

    bool find(qsizetype row); // its record matches; false: that is known, or does not matter

    // All records below this row were looked at: those asked again and not found pass no longer.
    // True: there were some.
    bool settle(qsizetype end);
    void erase(const std::vector<bool> &gone);
    void forget()
    {
        m_states.clear();
        m_again = 0;
    }

private:
    enum State : quint8 { No, Open, Yes, Found, Again };

    State stateOf(const DeliveryRows &rows, qsizetype row) const;

    RowPredicate m_predicate;
    bool m_changeable = false; // what records say of it may become another
    std::vector<State> m_states;
    qsizetype m_again = 0; // at most so many are to be looked at again
};

} // namespace models
