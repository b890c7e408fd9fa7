// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rows.h"
#include "capture/store.h"

#include <QVariant>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Result;
using core::Status;

constexpr qint64 latest = 200'000; // rows that are looked through, so that it takes no time

// What was learned before the store was closed.
Status Store::readWhatIsUsual()
{
    QSqlQuery shapes = m_database.prepare(u"SELECT endpoint, topic, shape FROM shapes"_s);
    if (const Status done = execute(shapes); !done)
        return done.error();
    while (shapes.next())
        m_shapes.know({.endpoint = shapes.value(0).toString(),
                       .topic = shapes.value(1).toString(),
                       .shape = shapes.value(2).toByteArray()});
    return readStates();
}

// Imported states did not arrive in their order.
Status Store::readStates()
{
    m_subjects = {};
    QSqlQuery states = m_database.prepare(
        u"SELECT id, subject, changed_at FROM prints WHERE id > ? "
        "AND subject <> 0 AND id NOT IN (SELECT id FROM imports) ORDER BY id"_s);
    states.bindValue(0, m_lastId - latest);
    if (const Status done = execute(states); !done)
        return done.error();
    while (states.next())
        m_subjects.take({.print = quint64(states.value(1).toLongLong()),
                         .changedAt = states.value(2).toLongLong()},
                        states.value(0).toLongLong());
    return Done{};
}

QHash<qint64, Oddities> Store::examine(const Batch &batch, const Written &written)
{
    QHash<qint64, Oddities> odd;
    for (qsizetype i = 0; i < batch.deliveries.size(); ++i) {
        const qint64 id = written.deliveries[i];
        const Oddities oddities{.drift = m_shapes.take(*batch.deliveries[i]),
                                .newer = m_subjects.take(written.subjects[i], id)};
        if (oddities != Oddities())
            odd.insert(id, oddities);
    }
    m_findings.oddities.insert(odd);
    m_findings.shapes.append(m_shapes.takeChanged());
    return odd;
}

Status Store::writeFindings()
{
    if (m_findings.isEmpty())
        return Done{};
    const Status done = m_database.transact([this] { return insertFindings(); });
    if (done)
        m_findings = {};
    return done;
}

Status Store::insertFindings()
{
    for (auto odd = m_findings.oddities.cbegin(); odd != m_findings.oddities.cend(); ++odd) {
        if (!insert(m_oddities, odd.value(), odd.key()))
            return m_database.writeTrouble();
    }
    if (m_findings.shapes.isEmpty())
        return Done{};
    QSqlQuery query = m_database.prepare(
        u"INSERT OR REPLACE INTO shapes(endpoint, topic, shape) VALUES(?, ?, ?)"_s);
    for (const Shapes::Topic &topic : m_findings.shapes) {
        query.bindValue(0, topic.endpoint);
        query.bindValue(1, topic.topic);
        query.bindValue(2, topic.shape);
        if (const Status done = execute(query); !done)
            return done.error();
    }
    return Done{};
}

Result<qint64> Store::previousOfSubject(qint64 delivery) const
{
    if (m_database.version() < 4)
        return 0;
    QSqlQuery query
        = m_database.prepare(u"SELECT id FROM prints WHERE id < ? AND id > ? AND subject = "
                             "(SELECT subject FROM prints WHERE id = ? AND subject <> 0) "
                             "AND id NOT IN (SELECT id FROM removed) ORDER BY id DESC LIMIT 1"_s);
    query.bindValue(0, delivery);
    query.bindValue(1, delivery - latest);
    query.bindValue(2, delivery);
    if (const Status done = execute(query); !done)
        return done.error();
    return query.next() ? query.value(0).toLongLong() : 0;
}

} // namespace capture
