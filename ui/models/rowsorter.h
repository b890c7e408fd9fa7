// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/column.h"
#include "models/deliveryrows.h"

#include <QObject>

#include <functional>

namespace models
{

class ValueKeys;

using RowNumbers = std::vector<quint32>;

// What a column sorts by: raw values, never the shown text. A column has one or the other.
bool sortsByText(Column column);
qint64 sortNumber(const PackedRow &row, Column column);
QByteArrayView sortText(const DeliveryRows &rows, const PackedRow &row, Column column);

// Whether row a stands before row b; equal ones stand by arrival, also when descending.
bool standsBefore(const DeliveryRows &rows, Column column, Qt::SortOrder order, quint32 a,
                  quint32 b);

// Sorts all rows by a column in a thread of the pool, on a snapshot of the keys.
class RowSorter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Forgets an order that is still being made.
    void sort(const DeliveryRows &rows, Column column, Qt::SortOrder order);
    void sort(const ValueKeys &keys, qsizetype rows, Qt::SortOrder order);
    void cancel();
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void sorted(const models::RowNumbers &order);

private:
    void start(const std::function<RowNumbers()> &make);
    void finish(int generation, const RowNumbers &order);

    int m_generation = 0;
    bool m_busy = false;
};

} // namespace models
