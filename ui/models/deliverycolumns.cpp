// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// The columns of a table that a user added, behind those that every table has.

#include "models/deliverymodel.h"
#include "models/factcolumns.h"
#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

bool DeliveryModel::addColumn(const AddedColumn &column)
{
    if (m_added.find(column.pointer) >= 0)
        return true;
    if (m_added.columns().size() >= AddedColumns::most)
        return false;
    beginInsertColumns({}, columnCount(), columnCount());
    m_added.add(column);
    endInsertColumns();
    return true;
}

void DeliveryModel::removeColumn(int column)
{
    const int place = column - models::columnCount;
    if (place < 0 || place >= m_added.columns().size())
        return;
    if (column == m_sortColumn)
        sort(-1);
    if (column == keyColumn())
        dropKeys();
    beginRemoveColumns({}, column, column);
    m_added.remove(place);
    m_sortColumn -= m_sortColumn > column ? 1 : 0;
    if (m_reading)
        m_reading->sorting.column -= m_reading->sorting.column > column ? 1 : 0;
    endRemoveColumns();
}

int DeliveryModel::columnOf(const QByteArray &pointer) const
{
    const qsizetype found = m_added.find(pointer);
    return found < 0 ? -1 : models::columnCount + int(found);
}

// The values are told at once, and rows that are not in sight cost no more than to look for them.
void DeliveryModel::setValues(const QHash<qint64, json::ShortValues> &values)
{
    Rows changed;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const std::optional<quint32> row = m_rows.find(it.key());
        if (!row || it->size() != m_added.columns().size())
            continue;
        m_added.put(it.key(), *it);
        changed.push_back(*row);
    }
    change(changed, Column(models::columnCount), Column(columnCount() - 1));
}

std::optional<json::ShortValue> DeliveryModel::valueAt(int row, int column) const
{
    const auto *value = m_added.value(idAt(row), column - models::columnCount);
    return value ? *value : std::nullopt;
}

// What is painted is wanted.
QVariant DeliveryModel::addedData(const PackedRow &row, int column, int role) const
{
    if (row.rejected())
        return {};
    const auto *value = m_added.value(row.id, column);
    if (!value) {
        if (m_added.want(row.id) && !m_readMore.isActive())
            m_readMore.start();
        return role == Qt::ToolTipRole ? tr("Being read…") : u"…"_s;
    }
    if (!*value)
        return role == Qt::ToolTipRole ? tr("Not in this webhook") : QString();
    const QString text = shownBytes((*value)->text).simplified() + ((*value)->cut ? u"…"_s : u""_s);
    const bool quoted = role == Qt::ToolTipRole && (*value)->kind == json::Kind::String;
    return quoted ? u'"' + text + u'"' : text;
}

QString DeliveryModel::addedTitle(int column, int role) const
{
    const AddedColumn &added = m_added.columns()[column];
    const QString place = isFactColumn(added) ? columnTitle(added)
        : added.pointer.isEmpty()             ? added.path
                                              : shownBytes(added.pointer);
    return role == Qt::ToolTipRole
        ? tr("%1\nRead from each webhook in sight, and from all to sort by it.").arg(place)
        : columnTitle(added);
}

} // namespace models
