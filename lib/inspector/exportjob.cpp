// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportjob.h"

#include "filter/match.h"
#include "formats/ndjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace inspector
{

using core::Error;
using core::Result;
using core::Status;

constexpr int sliceLength = 100;

Result<qint64> exportNdjson(const capture::Store &store,
                            const std::function<Status(const QByteArray &)> &write,
                            const filter::Filter &filter)
{
    qint64 lines = 0;
    qint64 afterRecord = 0;
    qint64 afterRejection = 0;
    QList<capture::Record> records;
    QList<capture::Rejection> rejections;
    while (true) {
        if (records.isEmpty()) {
            auto next = store.records(afterRecord, sliceLength);
            if (!next)
                return next.error();
            records = *next;
        }
        if (rejections.isEmpty()) {
            auto next = store.rejections(afterRejection, sliceLength);
            if (!next)
                return next.error();
            rejections = *next;
        }
        if (records.isEmpty() && rejections.isEmpty())
            return lines;
        const bool delivery = rejections.isEmpty()
            || (!records.isEmpty() && records.first().delivery->id < rejections.first().id);
        const bool wanted = delivery ? filter::matches(filter, records.first())
                                     : filter::matches(filter, rejections.first());
        if (wanted) {
            const Status written = write(delivery ? formats::ndjsonLine(records.first())
                                                  : formats::ndjsonLine(rejections.first()));
            if (!written)
                return written.error();
            ++lines;
        }
        if (delivery)
            afterRecord = records.takeFirst().delivery->id;
        else
            afterRejection = rejections.takeFirst().id;
    }
}

Result<qint64> exportNdjson(const QString &storeFile, const QString &file,
                            const filter::Filter &filter)
{
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return store.error();
    QSaveFile out(file);
    const auto trouble = [&] {
        return Error{.what = QCoreApplication::translate("inspector", "Cannot write %1.").arg(file),
                     .why = out.errorString() + u'.'};
    };
    if (!out.open(QIODevice::WriteOnly)
        || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return trouble();
    const auto write = [&](const QByteArray &bytes) -> Status {
        if (out.write(bytes) != bytes.size())
            return trouble();
        return core::Done{};
    };
    const Result<qint64> lines = exportNdjson(**store, write, filter);
    if (lines && !out.commit())
        return trouble();
    return lines;
}

} // namespace inspector
