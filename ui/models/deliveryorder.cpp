// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"

#include <algorithm>

namespace models
{

void DeliveryModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        column = -1;
    if (column >= models::columnCount && column != m_sortColumn)
        return awaitKeys({.column = column, .order = order});
    const int read = keyColumn();
    m_reading.reset();
    m_sortColumn = column;
    m_sortOrder = order;
    if (column < models::columnCount)
        m_keys = {};
    if (read != keyColumn())
        dropKeys();
    if (keyColumn() >= 0)
        Q_EMIT keysWanted(); // what came while another one's were read
    if (column >= 0)
        return makeOrder();
    m_sorter.cancel();
    relayout([this] {
        m_ordered = false;
        m_order.clear();
        rebuild();
    });
}

// The order that the thread made may lack rows that came in the meantime.
void DeliveryModel::takeOrder(const Rows &order)
{
    const auto isBefore = [this](quint32 a, quint32 b) { return before(a, b); };
    relayout([this, &order, isBefore] {
        m_ordered = true;
        m_order = order;
        for (auto row = quint32(order.size()); row < quint32(m_rows.size()); ++row)
            m_order.push_back(row);
        const auto middle = m_order.begin() + qsizetype(order.size());
        std::sort(middle, m_order.end(), isBefore);
        std::inplace_merge(m_order.begin(), middle, m_order.end(), isBefore);
        rebuild();
    });
    if (m_stale)
        resort(Column(m_sortColumn));
}

// Views learn of the new rows at the end, and then that all rows have found their places.
void DeliveryModel::appendSorted(const Rows &all, const Rows &shown)
{
    const auto merge = [this](Rows &into, Rows added) {
        const auto isBefore = [this](quint32 a, quint32 b) { return before(a, b); };
        std::sort(added.begin(), added.end(), isBefore);
        const auto middle = qsizetype(into.size());
        into.insert(into.end(), added.begin(), added.end());
        std::inplace_merge(into.begin(), into.begin() + middle, into.end(), isBefore);
    };
    merge(m_order, all);
    if (shown.empty())
        return;
    const auto middle = m_visible.size();
    beginInsertRows({}, int(middle), int(middle + shown.size()) - 1);
    m_visible.insert(m_visible.end(), shown.begin(), shown.end());
    endInsertRows();
    relayout([this, merge, middle, &shown] {
        m_visible.resize(middle);
        merge(m_visible, shown);
    });
}

// Rows keep their selection: what points at a row follows it to its new place.
void DeliveryModel::relayout(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    Rows rows;
    rows.reserve(size_t(before.size()));
    for (const QModelIndex &old : before)
        rows.push_back(m_visible[size_t(old.row())]);
    change();
    if (!before.isEmpty()) {
        std::vector<int> places(size_t(m_rows.size()), -1);
        for (size_t place = 0; place < m_visible.size(); ++place)
            places[m_visible[place]] = int(place);
        QModelIndexList after;
        after.reserve(before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(index(places[rows[size_t(i)]], before[i].column()));
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// What the table is sorted by has changed in some rows.
void DeliveryModel::resort(Column column)
{
    if (int(column) != m_sortColumn)
        return;
    m_stale = m_sorter.busy();
    if (!m_stale)
        makeOrder();
}

void DeliveryModel::makeOrder()
{
    if (m_sortColumn >= models::columnCount)
        m_sorter.sort(m_keys, m_rows.size(), m_sortOrder);
    else
        m_sorter.sort(m_rows, Column(m_sortColumn), m_sortOrder);
}

bool DeliveryModel::before(quint32 a, quint32 b) const
{
    return m_sortColumn >= models::columnCount
        ? m_keys.standsBefore(a, b, m_sortOrder)
        : standsBefore(m_rows, Column(m_sortColumn), m_sortOrder, a, b);
}

} // namespace models
