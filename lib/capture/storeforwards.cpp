// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"

#include <QVariant>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;
using core::Status;

// In the transaction of the deliveries themselves: whoever got a 2xx is sent on, whatever happens.
Status Store::queueForwards(const Delivery &delivery, qint64 id)
{
    const auto targets = m_forwards.constFind(delivery.endpoint);
    if (targets == m_forwards.constEnd())
        return core::Done{};
    for (const QString &target : *targets) {
        QSqlQuery query = m_database.prepare(
            u"INSERT INTO forwards(delivery, endpoint, target, since) VALUES(?, ?, ?, ?)"_s);
        query.bindValue(0, id);
        query.bindValue(1, delivery.endpoint);
        query.bindValue(2, target);
        query.bindValue(3, delivery.receivedAt);
        if (const Status queued = execute(query); !queued)
            return queued.error();
    }
    return core::Done{};
}

Result<std::optional<ForwardTask>> Store::nextForward(const QString &endpoint,
                                                      const QString &target) const
{
    QSqlQuery query = m_database.prepare(
        u"SELECT id, delivery, since, tries, next_at FROM forwards "
        "WHERE endpoint = ? AND target = ? AND delivery NOT IN (SELECT id FROM removed) "
        "ORDER BY id LIMIT 1"_s);
    query.bindValue(0, endpoint);
    query.bindValue(1, target);
    if (const Status done = execute(query); !done)
        return done.error();
    if (!query.next())
        return std::optional<ForwardTask>();
    return std::optional(ForwardTask{.id = query.value(0).toLongLong(),
                                     .delivery = query.value(1).toLongLong(),
                                     .endpoint = endpoint,
                                     .target = target,
                                     .since = query.value(2).toLongLong(),
                                     .tries = query.value(3).toInt(),
                                     .nextAt = query.value(4).toLongLong()});
}

Result<QList<ForwardQueue>> Store::waitingForwards() const
{
    QSqlQuery query = m_database.prepare(u"SELECT endpoint, target, count(*) FROM forwards "
                                         "WHERE delivery NOT IN (SELECT id FROM removed) "
                                         "GROUP BY endpoint, target ORDER BY endpoint, target"_s);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<ForwardQueue> queues;
    while (query.next())
        queues.append({.endpoint = query.value(0).toString(),
                       .target = query.value(1).toString(),
                       .waiting = query.value(2).toLongLong()});
    return queues;
}

Status Store::postponeForward(qint64 id, int tries, qint64 nextAt)
{
    QSqlQuery query
        = m_database.prepare(u"UPDATE forwards SET tries = ?, next_at = ? WHERE id = ?"_s);
    query.bindValue(0, tries);
    query.bindValue(1, nextAt);
    query.bindValue(2, id);
    return execute(query);
}

Status Store::endForward(qint64 id)
{
    QSqlQuery query = m_database.prepare(u"DELETE FROM forwards WHERE id = ?"_s);
    query.bindValue(0, id);
    return execute(query);
}

} // namespace capture
