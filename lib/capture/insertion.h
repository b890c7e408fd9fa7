// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace capture
{

// A prepared INSERT on SQLite's own interface: through QSqlQuery's variants a row of two dozen
// columns costs twice as much, and every delivery is one. Values are bound one after the other and
// must stay alive until insert().
class Insertion
{
public:
    Insertion() = default;
    Insertion(sqlite3 *database, const QString &table, const QString &columns);

    Insertion &operator<<(qint64 value);
    Insertion &operator<<(int value) { return *this << qint64(value); }
    Insertion &operator<<(std::optional<qint64> value);
    Insertion &operator<<(const QString &value); // a null string is an empty one
    Insertion &operator<<(const QByteArray &value); // as a blob; likewise
    Insertion &null();

    bool insert(); // false: the database tells why

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    void bind(QByteArrayView text);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    // Bound strings as UTF-8: one after the other while there is room, which takes no memory anew.
    std::array<char, 1024> m_room{};
    size_t m_used = 0; // of it
    std::vector<QByteArray> m_texts; // what found none
    int m_next = 1;
};

} // namespace capture
