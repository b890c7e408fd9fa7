// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/attemptrows.h"
#include "capture/rows.h"
#include "capture/store.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What stands beside the deliveries, a row where there is something to say.
struct Beside {
    explicit Beside(sqlite3 *handle)
        : judgements(handle, u"judgements"_s, judgementColumns())
        , marks(handle, u"marks"_s, u"id"_s)
        , notes(handle, u"notes"_s, u"id, text"_s)
        , attempts(handle, u"attempts"_s, attemptColumns())
        , imports(handle, u"imports"_s, u"id, origin, imported_at, unknown"_s)
    {
    }

    bool insert(const Imported &row, qint64 id)
    {
        const Record &record = row.record;
        const Import import = record.import.value_or(Import());
        Judgement judgement = row.judgement.value_or(Judgement());
        judgement.id = id;
        for (Attempt attempt : record.attempts) {
            attempt.delivery = id;
            if (!capture::insert(attempts, attempt))
                return false;
        }
        return (!row.judgement || capture::insert(judgements, judgement))
            && (!record.marked || (marks << id).insert())
            && (record.note.isEmpty() || (notes << id << record.note).insert())
            && (imports << id << import.origin << import.importedAt << import.unknown).insert();
    }

    Insertion judgements;
    Insertion marks;
    Insertion notes;
    Insertion attempts;
    Insertion imports;
};

} // namespace

core::Status Store::import(const QList<Imported> &rows)
{
    Beside beside(m_database.handle());
    qint64 id = m_lastId;
    const auto insertRow = [&](const Imported &row) {
        ++id;
        if (row.rejection)
            return capture::insert(m_rejections, *row.rejection, id);
        const Delivery &delivery = *row.record.delivery;
        if (!insertDelivery(delivery, subjectOf(delivery), id) || !beside.insert(row, id))
            return false;
        Answer answer = row.record.answer.value_or(Answer());
        answer.id = id;
        return answer.status == 0 || capture::insert(m_answers, answer);
    };
    const core::Status done = m_database.transact([&]() -> core::Status {
        for (const Imported &row : rows) {
            if (!insertRow(row))
                return m_database.writeTrouble();
        }
        return core::Done{};
    });
    if (done)
        m_lastId = id;
    return done;
}

} // namespace capture
