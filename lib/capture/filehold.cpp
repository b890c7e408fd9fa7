// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/filehold.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <sys/stat.h>

namespace capture
{

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

// A reader that comes when the log is gone makes an empty one of that name; hence the size. A file
// system without shared memory has no log, but a journal as long as something is written.
static bool isLogInPlace(sqlite3 *handle)
{
    const char *const name = sqlite3_db_filename(handle, "main");
    struct stat there{};
    if (::stat(sqlite3_filename_wal(name), &there) != 0)
        return ::stat(sqlite3_filename_journal(name), &there) == 0;
    sqlite3_file *log = nullptr;
    sqlite3_int64 size = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return !log || !log->pMethods || log->pMethods->xFileSize(log, &size) != SQLITE_OK
        || size == there.st_size;
}

static int rollBackIfMoved(void *connection)
{
    auto *handle = static_cast<sqlite3 *>(connection);
    int moved = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved == 0 && isLogInPlace(handle) ? 0 : 1;
}

void keepInPlace(sqlite3 *handle) { sqlite3_commit_hook(handle, &rollBackIfMoved, handle); }

void takeLogIn(sqlite3 *handle)
{
    // A hard link that was refused may have a log of long ago beside it, which must not come in.
    if (!sqlite3_commit_hook(handle, nullptr, nullptr))
        return;
    sqlite3_busy_timeout(handle, 0);
    sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

core::Error inUse(const QString &file)
{
    return {core::ErrorKind::InUse, tr("%1 is in use.").arg(QFileInfo(file).fileName()),
            tr("Another Hookglass writes to it; close that one, or use another store.")};
}

static bool hasLog(sqlite3 *handle)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(handle, "PRAGMA journal_mode", -1, &statement, nullptr);
    const bool log = sqlite3_step(statement) == SQLITE_ROW
        && qstrcmp(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)), "wal") == 0;
    sqlite3_finalize(statement);
    return log;
}

core::Status claim(sqlite3 *handle, const QString &file)
{
    // With the log, the shared lock that must come first is held from the first reading on.
    sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    sqlite3_file *own = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &own);
    if (!hasLog(handle) || !own || !own->pMethods)
        return core::Done{};
    const int code = own->pMethods->xLock(own, SQLITE_LOCK_RESERVED);
    return (code & 0xff) == SQLITE_BUSY ? core::Status(inUse(file)) : core::Status(core::Done{});
}

} // namespace capture
