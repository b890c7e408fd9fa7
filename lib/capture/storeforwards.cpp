// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "core/clock.h"

#include <QCoreApplication>
#include <QUrl>
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

Result<qint64> Store::oldestForward() const
{
    return number(u"SELECT coalesce(min(since), 0) FROM forwards "
                  "WHERE delivery NOT IN (SELECT id FROM removed)"_s);
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

// What got there already, or waits for it itself, is not to come twice.
Status Store::redirectForwards(const ForwardQueue &from, const ForwardQueue &to)
{
    return m_database.transact([&]() -> Status {
        QSqlQuery query = m_database.prepare(
            u"UPDATE forwards SET endpoint = ?, target = ?, tries = 0, next_at = 0 "
            "WHERE endpoint = ? AND target = ? "
            "AND delivery NOT IN (SELECT delivery FROM forwards WHERE endpoint = ? AND target = ?) "
            "AND delivery NOT IN (SELECT delivery FROM attempts "
            "WHERE source = 'forward' AND target = ?)"_s);
        query.bindValue(0, to.endpoint);
        query.bindValue(1, to.target);
        query.bindValue(2, from.endpoint);
        query.bindValue(3, from.target);
        query.bindValue(4, to.endpoint);
        query.bindValue(5, to.target);
        query.bindValue(6, QUrl(to.target).toString(QUrl::RemoveUserInfo)); // as attempts tell it
        if (const Status moved = execute(query); !moved)
            return moved.error();
        return dropForwards(from);
    });
}

Status Store::dropForwards(const ForwardQueue &queue)
{
    QSqlQuery query
        = m_database.prepare(u"DELETE FROM forwards WHERE endpoint = ? AND target = ?"_s);
    query.bindValue(0, queue.endpoint);
    query.bindValue(1, queue.target);
    return execute(query);
}

static Attempt givenUp(qint64 delivery, const QString &target)
{
    return {
        .delivery = delivery,
        .sentAt = core::now(),
        .target = QUrl(target).toString(QUrl::RemoveUserInfo),
        .signing = u"as-received"_s,
        .source = u"forward"_s,
        .error
        = core::Error{.what
                      = QCoreApplication::translate("capture", "Not sent on to %1.").arg(target),
                      .why
                      = QCoreApplication::translate("capture", "It waited longer than a day.")},
        .times = {.total = 0}};
}

// What is removed neither goes out nor ends: it may be restored.
Result<QList<Attempt>> Store::endForwardsBefore(qint64 time, int most)
{
    QSqlQuery query
        = m_database.prepare(u"SELECT id, delivery, target FROM forwards WHERE since < ? "
                             "AND delivery NOT IN (SELECT id FROM removed) ORDER BY id LIMIT ?"_s);
    query.bindValue(0, time);
    query.bindValue(1, most);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<qint64> ids;
    QList<Attempt> attempts;
    while (query.next()) {
        ids.append(query.value(0).toLongLong());
        attempts.append(givenUp(query.value(1).toLongLong(), query.value(2).toString()));
    }
    if (ids.isEmpty())
        return attempts;
    const auto kept = append(attempts);
    if (!kept)
        return kept.error();
    for (qsizetype i = 0; i < attempts.size(); ++i)
        attempts[i].id = kept->at(i);
    const Status ended = each(u"DELETE FROM forwards WHERE id = ?"_s, ids);
    return ended ? Result<QList<Attempt>>(attempts) : ended.error();
}

} // namespace capture
