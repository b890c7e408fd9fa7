// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/retelling.h"

#include "capture/store.h"
#include "inspector/storethread.h"

#include <algorithm>
#include <limits>

namespace inspector
{

using core::Result;

namespace
{

constexpr int sliceLength = 20; // rows of one transaction; each may have 32 MiB

struct Slice {
    QString store;
    QStringList endpoints;
    qint64 upTo = 0; // the highest id to be looked at
};

// The highest id that is left to be looked at; 0: there is none.
Result<qint64> tell(capture::Recorder &recorder, const Slice &slice)
{
    capture::Store *store = recorder.store();
    if (!store || store->id() != slice.store)
        return 0;
    const qint64 upTo = std::min(slice.upTo, store->lastId());
    const qint64 after = std::max<qint64>(0, upTo - sliceLength);
    Result<QList<capture::Record>> records = store->records(after, sliceLength);
    if (!records)
        return records.error();
    records->removeIf([&](const capture::Record &record) {
        return record.delivery->id > upTo || !slice.endpoints.contains(record.delivery->endpoint);
    });
    if (const core::Status told = store->tellSubjects(*records); !told)
        return told.error();
    return after;
}

} // namespace

Retelling::Retelling(StoreThread &thread)
    : m_thread(thread)
{
}

void Retelling::start(const QString &store, const QStringList &endpoints)
{
    if (m_store != store)
        m_endpoints.clear();
    m_store = store;
    m_endpoints += endpoints;
    m_endpoints.removeDuplicates();
    tellSlice(++m_generation, std::numeric_limits<qint64>::max());
}

void Retelling::tellSlice(int generation, qint64 upTo)
{
    m_thread.ask(
        this,
        [slice = Slice{m_store, m_endpoints, upTo}](capture::Recorder &recorder) {
            return tell(recorder, slice);
        },
        [this, generation](const Result<qint64> &left) {
            if (generation != m_generation)
                return;
            if (left && *left > 0)
                return tellSlice(generation, *left);
            m_endpoints.clear();
            left ? Q_EMIT finished() : Q_EMIT failed(left.error());
        });
}

} // namespace inspector
