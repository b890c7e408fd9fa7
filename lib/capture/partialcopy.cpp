// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/partialcopy.h"

#include "capture/attemptrows.h"
#include "capture/rows.h"
#include "capture/store.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Done;
using core::Error;
using core::Result;
using core::Status;

constexpr qint64 bytesOfTransaction = 8 * 1024 * 1024;
constexpr qint64 bytesOfRow = 1024; // beside its body, about

static QString trouble(const QString &place)
{
    return QCoreApplication::translate("capture", "Cannot write %1.").arg(place);
}

// The database goes after what was prepared on it.
struct PartialCopy::Rows {
    explicit Rows(Database opened)
        : database(std::move(opened))
        , deliveries(database.handle(), u"deliveries"_s, deliveryColumns())
        , prints(database.handle(), u"prints"_s, printsColumns())
        , tests(database.handle(), u"tests"_s, u"id"_s)
        , oddities(database.handle(), u"oddities"_s, odditiesColumns())
        , answers(database.handle(), u"answers"_s, answerColumns())
        , judgements(database.handle(), u"judgements"_s, judgementColumns())
        , marks(database.handle(), u"marks"_s, u"id"_s)
        , notes(database.handle(), u"notes"_s, u"id, text"_s)
        , attempts(database.handle(), u"attempts"_s, attemptColumns())
        , imports(database.handle(), u"imports"_s, importColumns())
        , rejections(database.handle(), u"rejections"_s, rejectionColumns())
    {
    }

    bool insert(const Record &record, const QList<Judgement> &ofIt);
    bool insertBeside(const Record &record);
    bool insertSaid(qint64 id, bool marked, const QString &note);

    Database database;
    Insertion deliveries;
    Insertion prints;
    Insertion tests;
    Insertion oddities;
    Insertion answers;
    Insertion judgements;
    Insertion marks;
    Insertion notes;
    Insertion attempts;
    Insertion imports;
    Insertion rejections;
    qint64 bytes = -1; // of the transaction; below 0: there is none
};

bool PartialCopy::Rows::insert(const Record &record, const QList<Judgement> &ofIt)
{
    for (const Judgement &judgement : ofIt) {
        if (!capture::insert(judgements, judgement))
            return false;
    }
    for (const Attempt &attempt : record.attempts) {
        if (!capture::insert(attempts, attempt))
            return false;
    }
    return capture::insert(deliveries, *record.delivery, record.delivery->id)
        && (!record.answer || capture::insert(answers, *record.answer)) && insertBeside(record);
}

bool PartialCopy::Rows::insertBeside(const Record &record)
{
    const Delivery &delivery = *record.delivery;
    const qint64 id = delivery.id;
    const Subject subject = trustedSubject(delivery, {}); // finish() knows where it stands else
    if (record.import && !capture::insert(imports, *record.import, id))
        return false;
    return capture::insert(prints, delivery.prints, subject, id)
        && capture::insert(oddities, record.oddities, id)
        && (!delivery.test || (tests << id).insert()) && insertSaid(id, record.marked, record.note);
}

bool PartialCopy::Rows::insertSaid(qint64 id, bool marked, const QString &note)
{
    return (!marked || (marks << id).insert())
        && (note.isEmpty() || (notes << id << note).insert());
}

PartialCopy::PartialCopy(const QString &place, StoreLock lock)
    : m_place(place)
    , m_lock(std::move(lock))
    , m_file(place)
{
}

PartialCopy::~PartialCopy() = default;

Result<std::unique_ptr<PartialCopy>> PartialCopy::begin(const QString &place)
{
    StoreLock held;
    if (QFileInfo::exists(StoreLock::fileOf(place))) {
        Result<StoreLock> lock = StoreLock::take(place);
        if (!lock)
            return Error{core::ErrorKind::InUse, trouble(place), core::describe(lock.error())};
        held = std::move(*lock);
    }
    std::unique_ptr<PartialCopy> copy(new PartialCopy(place, std::move(held)));
    if (!copy->m_file.made())
        return Error{.what = trouble(place), .why = copy->m_file.trouble()};
    auto database = Database::open(copy->m_file.name(), Access::Write);
    if (!database)
        return database.error();
    copy->m_rows = std::make_unique<Rows>(std::move(*database));
    return copy;
}

Status PartialCopy::begun()
{
    if (m_rows->bytes >= 0)
        return Done{};
    m_rows->bytes = 0;
    return m_rows->database.run(u"BEGIN"_s);
}

Status PartialCopy::added(bool inserted, qint64 bytes)
{
    if (!inserted)
        return m_rows->database.writeTrouble();
    m_rows->bytes += bytes + bytesOfRow;
    return m_rows->bytes < bytesOfTransaction ? Status(Done{}) : commit();
}

Status PartialCopy::commit()
{
    if (std::exchange(m_rows->bytes, -1) < 0)
        return Done{};
    return m_rows->database.run(u"COMMIT"_s);
}

Status PartialCopy::add(const Record &record, const QList<Judgement> &judgements)
{
    if (const Status ready = begun(); !ready)
        return ready.error();
    return added(m_rows->insert(record, judgements), record.delivery->request.body.size());
}

Status PartialCopy::add(const Rejection &rejection, const std::optional<Import> &import)
{
    if (const Status ready = begun(); !ready)
        return ready.error();
    const bool inserted = insert(m_rows->rejections, rejection, rejection.id)
        && (!import || insert(m_rows->imports, *import, rejection.id))
        && m_rows->insertSaid(rejection.id, rejection.marked, rejection.note);
    return added(inserted, rejection.bytes.size());
}

Status PartialCopy::finish(const QList<Endpoint> &endpoints,
                           const QList<signature::Scheme> &schemes)
{
    if (const Status committed = commit(); !committed)
        return committed.error();
    m_rows.reset();
    {
        const Result<std::unique_ptr<Store>> store = Store::open(m_file.name(), Access::Write);
        if (!store)
            return store.error();
        if (const Status set = (*store)->setEndpoints(endpoints); !set)
            return set.error();
        for (const signature::Scheme &scheme : schemes) {
            if (const Status put = (*store)->putScheme(scheme); !put)
                return put.error();
        }
    }
    if (!m_file.putInPlace())
        return Error{.what = trouble(m_place), .why = m_file.trouble()};
    return Done{};
}

} // namespace capture
