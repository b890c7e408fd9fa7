// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <utility>
#include <vector>

namespace models
{

// The last row of each group, found by the group. Holds row numbers alone, since the rows know
// their groups: `groupOf` tells a row's, which must be evenly spread over 64 bits. Many small
// tables instead of a large one, so that none takes long to grow.
class GroupTable
{
public:
    static constexpr quint32 none = ~0U;

    template <typename GroupOf> quint32 last(quint64 group, const GroupOf &groupOf) const
    {
        if (m_tables.empty())
            return none;
        const Table &table = m_tables[group >> tableShift];
        return table.rows.empty() ? none : table.rows[place(table, group, groupOf)];
    }

    // Makes the row its group's last one; gives back the one before, or none.
    template <typename GroupOf> quint32 exchange(quint32 row, const GroupOf &groupOf)
    {
        const quint64 group = groupOf(row);
        m_tables.resize(tableCount);
        Table &table = m_tables[group >> tableShift];
        if ((table.count + 1) * 4 > table.rows.size() * 3)
            grow(table, groupOf);
        quint32 &entry = table.rows[place(table, group, groupOf)];
        table.count += entry == none;
        return std::exchange(entry, row);
    }

    qsizetype bytes() const
    {
        size_t bytes = m_tables.capacity() * sizeof(Table);
        for (const Table &table : m_tables)
            bytes += table.rows.capacity() * sizeof(quint32);
        return qsizetype(bytes);
    }

private:
    struct Table {
        std::vector<quint32> rows; // open addressing, a power of two; none: free
        size_t count = 0;
    };
    static constexpr int tableShift
        = 56; // the first bits choose the table, the last ones the place
    static constexpr size_t tableCount = size_t(1) << (64 - tableShift);
    static constexpr size_t fewest = 16;

    // Where the group stands, or would.
    template <typename GroupOf>
    static size_t place(const Table &table, quint64 group, const GroupOf &groupOf)
    {
        const size_t mask = table.rows.size() - 1;
        size_t at = size_t(group) & mask;
        while (table.rows[at] != none && groupOf(table.rows[at]) != group)
            at = (at + 1) & mask;
        return at;
    }

    template <typename GroupOf> static void grow(Table &table, const GroupOf &groupOf)
    {
        Table larger{std::vector<quint32>(std::max(fewest, table.rows.size() * 2), none),
                     table.count};
        for (const quint32 row : table.rows) {
            if (row != none)
                larger.rows[place(larger, groupOf(row), groupOf)] = row;
        }
        table = std::move(larger);
    }

    std::vector<Table> m_tables; // none before the first row
};

} // namespace models
