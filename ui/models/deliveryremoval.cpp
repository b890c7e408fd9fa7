// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"

#include <algorithm>

namespace models
{

namespace
{

// Finer than this, a reset is quicker than the single removals.
constexpr qsizetype mostRemovals = 64;

} // namespace

void DeliveryModel::remove(const QList<qint64> &ids)
{
    std::vector<bool> gone(size_t(m_rows.size()));
    bool any = false;
    for (const qint64 id : ids) {
        if (const std::optional<quint32> row = m_rows.find(id))
            any = gone[*row] = true;
    }
    if (any)
        erase(gone);
}

void DeliveryModel::clear(qint64 upToId)
{
    std::vector<bool> gone(size_t(m_rows.size()));
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        gone[size_t(row)] = m_rows[row].id <= upToId && !m_rows[row].marked;
    if (std::find(gone.begin(), gone.end(), true) != gone.end())
        erase(gone);
}

void DeliveryModel::eraseShown(const std::vector<bool> &gone)
{
    int last = rowCount() - 1;
    while (last >= 0) {
        if (!gone[m_visible[size_t(last)]]) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && gone[m_visible[size_t(first - 1)]])
            --first;
        beginRemoveRows({}, first, last);
        m_visible.erase(m_visible.begin() + first, m_visible.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void DeliveryModel::erase(const std::vector<bool> &gone)
{
    m_sorter.cancel();
    const bool few = std::count(gone.begin(), gone.end(), true) <= mostRemovals;
    if (few)
        eraseShown(gone);
    else
        beginResetModel();
    renumber(m_order, gone);
    renumber(m_visible, gone);
    m_keys.erase(gone);
    if (m_reading)
        m_reading->keys.erase(gone);
    qsizetype row = 0;
    m_rows.retain([this, &gone, &row](const PackedRow &packed) {
        const bool goes = gone[size_t(row)];
        if (goes) {
            m_counts.add(packed, -1);
            if (m_search.passes(row))
                m_matching.add(packed, -1);
        }
        ++row;
        return !goes;
    });
    m_search.erase(gone);
    if (!few)
        endResetModel();
    if (sorted())
        makeOrder();
    Q_EMIT counted();
}

// Takes what is gone from a list of row numbers, and gives the rest their new numbers.
void DeliveryModel::renumber(Rows &rows, const std::vector<bool> &gone) const
{
    Rows numbers(gone.size());
    quint32 next = 0;
    for (size_t row = 0; row < gone.size(); ++row)
        numbers[row] = gone[row] ? next : next++;
    std::erase_if(rows, [&gone](quint32 row) { return gone[row]; });
    for (quint32 &row : rows)
        row = numbers[row];
}

} // namespace models
