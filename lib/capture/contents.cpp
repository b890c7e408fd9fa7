// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/contents.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace capture
{

using core::Result;

namespace
{

// Looking each row up where there is nothing to find would take a third of the time.
QByteArray statement(int version)
{
    const QByteArray other = version < 2 ? "" : " AND j.topic IS NOT NULL";
    return "SELECT id, topic, account, event_id, summary, target, "
           "iif(?4, EXISTS(SELECT 1 FROM notes n WHERE n.id = d.id), 0) OR "
           "iif(?5, EXISTS(SELECT 1 FROM judgements j WHERE j.delivery = d.id"
        + other
        + "), 0), head, trailers, iif(body_size <= ?3, body, x'') FROM deliveries d "
          "WHERE id > ?1 AND id <= ?2 AND NOT EXISTS (SELECT 1 FROM removed r WHERE r.id = d.id) "
          "ORDER BY id";
}

} // namespace

void Contents::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Result<std::unique_ptr<Contents>> Contents::open(const QString &file)
{
    Result<Database> database = Database::open(file, Access::ReadNewer);
    if (!database)
        return database.error();
    std::unique_ptr<Contents> contents(new Contents(std::move(*database)));
    if (contents->m_trouble)
        return *contents->m_trouble;
    return contents;
}

Contents::Contents(Database database)
    : m_database(std::move(database))
{
    m_amendments = prepare("SELECT EXISTS(SELECT 1 FROM notes), EXISTS(SELECT 1 FROM judgements)");
    m_statement = prepare(statement(m_database.version()));
}

Contents::Statement Contents::prepare(const QByteArray &text)
{
    sqlite3_stmt *made = nullptr;
    const int code = sqlite3_prepare_v3(m_database.handle(), text.constData(), int(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (code != SQLITE_OK)
        note(code);
    return Statement(made);
}

void Contents::note(int code)
{
    m_trouble = storeError(
        QCoreApplication::translate("capture", "Cannot read %1.").arg(m_database.file()), code,
        QString::fromUtf8(sqlite3_errmsg(m_database.handle())));
}

void Contents::start(qint64 after, qint64 upTo, qint64 largestBody)
{
    sqlite3_reset(m_statement.get());
    sqlite3_bind_int64(m_statement.get(), 1, after);
    sqlite3_bind_int64(m_statement.get(), 2, upTo);
    sqlite3_bind_int64(m_statement.get(), 3, largestBody);
    sqlite3_stmt *amendments = m_amendments.get();
    const bool known = sqlite3_step(amendments) == SQLITE_ROW;
    for (const int table : {0, 1})
        sqlite3_bind_int(m_statement.get(), 4 + table,
                         known ? sqlite3_column_int(amendments, table) : 1);
    sqlite3_reset(amendments);
}

bool Contents::next(Content &content)
{
    sqlite3_stmt *row = m_statement.get();
    const int code = sqlite3_step(row);
    if (code != SQLITE_ROW) {
        if (code != SQLITE_DONE)
            note(code);
        sqlite3_reset(row);
        return false;
    }
    const auto bytes = [row](int column) {
        const void *data = sqlite3_column_blob(row, column);
        return QByteArrayView(static_cast<const char *>(data), sqlite3_column_bytes(row, column));
    };
    content = {.id = sqlite3_column_int64(row, 0),
               .topic = bytes(1),
               .account = bytes(2),
               .event = bytes(3),
               .summary = bytes(4),
               .target = bytes(5),
               .amended = sqlite3_column_int(row, 6) != 0,
               .head = bytes(7),
               .trailers = bytes(8),
               .body = bytes(9)};
    return true;
}

} // namespace capture
