// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

struct sqlite3_stmt;

namespace capture
{

class Database;

// A prepared SELECT on SQLite's own interface: QSqlQuery makes a variant of each column of each
// row, and UTF-16 of each text on the way, which takes longer than SQLite itself. Goes before its
// database does.
class Selection
{
public:
    Selection(const Database &database, const QString &statement);

    void start(std::initializer_list<qint64> values); // of its parameters; from the first row on
    bool next(); // false: there is no more, or it cannot be read
    bool failed() const { return m_failed; }
    core::Error trouble() const; // why it failed

    // Of the row that next() reached; columns count from 0. What is null is 0 or empty.
    bool isNull(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const { return view(column).toByteArray(); }
    QByteArrayView view(int column) const; // SQLite's memory: it holds until the next row

    // All rows, by `read`. Those before a damaged place are given: whoever goes on to read behind
    // them is told of the damage.
    template <typename Read> auto all(Read read) -> core::Result<QList<decltype(read(*this))>>
    {
        QList<decltype(read(*this))> rows;
        while (next())
            rows.append(read(*this));
        if (rows.isEmpty() && failed())
            return trouble();
        return rows;
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    const Database *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    bool m_failed = false;
};

} // namespace capture
