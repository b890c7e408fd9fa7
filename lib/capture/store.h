// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/database.h"
#include "capture/endpoint.h"
#include "capture/forwardtask.h"
#include "capture/insertion.h"
#include "capture/record.h"
#include "capture/retention.h"
#include "capture/summary.h"
#include "signature/schemebook.h"

#include <QHash>

#include <functional>

namespace capture
{

// Asked now and then with how far a long work has got, in per cent; false stops it.
using GoOn = std::function<bool(int percent)>;

// What imported deliveries are odd beside: the store's own, and those before them in the import.
// The store learns nothing of it.
struct Usual {
    Shapes shapes;
    Subjects subjects;
    qint64 receivedAt = 0; // of the one before
};

// The SQLite file of deliveries and what was later said of them. Stays on the thread that opened
// it. What is removed is only set aside until purge(), so that it can be restored.
class Store
{
public:
    static core::Result<std::unique_ptr<Store>> open(const QString &file, Access access);

    QString file() const { return m_database.file(); }
    QString id() const { return m_database.id(); }
    Access access() const { return m_database.access(); }
    qint64 lastId() const { return m_lastId; } // of a store open for writing

    // Durable when it returns: all of the batch, or nothing. Ids ascend and are never used again.
    core::Result<Written> append(const Batch &batch);
    // What is odd about the deliveries of a batch that append() has just written, by id; learns
    // them. No sender has to wait for that. It is written with the next batch, or before.
    QHash<qint64, Oddities> examine(const Batch &batch, const Written &written);
    core::Status writeFindings();
    core::Status append(const QList<Judgement> &judgements);
    // Their ids. A body that is the delivery's own is not kept twice.
    core::Result<QList<qint64>> append(const QList<Attempt> &attempts);

    // All of them with ids anew, in their order, or none. Durable when it returns.
    core::Status import(const QList<Imported> &rows, Usual &usual);
    Usual usual() const { return {.shapes = m_shapes, .subjects = {}}; } // for an import's first

    // Up to `limit` rows with ids above `after`, ascending.
    core::Result<QList<Summary>> summaries(qint64 after, int limit) const;
    core::Result<QList<Record>> records(qint64 after, int limit) const;
    core::Result<QList<Rejection>> rejections(qint64 after, int limit) const;

    // Nothing when there is no such row.
    core::Result<std::optional<Record>> record(qint64 id) const;
    core::Result<std::optional<Rejection>> rejection(qint64 id) const;
    core::Result<QList<Judgement>> judgements(qint64 id) const;
    core::Result<QList<Attempt>> attempts(qint64 delivery) const; // oldest first
    core::Result<qint64> deliveryCount() const;
    // The one before with the same subject, among the latest ones at that time; 0: there is none.
    core::Result<qint64> previousOfSubject(qint64 delivery) const;
    // Finds them anew, by what the records were judged last.
    core::Status tellSubjects(const QList<Record> &records);

    core::Status setMarked(const QList<qint64> &ids, bool marked);
    core::Status setNote(qint64 id, const QString &note);
    core::Status remove(const QList<qint64> &ids, int batch);
    core::Status clear(qint64 upTo, int batch); // all but the marked ones
    core::Status restore(int batch);
    core::Status purge(); // what was removed is gone for good

    // What is kept at most, of this store. trim() removes the oldest rows beyond it, up to `most`
    // of them, for good; `now` in microseconds since the epoch.
    static constexpr int mostDays = 36'500;
    const Retention &retention() const { return m_retention; }
    core::Status setRetention(const Retention &retention);
    core::Result<Trimmed> trim(qint64 now, int most);
    core::Result<qint64> usedBytes() const; // of the file, without its free pages

    core::Status tryWriting(qint64 bytes); // whether so much can be; nothing is left of it

    // The store as it is at one moment, without what was removed, as another file of mode 0600:
    // beside it first, then renamed. False: stopped, and nothing is left of it.
    core::Result<bool> copyTo(const QString &file, const GoOn &goOn) const;

    core::Result<QList<Endpoint>> endpoints() const; // the default one when none was ever set
    // Where one says otherwise than before whom its bodies tell, the latest of them follow.
    core::Status setEndpoints(const QList<Endpoint> &endpoints);

    // Which targets the deliveries of an endpoint are sent on to, by its path: append() queues
    // them.
    void setForwards(const QHash<QString, QStringList> &targets) { m_forwards = targets; }
    core::Result<std::optional<ForwardTask>> nextForward(const QString &endpoint,
                                                         const QString &target) const; // the oldest
    core::Result<QList<ForwardQueue>> waitingForwards() const; // by endpoint, then by target
    core::Result<qint64> oldestForward() const; // when what waits longest was received; 0: nothing
    core::Status postponeForward(qint64 id, int tries, qint64 nextAt);
    core::Status endForward(qint64 id);
    // What waits for a target, to another one instead; without what got there by itself.
    core::Status redirectForwards(const ForwardQueue &from, const ForwardQueue &to);
    core::Status dropForwards(const ForwardQueue &queue);
    // What was received before that is no longer sent on, up to `most` of it, the oldest first. The
    // attempts that say so, as they are kept.
    core::Result<QList<Attempt>> endForwardsBefore(qint64 time, int most);

    // The store's own schemes, by id.
    static constexpr int mostSchemes = 1000;
    core::Result<signature::SchemeBook> schemes() const;
    core::Status putScheme(const signature::Scheme &scheme);
    core::Status removeScheme(const QString &id);

    // Which secrets the keychain may hold for this store; never the secrets.
    core::Result<QList<std::pair<QString, QString>>> secretLabels() const; // endpoint, label
    core::Status setSecretLabels(const QList<std::pair<QString, QString>> &labels);

private:
    explicit Store(Database database);

    bool understood() const;
    core::Status readLastId();
    core::Status readRetention();
    core::Status readWhatIsUsual();
    core::Status readStates();
    core::Status insertFindings();
    core::Status readSubjectPlaces();
    core::Status tellSubjectsOf(const QStringList &endpoints);
    core::Status writeSubjects(const QList<Record> &records);
    bool insertDelivery(const Delivery &delivery, const Subject &subject, qint64 id);
    core::Status queueForwards(const Delivery &delivery, qint64 id);
    core::Result<bool> writeCopy(const QString &copy, const GoOn &goOn) const;
    static core::Status finishCopy(const QString &copy);
    core::Status forget(const QString &ids);
    core::Result<qint64> countKept();
    core::Result<qint64> beyondCount();
    core::Result<qint64> beyondSize() const;
    core::Result<qint64> number(const QString &statement) const;
    core::Status execute(QSqlQuery &query) const;
    core::Status each(const QString &statement, const QList<qint64> &ids) const;
    core::Status addAttempts(QList<Record> &records) const;

    Database m_database; // before the insertions: they go first
    Insertion m_deliveries;
    Insertion m_prints;
    Insertion m_tests;
    Insertion m_oddities;
    Insertion m_answers;
    Insertion m_rejections;
    qint64 m_lastId = 0;
    Retention m_retention;
    std::optional<qint64> m_kept; // deliveries; nothing: to be counted
    Shapes m_shapes;
    Subjects m_subjects;
    QHash<QString, QString> m_subjectPlaces; // by endpoint, where one sets its own
    Findings m_findings;
    QHash<QString, QStringList> m_forwards;
};

} // namespace capture
