// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"

#include <QVariant>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Result;
using core::Status;

// Deliveries told anew at once, so that nobody waits for long; the others follow in slices.
constexpr qint64 latestTold = 1000;
constexpr qint64 bytesTold = 4 * 1024 * 1024; // of their bodies, about
constexpr qint64 latestKnown = 200'000; // what is older says nothing of what comes
constexpr int sliceLength = 200;

Status Store::readSubjectPlaces()
{
    const Result<QList<Endpoint>> known = endpoints();
    if (!known)
        return known.error();
    m_subjectPlaces.clear();
    for (const Endpoint &endpoint : *known) {
        if (!endpoint.rules.subject.isEmpty())
            m_subjectPlaces.insert(endpoint.path, endpoint.rules.subject);
    }
    return Done{};
}

// As it is judged by now: what was taken for forged before its secret was there is not any more.
static Delivery shown(const Record &record)
{
    Delivery delivery = *record.delivery;
    delivery.verdict = record.judged.value_or(delivery.verdict);
    delivery.event = record.judgedEvent.value_or(delivery.event);
    return delivery;
}

Status Store::writeSubjects(const QList<Record> &records)
{
    QSqlQuery query = m_database.prepare(
        u"INSERT INTO prints(id, body, signature, subject, changed_at) VALUES(?, 0, 0, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET subject = excluded.subject, "
        "changed_at = excluded.changed_at"_s);
    for (const Record &record : records) {
        const Delivery delivery = shown(record);
        const Subject subject = trustedSubject(delivery, m_subjectPlaces.value(delivery.endpoint));
        query.bindValue(0, delivery.id);
        query.bindValue(1, qint64(subject.print));
        query.bindValue(2, subject.changedAt);
        if (const Status done = execute(query); !done)
            return done.error();
    }
    return Done{};
}

// What arrives next is held against these states, too. Imported ones did not arrive in their order.
Status Store::tellSubjects(const QList<Record> &records)
{
    const Status told = m_database.transact([&] { return writeSubjects(records); });
    for (const Record &record : records) {
        if (!told || record.import || record.delivery->id <= m_lastId - latestKnown)
            continue;
        const Delivery delivery = shown(record);
        m_subjects.take(trustedSubject(delivery, m_subjectPlaces.value(delivery.endpoint)),
                        delivery.id);
    }
    return told;
}

// From the latest on, for these are looked at first.
Status Store::tellSubjectsOf(const QStringList &endpoints)
{
    const qint64 first = qMax<qint64>(0, m_lastId - latestTold);
    const Status told = m_database.transact([&]() -> Status {
        qint64 bytes = 0;
        for (qint64 upTo = m_lastId; upTo > first && bytes < bytesTold; upTo -= sliceLength) {
            Result<QList<Record>> slice = records(qMax(first, upTo - sliceLength), sliceLength);
            if (!slice)
                return slice.error();
            slice->removeIf([&](const Record &record) {
                bytes += record.delivery->request.body.size();
                return record.delivery->id > upTo || !endpoints.contains(record.delivery->endpoint);
            });
            if (const Status written = writeSubjects(*slice); !written)
                return written.error();
        }
        return Done{};
    });
    return told ? readStates() : told;
}

} // namespace capture
