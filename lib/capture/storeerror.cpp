// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QVariant>

#include <sqlite3.h>

namespace capture
{

using core::Error;
using core::ErrorKind;

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

Error storeError(const QString &what, const QSqlError &error)
{
    return storeError(what, error.nativeErrorCode().toInt(), error.databaseText());
}

Error storeError(const QString &what, int code, const QString &text)
{
    if (code == SQLITE_CONSTRAINT_COMMITHOOK) // FileHold
        return {.what = what,
                .why = tr("The file or the -wal file beside it was moved, replaced or removed "
                          "while it was open. Put it back, or open the store again.")};
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {.what = what, .why = tr("The disk is full.")};
    case SQLITE_IOERR:
        return {.what = what, .why = tr("The disk could not be read or written.")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorKind::Damaged, what, tr("The store is damaged.")};
    case SQLITE_READONLY:
        return {.what = what, .why = tr("The file may not be written.")};
    case SQLITE_CANTOPEN:
        return {.what = what, .why = tr("The file or its folder may not be opened.")};
    case SQLITE_BUSY:
        return {ErrorKind::InUse, what, tr("Another program holds the file.")};
    default:
        return {.what = what, .why = tr("SQLite says: %1.").arg(text)};
    }
}

} // namespace capture
