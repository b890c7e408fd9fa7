// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Sorting by the columns of a table that a user added.

#include "models/deliverymodel.h"
#include "models/factcolumns.h"

namespace models
{

DeliveryModel::Sorting DeliveryModel::sorting() const
{
    return m_reading ? m_reading->sorting : Sorting{.column = m_sortColumn, .order = m_sortOrder};
}

int DeliveryModel::keyColumn() const
{
    const int column = sorting().column;
    return column >= models::columnCount ? column : -1;
}

// In another direction the values are the same.
void DeliveryModel::awaitKeys(Sorting sorting)
{
    if (m_reading && m_reading->sorting.column == sorting.column) {
        m_reading->sorting = sorting;
        return;
    }
    if (keyColumn() >= 0)
        dropKeys();
    m_reading = Reading{.sorting = sorting, .keys = {}};
    Q_EMIT keysWanted();
}

QList<qint64> DeliveryModel::takeKeysWanted()
{
    return keyColumn() < 0 ? QList<qint64>() : keys().takeWanted(m_rows);
}

void DeliveryModel::setKeys(const QHash<qint64, json::ShortValues> &values)
{
    if (keyColumn() < 0)
        return;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const std::optional<quint32> row = m_rows.find(it.key());
        if (row && !it->isEmpty())
            keys().put(*row, it->first());
    }
}

void DeliveryModel::endKeys()
{
    if (keyColumn() < 0)
        return;
    if (!m_reading)
        return resort(Column(m_sortColumn));
    m_sortColumn = m_reading->sorting.column;
    m_sortOrder = m_reading->sorting.order;
    m_keys = std::move(m_reading->keys);
    m_reading.reset();
    makeOrder();
}

void DeliveryModel::dropKeys()
{
    m_reading.reset();
    m_keys.askAnew(m_rows);
    Q_EMIT keysDropped();
}

// Facts alone may become others.
void DeliveryModel::wantKeyAgain(qint64 id)
{
    const int column = keyColumn();
    if (column < 0 || !isFactColumn(addedColumns()[column - models::columnCount]))
        return;
    keys().wantAgain(id);
    Q_EMIT keysWanted();
}

// Those that were read are of other rows, which stand by arrival until theirs are read.
void DeliveryModel::readKeysAnew()
{
    if (keyColumn() < 0)
        return;
    m_reading = Reading{.sorting = sorting(), .keys = {}};
    if (m_sortColumn >= models::columnCount)
        m_sortColumn = -1;
    m_keys = {};
}

} // namespace models
