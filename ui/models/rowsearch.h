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

    // Something of the row has changed. True: its record has to be looked at again.
    bool askAgain(const DeliveryRows &rows, qsizetype row);

    bool find(qsizetype row); // its record matches; false: that is known, or does not matter
    void erase(const std::vector<bool> &gone);
    void forget() { m_states.clear(); }

private:
    enum State : quint8 { No, Open, Yes, Found };

    State stateOf(const DeliveryRows &rows, qsizetype row) const;

    RowPredicate m_predicate;
    bool m_changeable = false; // what records say of it may become another
    std::vector<State> m_states;
};

} // namespace models
