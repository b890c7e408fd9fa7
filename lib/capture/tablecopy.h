// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace capture
{

QStringList tables(sqlite3 *database);
QStringList tablesWithRowIds(sqlite3 *database);

// Copies the rows of one table from a damaged database into a sound one, as far as they can be
// read. Of the columns, those that both have.
class TableCopy
{
public:
    TableCopy(sqlite3 *from, sqlite3 *to, const QString &table);

    void copyUntilFault(); // a table without row numbers cannot be entered behind a fault
    void copyAroundFaults(); // leaves out only the rows that the fault itself hits

    bool written() const { return m_written; } // false: the sound database tells why not
    qint64 copied() const { return m_copied; }
    qint64 first() const { return m_first; } // the lowest row number copied
    qint64 last() const; // the highest one known of, read or not

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    std::optional<qint64> copyRange(qint64 after, qint64 upTo);
    qint64 behindFault(qint64 fault, qint64 upTo);
    bool readable(qint64 after, qint64 upTo);
    void insertRow();

    sqlite3 *m_from;
    QString m_table;
    Statement m_select; // the row number first
    Statement m_insert;
    qint64 m_copied = 0;
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_end = 0; // as the table itself says; 0: it cannot
    bool m_written = true;
};

} // namespace capture
