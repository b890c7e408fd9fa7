// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/filehold.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace capture
{

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

// A link is none: SQLite opens no log by one, and of a store by one it looks for the log where the
// link leads to. On Linux nothing else is asked for: once somebody has asked for the time of a
// file's last change, ext4 and XFS note the next write's time exactly, and fdatasync(2) has an
// inode more to write, each time (multigrain timestamps).
static std::optional<FileNumber> fileNow(const char *name)
{
#ifdef STATX_INO
    constexpr unsigned wanted = STATX_TYPE | STATX_INO;
    struct statx exact{};
    if (::statx(AT_FDCWD, name, AT_SYMLINK_NOFOLLOW, wanted, &exact) == 0) {
        if (S_ISLNK(exact.stx_mode))
            return {};
        return FileNumber{.device = quint64(exact.stx_dev_major) << 32 | exact.stx_dev_minor,
                          .inode = exact.stx_ino};
    }
    if (errno == ENOENT)
        return {};
#endif
    struct stat there{};
    if (::lstat(name, &there) != 0 || S_ISLNK(there.st_mode))
        return {};
    return FileNumber{.device = there.st_dev, .inode = there.st_ino};
}

static const char *nameOf(sqlite3 *handle) { return sqlite3_db_filename(handle, "main"); }

static std::optional<FileNumber> fileOf(sqlite3 *handle)
{
    int moved = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved ? std::nullopt : fileNow(nameOf(handle));
}

FileHold::FileHold(sqlite3 *handle)
    : m_handle(handle)
    , m_file(fileOf(handle))
    , m_log(fileNow(sqlite3_filename_wal(nameOf(handle))))
{
    sqlite3_commit_hook(handle, &FileHold::rollBackIfMoved, this);
}

FileHold::~FileHold()
{
    sqlite3_commit_hook(m_handle, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle, 0);
    sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

// A reader that comes when the log is gone makes an empty one of that name; hence the number. A
// file system without shared memory has no log, but a journal as long as something is written.
bool FileHold::inPlace() const
{
    const char *const name = nameOf(m_handle);
    if (!m_file || fileNow(name) != m_file)
        return false;
    if (!m_log)
        return fileNow(sqlite3_filename_journal(name)).has_value();
    return fileNow(sqlite3_filename_wal(name)) == m_log;
}

int FileHold::rollBackIfMoved(void *hold)
{
    return static_cast<const FileHold *>(hold)->inPlace() ? 0 : 1;
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
