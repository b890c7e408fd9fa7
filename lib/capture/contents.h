// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/database.h"

#include <QByteArrayView>

#include <limits>

struct sqlite3_stmt;

namespace capture
{

// What a delivery says, as it stands in the store. Views into SQLite's memory: they hold until the
// next one is read.
struct Content {
    qint64 id = 0;
    QByteArrayView topic;
    QByteArrayView account;
    QByteArrayView event;
    QByteArrayView summary;
    QByteArrayView target;
    bool amended = false; // other texts than these were found later, or there is a note
    QByteArrayView head; // request line, fields, and the empty line
    QByteArrayView trailers; // as lines
    QByteArrayView body;
};

// Reads what deliveries say, one after the other, and little else: on SQLite's own interface, and
// without a copy where SQLite makes none. What was removed is left out. Stays on one thread.
class Contents
{
public:
    // Another connection to a store that may be written to meanwhile.
    static core::Result<std::unique_ptr<Contents>> open(const QString &file);

    // From now on the ids above `after`, up to `upTo`, ascending. A larger body is left out.
    static constexpr qint64 anySize = std::numeric_limits<qint64>::max();
    void start(qint64 after, qint64 upTo, qint64 largestBody = anySize);
    bool next(Content &content); // false: there is no more, or it cannot be read
    std::optional<core::Error> trouble() const { return m_trouble; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    explicit Contents(Database database);
    Statement prepare(const QByteArray &text);
    void note(int code);

    Database m_database; // before the statements: they go first
    Statement m_amendments; // whether there are any
    Statement m_statement;
    std::optional<core::Error> m_trouble;
};

} // namespace capture
