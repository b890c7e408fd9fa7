// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/tablecopy.h"

#include <sqlite3.h>

#include <algorithm>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 smallestRow = 8; // bytes that a row takes in a file, at least

sqlite3_stmt *prepare(sqlite3 *database, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, bytes.constData(), int(bytes.size()), &statement, nullptr);
    return statement;
}

// The first column of all rows, as far as they can be read.
QStringList texts(sqlite3 *database, const QString &query)
{
    QStringList found;
    sqlite3_stmt *statement = prepare(database, query);
    while (statement && sqlite3_step(statement) == SQLITE_ROW)
        found.append(
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    return found;
}

QStringList columns(sqlite3 *database, const QString &table)
{
    return texts(database, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
}

qint64 number(sqlite3 *database, const QString &query)
{
    return texts(database, query).value(0).toLongLong();
}

} // namespace

QStringList tables(sqlite3 *database)
{
    return texts(database,
                 u"SELECT name FROM sqlite_schema WHERE type = 'table' "
                 "AND name NOT LIKE 'sqlite_%'"_s);
}

QStringList tablesWithRowIds(sqlite3 *database)
{
    return texts(database, u"SELECT name FROM pragma_table_list WHERE wr = 0"_s);
}

void TableCopy::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

TableCopy::TableCopy(sqlite3 *from, sqlite3 *to, const QString &table)
    : m_from(from)
    , m_table(table)
{
    QStringList shared = columns(to, table);
    const QStringList there = columns(from, table);
    shared.removeIf([&there](const QString &column) { return !there.contains(column); });
    if (shared.isEmpty())
        return;
    const QString list = shared.join(u", "_s);
    const bool numbered = tablesWithRowIds(to).contains(table);
    m_select.reset(prepare(from,
                           numbered ? u"SELECT rowid, %1 FROM %2 WHERE rowid > ?1 AND rowid <= ?2 "
                                      "ORDER BY rowid"_s.arg(list, table)
                                    : u"SELECT 0, %1 FROM %2"_s.arg(list, table)));
    m_insert.reset(prepare(to,
                           u"INSERT OR REPLACE INTO %1(%2) VALUES(?%3)"_s.arg(
                               table, list, u", ?"_s.repeated(shared.size() - 1))));
}

// The row number at which the fault stands; nothing when all was read.
std::optional<qint64> TableCopy::copyRange(qint64 after, qint64 upTo)
{
    sqlite3_reset(m_select.get());
    sqlite3_bind_int64(m_select.get(), 1, after);
    sqlite3_bind_int64(m_select.get(), 2, upTo);
    int code = sqlite3_step(m_select.get());
    for (; code == SQLITE_ROW; code = sqlite3_step(m_select.get())) {
        after = std::max(after, sqlite3_column_int64(m_select.get(), 0));
        insertRow();
    }
    sqlite3_reset(m_select.get());
    return code == SQLITE_DONE ? std::optional<qint64>() : after;
}

void TableCopy::insertRow()
{
    const qint64 row = sqlite3_column_int64(m_select.get(), 0);
    const int count = sqlite3_column_count(m_select.get());
    for (int column = 1; column < count; ++column)
        sqlite3_bind_value(m_insert.get(), column, sqlite3_column_value(m_select.get(), column));
    const int code = sqlite3_step(m_insert.get());
    sqlite3_reset(m_insert.get());
    if (code != SQLITE_DONE) {
        // A row that breaks a rule of its table is part of the damage.
        m_written = m_written && code == SQLITE_CONSTRAINT;
        return;
    }
    m_first = m_copied == 0 ? row : std::min(m_first, row);
    m_last = std::max(m_last, row);
    ++m_copied;
}

void TableCopy::copyUntilFault()
{
    if (m_select && m_insert)
        copyRange(0, 0);
}

void TableCopy::copyAroundFaults()
{
    if (!m_select || !m_insert)
        return;
    m_end = number(m_from, u"SELECT max(rowid) FROM %1"_s.arg(m_table));
    // Where the table's end itself is damaged, the file's size tells how many rows there can be.
    const qint64 most = number(m_from, u"PRAGMA page_count"_s)
        * number(m_from, u"PRAGMA page_size"_s) / smallestRow;
    const qint64 upTo = m_end > 0 ? m_end : most;
    std::optional<qint64> fault = copyRange(0, upTo);
    while (fault && *fault < upTo && m_written)
        fault = copyRange(behindFault(*fault, upTo), upTo);
}

// Leaps until reading succeeds again, and then back to where it first does.
qint64 TableCopy::behindFault(qint64 fault, qint64 upTo)
{
    qint64 faulty = fault;
    qint64 leap = 1;
    while (fault + leap < upTo && !readable(fault + leap, upTo)) {
        faulty = fault + leap;
        leap *= 2;
    }
    qint64 sound = std::min(fault + leap, upTo);
    while (sound - faulty > 1) {
        const qint64 middle = faulty + (sound - faulty) / 2;
        (readable(middle, upTo) ? sound : faulty) = middle;
    }
    return sound;
}

// Whether there is a row, or an end, behind `after`, and no fault before it.
bool TableCopy::readable(qint64 after, qint64 upTo)
{
    sqlite3_reset(m_select.get());
    sqlite3_bind_int64(m_select.get(), 1, after);
    sqlite3_bind_int64(m_select.get(), 2, upTo);
    const int code = sqlite3_step(m_select.get());
    sqlite3_reset(m_select.get());
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

qint64 TableCopy::last() const { return std::max(m_last, m_end); }

} // namespace capture
