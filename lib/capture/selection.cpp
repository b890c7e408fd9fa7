// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/selection.h"

#include "capture/database.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace capture
{

void Selection::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Selection::Selection(const Database &database, const QString &statement)
    : m_database(&database)
{
    const QByteArray text = statement.toUtf8();
    sqlite3_stmt *made = nullptr;
    m_failed
        = sqlite3_prepare_v2(database.handle(), text.constData(), int(text.size()), &made, nullptr)
        != SQLITE_OK;
    m_statement.reset(made);
}

void Selection::start(std::initializer_list<qint64> values)
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement.get());
    m_failed = false;
    int parameter = 0;
    for (const qint64 value : values)
        sqlite3_bind_int64(m_statement.get(), ++parameter, value);
}

bool Selection::next()
{
    if (m_failed)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    m_failed = code != SQLITE_DONE;
    return false;
}

core::Error Selection::trouble() const
{
    return storeError(
        QCoreApplication::translate("capture", "Cannot read %1.").arg(m_database->file()),
        sqlite3_errcode(m_database->handle()),
        QString::fromUtf8(sqlite3_errmsg(m_database->handle())));
}

bool Selection::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Selection::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

// A store that somebody else made may hold its texts as UTF-16.
QString Selection::text(int column) const
{
    const uchar *text = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArrayView Selection::view(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
}

} // namespace capture
