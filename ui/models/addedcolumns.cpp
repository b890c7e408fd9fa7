// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/addedcolumns.h"

#include "filter/jsonpath.h"
#include "json/pointer.h"
#include "models/factcolumns.h"
#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

namespace
{

constexpr qsizetype rowBytes = 120; // beside the values
const QByteArray headerMark = "h.";

qsizetype bytesOf(const json::ShortValues &values)
{
    qsizetype bytes = rowBytes + values.size() * qsizetype(sizeof(values[0]));
    for (const std::optional<json::ShortValue> &value : values)
        bytes += value ? value->text.size() + 24 : 0;
    return bytes;
}

} // namespace

AddedColumn headerColumn(const QByteArray &name)
{
    return {.pointer = headerMark + name.toLower(), .path = QString::fromLatin1(headerMark + name)};
}

bool isColumn(const AddedColumn &column)
{
    if (isFactColumn(column))
        return true;
    if (!column.pointer.startsWith(headerMark))
        return json::isPointer(column.pointer) && filter::JsonPath::read(column.path);
    const QByteArray name
        = column.path.toLatin1().sliced(std::min<qsizetype>(headerMark.size(), column.path.size()));
    const auto isTokenByte = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c); // RFC 9110, 5.6.2
    };
    return !name.isEmpty() && column == headerColumn(name)
        && std::all_of(name.begin(), name.end(), isTokenByte);
}

QString columnTitle(const AddedColumn &column)
{
    if (isFactColumn(column))
        return factTitle(column);
    if (column.pointer.startsWith(headerMark))
        return column.path.sliced(headerMark.size());
    return column.pointer.isEmpty() ? column.path : shownBytes(json::lastKey(column.pointer));
}

AddedColumns::AddedColumns()
    : m_values(mostBytes)
{
}

qsizetype AddedColumns::find(const QByteArray &pointer) const
{
    const auto found
        = std::find_if(m_columns.begin(), m_columns.end(),
                       [&](const AddedColumn &column) { return column.pointer == pointer; });
    return found == m_columns.end() ? -1 : found - m_columns.begin();
}

void AddedColumns::add(const AddedColumn &column)
{
    m_columns.append(column);
    forget();
}

void AddedColumns::remove(qsizetype column)
{
    m_columns.removeAt(column);
    forget();
}

const std::optional<json::ShortValue> *AddedColumns::value(qint64 id, qsizetype column) const
{
    const json::ShortValues *values = m_values.object(id);
    return values && column < values->size() ? &values->at(column) : nullptr;
}

void AddedColumns::put(qint64 id, const json::ShortValues &values)
{
    m_asked.remove(id);
    m_values.insert(id, new json::ShortValues(values), bytesOf(values));
}

bool AddedColumns::want(qint64 id)
{
    if (m_asked.contains(id))
        return false;
    m_asked.insert(id);
    m_wanted.append(id);
    if (m_wanted.size() > mostWanted)
        m_asked.remove(m_wanted.takeFirst());
    return true;
}

QList<qint64> AddedColumns::takeWanted()
{
    QList<qint64> ids = std::exchange(m_wanted, {});
    std::sort(ids.begin(), ids.end());
    return ids;
}

void AddedColumns::endReading() { m_asked = QSet<qint64>(m_wanted.begin(), m_wanted.end()); }

void AddedColumns::forget()
{
    m_values.clear();
    m_wanted.clear();
    m_asked.clear();
}

qsizetype AddedColumns::bytes() const { return m_values.totalCost(); }

} // namespace models
