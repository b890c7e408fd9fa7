// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"

#include "capture/rows.h"
#include "signature/schemejson.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QVariant>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Error;
using core::Result;
using core::Status;

static QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

Store::Store(Database database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<Store>> Store::open(const QString &file, Access access)
{
    Result<Database> database = Database::open(file, access);
    if (!database)
        return database.error();
    std::unique_ptr<Store> store(new Store(std::move(*database)));
    if (access == Access::ReadNewer && !store->understood())
        return Error{core::ErrorKind::Newer, tr("Cannot open %1.").arg(file),
                     tr("A newer version made it, and this one does not understand it.")};
    if (const Status read = store->readRetention(); !read)
        return read.error();
    if (access != Access::Write)
        return store;
    if (const Status read = store->readLastId(); !read)
        return read.error();
    if (const Status purged = store->purge(); !purged)
        return purged.error();
    if (const Status read = store->readSubjectPlaces(); !read)
        return read.error();
    if (const Status read = store->readWhatIsUsual(); !read)
        return read.error();
    sqlite3 *handle = store->m_database.handle();
    store->m_deliveries = Insertion(handle, u"deliveries"_s, deliveryColumns());
    store->m_prints = Insertion(handle, u"prints"_s, printsColumns());
    store->m_tests = Insertion(handle, u"tests"_s, u"id"_s);
    store->m_oddities = Insertion(handle, u"oddities"_s, odditiesColumns());
    store->m_answers = Insertion(handle, u"answers"_s, answerColumns());
    store->m_rejections = Insertion(handle, u"rejections"_s, rejectionColumns());
    return store;
}

// Whether the tables and columns that are read here are all there.
bool Store::understood() const
{
    return summaries(0, 1) && records(0, 1) && rejections(0, 1) && judgements(0) && attempts(0)
        && endpoints() && schemes() && secretLabels() && previousOfSubject(0);
}

Status Store::execute(QSqlQuery &query) const
{
    if (query.exec())
        return Done{};
    const QString what = access() == Access::Write ? tr("Cannot write to %1.").arg(file())
                                                   : tr("Cannot read %1.").arg(file());
    return storeError(what, query.lastError());
}

Result<qint64> Store::number(const QString &statement) const
{
    QSqlQuery query = m_database.prepare(statement);
    if (const Status done = execute(query); !done)
        return done.error();
    return query.next() ? query.value(0).toLongLong() : 0;
}

Status Store::readLastId()
{
    const Result<qint64> last
        = number(u"SELECT max(coalesce((SELECT max(id) FROM deliveries), 0), "
                 "coalesce((SELECT max(id) FROM rejections), 0), "
                 "coalesce((SELECT value FROM facts WHERE name = 'last_id'), 0))"_s);
    if (!last)
        return last.error();
    m_lastId = qMax(m_lastId, *last);
    return Done{};
}

bool Store::insertDelivery(const Delivery &delivery, const Subject &subject, qint64 id)
{
    return insert(m_deliveries, delivery, id) && insert(m_prints, delivery.prints, subject, id)
        && (!delivery.test || (m_tests << id).insert());
}

// As it was told at arrival, unless the endpoint's pointer is another by now.
static Subject subjectNow(const Delivery &delivery, const QString &pointer)
{
    return delivery.told && delivery.told->pointer == pointer ? delivery.told->subject
                                                              : trustedSubject(delivery, pointer);
}

Result<Written> Store::append(const Batch &batch)
{
    Written written;
    written.deliveries.reserve(batch.deliveries.size());
    written.subjects.reserve(batch.deliveries.size());
    qint64 id = m_lastId;
    const Status done = m_database.transact([&]() -> Status {
        for (const DeliveryPtr &delivery : batch.deliveries) {
            const Subject subject
                = subjectNow(*delivery, m_subjectPlaces.value(delivery->endpoint));
            if (!insertDelivery(*delivery, subject, ++id))
                return m_database.writeTrouble();
            if (const Status queued = queueForwards(*delivery, id); !queued)
                return queued;
            written.deliveries.append(id);
            written.subjects.append(subject);
        }
        for (const Rejection &rejection : batch.rejections) {
            if (!insert(m_rejections, rejection, ++id))
                return m_database.writeTrouble();
            written.rejections.append(id);
        }
        for (const Answer &answer : batch.answers) {
            if (!insert(m_answers, answer))
                return m_database.writeTrouble();
        }
        return insertFindings();
    });
    if (!done) {
        [[maybe_unused]] const Status read = readLastId(); // something else may have taken some
        return done.error();
    }
    m_findings = {};
    m_lastId = id;
    if (m_kept)
        *m_kept += batch.deliveries.size();
    return written;
}

Status Store::append(const QList<Judgement> &judgements)
{
    Insertion into(m_database.handle(), u"judgements"_s, judgementColumns());
    return m_database.transact([&]() -> Status {
        for (const Judgement &judgement : judgements) {
            if (!insert(into, judgement))
                return m_database.writeTrouble();
        }
        return Done{};
    });
}

Status Store::each(const QString &statement, const QList<qint64> &ids) const
{
    QSqlQuery query = m_database.prepare(statement);
    return m_database.transact([&]() -> Status {
        for (const qint64 id : ids) {
            query.bindValue(0, id);
            if (const Status done = execute(query); !done)
                return done.error();
        }
        return Done{};
    });
}

Status Store::setMarked(const QList<qint64> &ids, bool marked)
{
    return each(marked ? u"INSERT OR IGNORE INTO marks(id) VALUES(?)"_s
                       : u"DELETE FROM marks WHERE id = ?"_s,
                ids);
}

Status Store::setNote(qint64 id, const QString &note)
{
    if (note.isEmpty())
        return each(u"DELETE FROM notes WHERE id = ?"_s, {id});
    QSqlQuery query = m_database.prepare(u"INSERT OR REPLACE INTO notes(id, text) VALUES(?, ?)"_s);
    query.bindValue(0, id);
    query.bindValue(1, note);
    return execute(query);
}

Status Store::remove(const QList<qint64> &ids, int batch)
{
    m_kept.reset();
    return each(u"INSERT OR IGNORE INTO removed(id, batch) VALUES(?, %1)"_s.arg(batch), ids);
}

Status Store::clear(qint64 upTo, int batch)
{
    m_kept.reset();
    return m_database.run(
        u"INSERT OR IGNORE INTO removed(id, batch) SELECT id, %2 FROM "
        "(SELECT id FROM deliveries WHERE id <= %1 UNION ALL "
        "SELECT id FROM rejections WHERE id <= %1) WHERE id NOT IN (SELECT id FROM marks)"_s
            .arg(upTo)
            .arg(batch));
}

Status Store::restore(int batch)
{
    m_kept.reset();
    return m_database.run(u"DELETE FROM removed WHERE batch = %1"_s.arg(batch));
}

// The ids go last, since all others go by them.
Status Store::purge()
{
    m_kept.reset();
    // A send may end after its delivery is gone.
    const Status orphans = m_database.run(u"DELETE FROM attempts WHERE delivery <> 0 AND "
                                          "delivery NOT IN (SELECT id FROM deliveries)"_s);
    return orphans ? forget(u"SELECT id FROM removed"_s) : orphans;
}

Status Store::tryWriting(qint64 bytes)
{
    const Status written = m_database.run(
        u"INSERT OR REPLACE INTO facts(name, value) VALUES('probe', zeroblob(%1))"_s.arg(bytes));
    const Status removed = m_database.run(u"DELETE FROM facts WHERE name = 'probe'"_s);
    return written ? removed : written;
}

Status Store::setEndpoints(const QList<Endpoint> &endpoints)
{
    Insertion into(m_database.handle(), u"endpoints"_s, endpointColumns());
    const Status set = m_database.transact([&]() -> Status {
        if (const Status emptied = m_database.run(u"DELETE FROM endpoints"_s); !emptied)
            return emptied.error();
        for (const Endpoint &endpoint : endpoints) {
            if (!insert(into, endpoint))
                return m_database.writeTrouble();
        }
        return Done{};
    });
    if (!set)
        return set.error();
    const QHash<QString, QString> before = m_subjectPlaces;
    if (const Status read = readSubjectPlaces(); !read)
        return read.error();
    QStringList changed;
    for (const Endpoint &endpoint : endpoints) {
        if (m_subjectPlaces.value(endpoint.path) != before.value(endpoint.path))
            changed.append(endpoint.path);
    }
    return changed.isEmpty() ? Status(Done{}) : tellSubjectsOf(changed);
}

Status Store::putScheme(const signature::Scheme &scheme)
{
    const QByteArray json = signature::writeScheme(scheme);
    if (json.size() > signature::largestSchemeFile)
        return Error{core::ErrorKind::Usage, tr("Cannot store the scheme “%1”.").arg(scheme.name),
                     tr("Its text is longer than 64 KiB.")};
    QSqlQuery others = m_database.prepare(u"SELECT count(*) FROM schemes WHERE id <> ?"_s);
    others.bindValue(0, scheme.id);
    if (const Status counted = execute(others); !counted)
        return counted.error();
    if (others.next() && others.value(0).toInt() >= mostSchemes)
        return Error{
            core::ErrorKind::Usage, tr("Cannot store the scheme “%1”.").arg(scheme.name),
            tr("There are %L1 schemes already, as many as a store keeps.").arg(mostSchemes)};
    QSqlQuery query
        = m_database.prepare(u"INSERT OR REPLACE INTO schemes(id, json) VALUES(?, ?)"_s);
    query.bindValue(0, scheme.id);
    query.bindValue(1, json);
    return execute(query);
}

Status Store::removeScheme(const QString &id)
{
    QSqlQuery query = m_database.prepare(u"DELETE FROM schemes WHERE id = ?"_s);
    query.bindValue(0, id);
    return execute(query);
}

Status Store::setSecretLabels(const QList<std::pair<QString, QString>> &labels)
{
    QSqlQuery insert = m_database.prepare(
        u"INSERT OR IGNORE INTO secret_labels(endpoint, label) VALUES(?, ?)"_s);
    return m_database.transact([&]() -> Status {
        if (const Status emptied = m_database.run(u"DELETE FROM secret_labels"_s); !emptied)
            return emptied.error();
        for (const auto &[endpoint, label] : labels) {
            insert.bindValue(0, endpoint);
            insert.bindValue(1, label);
            if (const Status inserted = execute(insert); !inserted)
                return inserted.error();
        }
        return Done{};
    });
}

} // namespace capture
