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
        , imports(handle, u"imports"_s, importColumns())
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
            && insertSaid(id, record.marked, record.note) && capture::insert(imports, import, id);
    }

    bool insertSaid(qint64 id, bool marked, const QString &note)
    {
        return (!marked || (marks << id).insert())
            && (note.isEmpty() || (notes << id << note).insert());
    }

    Insertion judgements;
    Insertion marks;
    Insertion notes;
    Insertion attempts;
    Insertion imports;
};

// Nothing that the file says of it is trusted.
Delivery judged(const Imported &row)
{
    Delivery delivery = *row.record.delivery;
    if (row.judgement) {
        delivery.verdict = row.judgement->verdict;
        delivery.event = row.judgement->event.value_or(delivery.event);
    }
    return delivery;
}

// Files need not be in the order of arrival: what stands before an older one says nothing of it.
Oddities odditiesOf(const Delivery &delivery, const Subject &subject, qint64 id, Usual &usual)
{
    if (delivery.receivedAt < std::exchange(usual.receivedAt, delivery.receivedAt))
        usual.subjects = {};
    return {.drift = usual.shapes.take(delivery), .newer = usual.subjects.take(subject, id)};
}

} // namespace

core::Status Store::import(const QList<Imported> &rows, Usual &usual)
{
    Beside beside(m_database.handle());
    qint64 id = m_lastId;
    const auto insertRow = [&](const Imported &row) {
        ++id;
        if (row.rejection)
            return capture::insert(m_rejections, *row.rejection, id)
                && beside.insertSaid(id, row.rejection->marked, row.rejection->note)
                && capture::insert(beside.imports, row.record.import.value_or(Import()), id);
        const Delivery delivery = judged(row);
        const Subject subject = trustedSubject(delivery, m_subjectPlaces.value(delivery.endpoint));
        if (!insertDelivery(*row.record.delivery, subject, id) || !beside.insert(row, id)
            || !insert(m_oddities, odditiesOf(delivery, subject, id, usual), id))
            return false;
        if (!row.record.answer)
            return true;
        Answer answer = *row.record.answer;
        answer.id = id;
        return capture::insert(m_answers, answer);
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
    else [[maybe_unused]]
        const core::Status read = readLastId(); // as append()
    m_kept.reset();
    return done;
}

} // namespace capture
