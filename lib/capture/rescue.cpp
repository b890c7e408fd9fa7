// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rescue.h"

#include "capture/partfile.h"
#include "capture/schema.h"
#include "capture/store.h"
#include "capture/tablecopy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::Result;
using core::Status;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

struct Close {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Connection = std::unique_ptr<sqlite3, Close>;

// Unchecked, since it is known to be damaged: nothing in it runs, and it is not written.
Connection openDamaged(const QString &file)
{
    sqlite3 *handle = nullptr;
    const int code
        = sqlite3_open_v2(file.toUtf8().constData(), &handle, SQLITE_OPEN_READONLY, nullptr);
    Connection connection(handle);
    if (code != SQLITE_OK)
        return {};
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    return connection;
}

// False when the sound database could not be written.
bool copyAll(sqlite3 *from, sqlite3 *to, Rescued &rescued)
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = 0;
    const QStringList numbered = tablesWithRowIds(to);
    for (const QString &table : tables(to)) {
        TableCopy copy(from, to, table);
        numbered.contains(table) ? copy.copyAroundFaults() : copy.copyUntilFault();
        if (!copy.written())
            return false;
        if (copy.copied() == 0 || (table != "deliveries"_L1 && table != "rejections"_L1))
            continue;
        rescued.rows += copy.copied();
        first = std::min(first, copy.first());
        last = std::max(last, copy.last());
    }
    // They share their numbers, so what lies between was there once, if it was not deleted.
    rescued.expected = std::max(rescued.rows, last - first + 1);
    return true;
}

QString keptName(const QString &file, qint64 now)
{
    const QFileInfo info(file);
    const QString time = QDateTime::fromMSecsSinceEpoch(now / 1000).toString(u"yyyyMMdd-HHmmss"_s);
    return u"%1/%2-damaged-%3.%4"_s.arg(info.absolutePath(), info.completeBaseName(), time,
                                        info.suffix());
}

// With the log that belongs to it.
bool moveAway(const QString &file, const QString &kept)
{
    QFile::remove(file + u"-shm"_s);
    QFile::rename(file + u"-wal"_s, kept + u"-wal"_s);
    return QFile::rename(file, kept);
}

} // namespace

Result<Rescued> rescue(const QString &file, qint64 now)
{
    const QString what = tr("Cannot read what is left of %1.").arg(file);
    const Result<StoreLock> lock = StoreLock::take(file);
    if (!lock)
        return lock.error();
    const Connection damaged = openDamaged(file);
    PartFile part(file);
    if (!damaged || !part.made())
        return Error{.what = what, .why = damaged ? part.trouble() : tr("It cannot be opened.")};
    Rescued rescued;
    {
        const Result<Database> made = Database::open(part.name(), Access::Write);
        if (!made)
            return made.error();
        const Status written = made->transact([&]() -> Status {
            return copyAll(damaged.get(), made->handle(), rescued) ? Status(core::Done{})
                                                                   : made->writeTrouble();
        });
        if (!written)
            return Error{.what = what, .why = written.error().why};
    }
    rescued.kept = keptName(file, now);
    if (!moveAway(file, rescued.kept))
        return Error{.what = what, .why = tr("It cannot be renamed to %1.").arg(rescued.kept)};
    if (!part.putInPlace())
        return Error{.what = what, .why = part.trouble()};
    return rescued;
}

} // namespace capture
