// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/shortvalue.h"

#include <QCache>
#include <QSet>

#include <optional>

namespace models
{

// A column that a user made of a value of the bodies, or of a header.
struct AddedColumn {
    QByteArray pointer; // to the value (RFC 6901); of a header "h." and its name in small letters
    QString path; // to the same, as a filter writes it

    bool operator==(const AddedColumn &) const = default;
};

AddedColumn headerColumn(const QByteArray &name);

// Whether there can be such a column: it has a pointer and a path, or is of a header.
bool isColumn(const AddedColumn &column);

// Its name: the last part of its pointer, or the header's.
QString columnTitle(const AddedColumn &column);

// Which there are, and of the values those that were read last: whatever the table holds, they
// take no more than so many bytes. What is missing has to be read by somebody else.
class AddedColumns
{
public:
    static constexpr qsizetype most = 12;
    static constexpr qsizetype mostBytes = 2 << 20; // of values
    static constexpr qsizetype mostWanted = 1000; // rows; those that were asked for last

    AddedColumns();

    const QList<AddedColumn> &columns() const { return m_columns; }
    qsizetype find(const QByteArray &pointer) const; // -1: there is none
    void add(const AddedColumn &column); // not beyond `most`
    void remove(qsizetype column);

    // Of a column's row; nothing: it has to be read.
    const std::optional<json::ShortValue> *value(qint64 id, qsizetype column) const;
    void put(qint64 id, const json::ShortValues &values); // one for each column

    bool want(qint64 id); // true: it was not wanted before
    QList<qint64> takeWanted(); // ascending; they are being read from now on
    void endReading(); // whatever of it was not put may be wanted again
    void forget(); // the values, for they are of other rows

    qsizetype bytes() const; // of memory, about

private:
    QList<AddedColumn> m_columns;
    mutable QCache<qint64, json::ShortValues> m_values; // looking a value up keeps it
    QList<qint64> m_wanted;
    QSet<qint64> m_asked; // wanted or being read
};

} // namespace models
