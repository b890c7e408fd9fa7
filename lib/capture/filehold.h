// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <optional>

struct sqlite3;

namespace capture
{

// Which file it is, whatever its name is.
struct FileNumber {
    quint64 device = 0;
    quint64 inode = 0;

    bool operator==(const FileNumber &) const = default;
};

// From its making to its end nothing is committed on the connection unless its file and the
// write-ahead log are still what their names lead to: what goes into a file that was removed or
// renamed is in no store. Such a commit is rolled back with SQLITE_CONSTRAINT_COMMITHOOK; with the
// same files back the next one goes on. Costs two looks at the folder a commit. Ends before the
// connection is closed: takes the log into the file, so that the file alone is the whole store,
// though a reader that is still there keeps SQLite from doing so by itself. Waits for no reader.
class FileHold
{
public:
    explicit FileHold(sqlite3 *handle); // whose log, if its journal is one, is there
    ~FileHold();
    FileHold(const FileHold &) = delete;
    FileHold &operator=(const FileHold &) = delete;

private:
    static int rollBackIfMoved(void *hold);
    bool inPlace() const;

    sqlite3 *const m_handle;
    const std::optional<FileNumber> m_file; // nullopt: it is not in its place
    const std::optional<FileNumber> m_log; // nullopt: the file has none
};

// Makes this connection the file's one writer until it is closed, by whatever name others reach the
// file: a hard link, or the same name once the lock beside it was removed. It is SQLite's own lock
// of a writer, which a store with a write-ahead log has no other use for, and on SQLite's own
// descriptor: closing one of ours would drop every lock of this process on the file (fcntl(2)).
core::Status claim(sqlite3 *handle, const QString &file);

core::Error inUse(const QString &file); // another writes to it

} // namespace capture
