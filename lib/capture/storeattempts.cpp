// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/attemptrows.h"
#include "capture/store.h"

#include <sqlite3.h>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;
using core::Status;

static constexpr int firstVersionWithAttempts = 3;

Result<QList<qint64>> Store::append(const QList<Attempt> &attempts)
{
    Insertion into(m_database.handle(), u"attempts"_s, attemptColumns());
    const QString sameBody
        = u"UPDATE attempts SET sent_body = NULL WHERE id = ? AND sent_body = "
          "(SELECT body FROM deliveries WHERE deliveries.id = attempts.delivery)"_s;
    QList<qint64> ids;
    const Status done = m_database.transact([&]() -> Status {
        for (const Attempt &attempt : attempts) {
            if (!insert(into, attempt))
                return m_database.writeTrouble();
            ids.append(sqlite3_last_insert_rowid(m_database.handle()));
            if (!attempt.request)
                continue;
            QSqlQuery query = m_database.prepare(sameBody);
            query.bindValue(0, ids.constLast());
            if (const Status updated = execute(query); !updated)
                return updated.error();
        }
        return core::Done{};
    });
    if (!done)
        return done.error();
    return ids;
}

static QString attemptQuery(int version)
{
    return u"SELECT id, %1 FROM attempts WHERE delivery = ? ORDER BY id"_s.arg(
        attemptColumns(version));
}

Result<QList<Attempt>> Store::attempts(qint64 delivery) const
{
    if (m_database.version() < firstVersionWithAttempts)
        return QList<Attempt>();
    Selection query(m_database, attemptQuery(m_database.version()));
    query.start({delivery});
    return query.all(readAttempt);
}

// Most stores have none, and then no row is asked for its own.
Status Store::addAttempts(QList<Record> &records) const
{
    if (m_database.version() < firstVersionWithAttempts || records.isEmpty())
        return core::Done{};
    const Result<qint64> any
        = number(u"SELECT EXISTS(SELECT 1 FROM attempts WHERE delivery BETWEEN %1 AND %2)"_s
                     .arg(records.first().delivery->id)
                     .arg(records.last().delivery->id));
    if (!any)
        return any.error();
    if (*any == 0)
        return core::Done{};
    Selection query(m_database, attemptQuery(m_database.version()));
    for (Record &record : records) {
        query.start({record.delivery->id});
        auto attempts = query.all(readAttempt);
        if (!attempts)
            return attempts.error();
        record.attempts = std::move(*attempts);
    }
    return core::Done{};
}

} // namespace capture
