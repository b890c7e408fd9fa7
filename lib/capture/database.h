// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/filehold.h"
#include "capture/storelock.h"

#include <QSqlDatabase>
#include <QSqlQuery>

struct sqlite3;

namespace capture
{

enum class Access {
    Read,
    ReadNewer, // also a store of a newer version, as far as it is understood
    Write,
};

// A checked SQLite connection to a store file; stays on the thread that opened it. A file that is
// not ours, is damaged, or was made by a newer version is refused with a sentence.
class Database
{
public:
    static core::Result<Database> open(const QString &file, Access access);
    Database(Database &&) noexcept = default;
    Database &operator=(Database &&) = delete;
    ~Database();

    QSqlQuery prepare(const QString &statement) const; // forward only
    core::Status run(const QString &statement) const;

    // All or nothing: `work` within one transaction.
    core::Status transact(const std::function<core::Status()> &work) const;

    sqlite3 *handle() const; // for what goes past Qt
    core::Error writeTrouble() const; // why the last write through the handle did not succeed

    QString id() const { return m_id; }
    QString file() const { return m_file; }
    Access access() const { return m_access; }
    int version() const { return m_version; } // of the file's format; a reader may have an old one

private:
    Database() = default;

    core::Status connect();
    core::Status check();
    core::Status migrate();
    core::Result<int> number(const QString &pragma) const;
    core::Status readId();
    core::Error trouble(const QSqlError &error) const;

    // Removing a connection by name needs every copy of it gone first; hence the pointer.
    std::unique_ptr<QSqlDatabase> m_connection;
    // Prepared once, since every batch of deliveries begins and ends with them.
    struct Ends {
        QSqlQuery begin;
        QSqlQuery commit;
    };
    std::unique_ptr<Ends> m_ends;
    std::unique_ptr<FileHold> m_hold;
    StoreLock m_lock;
    QString m_file;
    QString m_id;
    Access m_access = Access::Read;
    int m_version = 0;
};

// What SQLite said, as a sentence for people; disk full and damage in words of their own.
core::Error storeError(const QString &what, const QSqlError &error);
core::Error storeError(const QString &what, int code, const QString &text);

} // namespace capture
