// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/filehold.h"

#include <sqlite3.h>

#include <sys/stat.h>

namespace capture
{

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

} // namespace capture
