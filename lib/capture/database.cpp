// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/database.h"

#include "capture/medium.h"
#include "capture/schema.h"
#include "core/storefile.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Status;

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

Database::~Database()
{
    if (!m_connection)
        return;
    const QString name = m_connection->connectionName();
    m_ends.reset();
    m_hold.reset();
    m_connection.reset();
    QSqlDatabase::removeDatabase(name);
}

// Makes the file with its final mode, so that it is never readable by others, not even for a
// moment. One that is there is not opened: closing it again would drop every lock that other
// connections of this process hold on it (fcntl(2)), and another program that reads the store would
// take itself for the last one and remove the write-ahead log under them.
static Status prepareFile(const QString &file, Access access)
{
    const QFileInfo info(file);
    if (info.isDir())
        return Error{.what = tr("Cannot open %1.").arg(file), .why = tr("It is a folder.")};
    if (!info.exists()) {
        if (access != Access::Write)
            return Error{.what = tr("There is no store %1.").arg(file), .why = {}};
        QFile made(file);
        if (!made.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return Error{.what = tr("Cannot make the store %1.").arg(file),
                         .why = made.errorString() + u'.'};
        return Done{};
    }
    if (!info.isFile())
        return Error{.what = tr("Cannot open %1.").arg(file), .why = tr("It is no file.")};
    if (!info.isReadable())
        return Error{.what = tr("Cannot open %1.").arg(file),
                     .why = tr("The file may not be read.")};
    if (access == Access::Write && !info.isWritable())
        return Error{ErrorKind::Forbidden, tr("Cannot open %1.").arg(file),
                     tr("The file may not be written.")};
    const Medium medium = access == Access::Write ? mediumOf(file) : Medium::Writable;
    if (medium == Medium::Still || medium == Medium::Unclosed) // A lock of before may be there yet.
        return Error{ErrorKind::Forbidden, tr("Cannot open %1.").arg(file),
                     tr("Its folder may not be written.")};
    return Done{};
}

Result<Database> Database::open(const QString &file, Access access)
{
    Database database;
    database.m_file = file;
    database.m_access = access;
    if (const Status prepared = prepareFile(file, access); !prepared)
        return prepared.error();
    if (access == Access::Write) {
        Result<StoreLock> lock = StoreLock::take(file);
        if (!lock)
            return lock.error();
        database.m_lock = std::move(*lock);
    }
    for (const auto step : {&Database::connect, &Database::check, &Database::migrate}) {
        if (const Status done = (database.*step)(); !done)
            return done.error();
    }
    return database;
}

Error Database::trouble(const QSqlError &error) const
{
    return storeError(tr("Cannot open %1.").arg(m_file), error);
}

Status Database::connect()
{
    static QAtomicInteger<int> opened = 0;
    const QString name = u"store-%1"_s.arg(opened.fetchAndAddRelaxed(1));
    m_connection = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, name));
    const bool still = m_access != Access::Write && mediumOf(m_file) == Medium::Still;
    m_connection->setDatabaseName(still ? stillName(m_file) : m_file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (m_access != Access::Write)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (still)
        options += u";QSQLITE_OPEN_URI"_s;
    m_connection->setConnectOptions(options);
    if (!m_connection->open())
        return trouble(m_connection->lastError());
    // A store may come from anybody: nothing in it may run or bend what we run.
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    m_ends = std::make_unique<Ends>(
        Ends{.begin = prepare(u"BEGIN"_s), .commit = prepare(u"COMMIT"_s)});
    // Before anything is read: through a hard link the log of the other writer would not be seen.
    return m_access == Access::Write ? claim(handle(), m_file) : Done{};
}

sqlite3 *Database::handle() const
{
    return *static_cast<sqlite3 **>(m_connection->driver()->handle().data());
}

Error Database::writeTrouble() const
{
    return storeError(tr("Cannot write to %1.").arg(m_file), sqlite3_errcode(handle()),
                      QString::fromUtf8(sqlite3_errmsg(handle())));
}

Result<int> Database::number(const QString &statement) const
{
    QSqlQuery query(*m_connection);
    if (!query.exec(statement) || !query.next())
        return trouble(query.lastError());
    return query.value(0).toInt();
}

// What it holds cannot be told without its log, and the log not be read without a file beside it.
static Error unclosed(const QString &file)
{
    return {.what = tr("Cannot open %1.").arg(file),
            .why = tr("It was not closed, and its folder may not be written. Copy it, together "
                      "with %1-wal, to where it may be written.")
                       .arg(QFileInfo(file).fileName())};
}

Status Database::check()
{
    const Result<int> tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables && sqlite3_errcode(handle()) == SQLITE_NOTADB)
        return Error{.what = tr("Cannot open %1.").arg(m_file),
                     .why = tr("It is not a Hookglass store, or its beginning is damaged.")};
    if (!tables)
        return m_access != Access::Write && mediumOf(m_file) == Medium::Unclosed ? unclosed(m_file)
                                                                                 : tables.error();
    const Result<int> application = number(u"PRAGMA application_id"_s);
    const Result<int> version = number(u"PRAGMA user_version"_s);
    if (!application || !version)
        return application ? version.error() : application.error();
    m_version = *version;
    const bool empty = *tables == 0 && *application == 0;
    if (empty && m_access == Access::Write)
        return Done{};
    const QString what = tr("Cannot open %1.").arg(m_file);
    if (*application != core::storeApplicationId)
        return Error{.what = what, .why = tr("It is not a Hookglass store.")};
    if (*version > schemaVersion && m_access != Access::ReadNewer)
        return Error{ErrorKind::Newer, what,
                     tr("It was made by a newer version: store format %1; this version reads up "
                        "to %2.")
                         .arg(*version)
                         .arg(schemaVersion)};
    const Result<int> foreign
        = number(u"SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"_s);
    if (!foreign)
        return foreign.error();
    if (*foreign > 0)
        return Error{.what = what,
                     .why = tr("It holds triggers or views, which no Hookglass store has.")};
    if (const Status read = readId(); !read)
        return read.error();
    if (StoreLock::note(m_file) == m_id.toUtf8())
        return Done{}; // Ours: SQLite itself mends what a crash left.
    QSqlQuery quick(*m_connection);
    if (!quick.exec(u"PRAGMA quick_check(1)"_s) || !quick.next())
        return trouble(quick.lastError());
    if (quick.value(0).toString() != "ok"_L1)
        return Error{ErrorKind::Damaged, what, tr("The store is damaged.")};
    return Done{};
}

Status Database::readId()
{
    QSqlQuery query(*m_connection);
    if (!query.exec(u"SELECT value FROM facts WHERE name = 'id'"_s))
        return trouble(query.lastError());
    if (!query.next()) // Each store gets one when it is made; an index overwritten finds nothing.
        return Error{ErrorKind::Damaged, tr("Cannot open %1.").arg(m_file),
                     tr("The store is damaged.")};
    m_id = query.value(0).toString();
    return Done{};
}

Status Database::migrate()
{
    if (m_access != Access::Write)
        return Done{};
    // A page holds several deliveries of the usual size, and each is written with two calls. The
    // size of a file that is there stays.
    for (const QString &pragma :
         {u"PRAGMA page_size = 8192"_s, u"PRAGMA journal_mode = WAL"_s,
          u"PRAGMA synchronous = FULL"_s, u"PRAGMA wal_autocheckpoint = 4000"_s,
          u"PRAGMA cache_size = -16000"_s}) {
        if (const Status done = run(pragma); !done)
            return done.error();
    }
    if (const Status claimed = claim(handle(), m_file); !claimed) // one that was just made
        return claimed.error();
    const bool lifts = m_version < schemaVersion;
    for (; m_version < schemaVersion; ++m_version) {
        const int from = m_version;
        const Status lifted = transact([this, from]() -> Status {
            for (const QString &statement : migration(from)) {
                if (const Status done = run(statement); !done)
                    return done.error();
            }
            if (from == 0) {
                m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
                const Status made = run(u"INSERT INTO facts VALUES('id', '%1')"_s.arg(m_id));
                if (!made)
                    return made.error();
            }
            const Status named = run(u"PRAGMA application_id = %1"_s.arg(core::storeApplicationId));
            return named ? run(u"PRAGMA user_version = %1"_s.arg(from + 1)) : named.error();
        });
        if (!lifted)
            return lifted.error();
    }
    // So that the file alone is known as a store, should it lose its log.
    if (lifts)
        sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_lock.setNote(m_id.toUtf8());
    m_hold = std::make_unique<FileHold>(handle());
    return Done{};
}

QSqlQuery Database::prepare(const QString &statement) const
{
    QSqlQuery query(*m_connection);
    query.setForwardOnly(true);
    query.prepare(statement);
    return query;
}

Status Database::run(const QString &statement) const
{
    QSqlQuery query(*m_connection);
    if (!query.exec(statement))
        return storeError(tr("Cannot use %1.").arg(m_file), query.lastError());
    return Done{};
}

Status Database::transact(const std::function<Status()> &work) const
{
    const QString what = tr("Cannot write to %1.").arg(m_file);
    if (!m_ends->begin.exec())
        return storeError(what, m_ends->begin.lastError());
    const Status done = work();
    if (done && m_ends->commit.exec())
        return Done{};
    const Error error = done ? storeError(what, m_ends->commit.lastError()) : done.error();
    m_connection->rollback();
    return error;
}

} // namespace capture
