// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportjob.h"

#include "capture/repeats.h"
#include "filter/match.h"
#include "formats/rawhttp.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::Result;
using core::Status;

namespace
{

constexpr int sliceLength = 100;

QString tr(const char *text) { return QCoreApplication::translate("inspector", text); }

// Gives deliveries and rejections in the order of their ids, a slice of each in memory.
class Rows
{
public:
    Rows(const capture::Store &store, bool rejectionsLast)
        : m_store(store)
        , m_rejectionsLast(rejectionsLast)
    {
    }

    // What the filter asks beyond a record itself; before the first row.
    Status prepare(const filter::Filter &filter)
    {
        if (!filter::asksForRepeats(filter))
            return core::Done{};
        const auto repeats = capture::Repeats::read(m_store);
        if (!repeats)
            return repeats.error();
        m_repeats = *repeats;
        return core::Done{};
    }

    // False at the end.
    Result<bool> next()
    {
        if (m_records.isEmpty()) {
            const auto more = m_store.records(m_afterRecord, sliceLength);
            if (!more)
                return more.error();
            m_records = *more;
            for (capture::Record &record : m_records)
                m_repeats.tell(record);
        }
        if (m_rejections.isEmpty()) {
            const auto more = m_store.rejections(m_afterRejection, sliceLength);
            if (!more)
                return more.error();
            m_rejections = *more;
        }
        return !m_records.isEmpty() || !m_rejections.isEmpty();
    }

    bool atDelivery() const
    {
        return m_rejections.isEmpty()
            || (!m_records.isEmpty()
                && (m_rejectionsLast || m_records.first().delivery->id < m_rejections.first().id));
    }

    capture::Record takeRecord()
    {
        m_afterRecord = m_records.first().delivery->id;
        return m_records.takeFirst();
    }

    capture::Rejection takeRejection()
    {
        m_afterRejection = m_rejections.first().id;
        return m_rejections.takeFirst();
    }

private:
    const capture::Store &m_store;
    const bool m_rejectionsLast;
    qint64 m_afterRecord = 0;
    qint64 m_afterRejection = 0;
    QList<capture::Record> m_records;
    QList<capture::Rejection> m_rejections;
    capture::Repeats m_repeats;
};

Error trouble(const QString &file, const QFileDevice &device)
{
    return {.what = tr("Cannot write %1.").arg(file), .why = device.errorString() + u'.'};
}

Status writeFile(const QString &file, const std::function<Status(QSaveFile &)> &write)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)
        || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return trouble(file, out);
    if (const Status written = write(out); !written)
        return written.error();
    if (!out.commit())
        return trouble(file, out);
    return core::Done{};
}

// Nothing for what the filter holds back.
template <typename Row>
std::optional<QByteArray> pieceOf(const Row &row, const filter::Filter &filter,
                                  formats::Redaction &redaction, formats::Exporter &exporter)
{
    if (!filter::matches(filter, row))
        return {};
    return exporter.piece(redaction.applied(row));
}

Status writePiece(QSaveFile &out, const QString &file, const QByteArray &piece)
{
    if (out.write(piece) != piece.size())
        return trouble(file, out);
    return core::Done{};
}

} // namespace

Result<qint64> exportStore(const capture::Store &store, const ExportOrder &order,
                           const std::function<Status(const QByteArray &)> &write)
{
    formats::Exporter exporter(order.format, order.target);
    formats::Redaction redaction = order.redaction;
    Rows rows(store, exporter.rejectionsLast());
    if (const Status prepared = rows.prepare(order.filter); !prepared)
        return prepared.error();
    if (const Status begun = write(exporter.begin()); !begun)
        return begun.error();
    for (qint64 count = 0;;) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        const std::optional<QByteArray> piece = !*more ? exporter.end()
            : rows.atDelivery() ? pieceOf(rows.takeRecord(), order.filter, redaction, exporter)
                                : pieceOf(rows.takeRejection(), order.filter, redaction, exporter);
        if (!piece)
            continue;
        if (const Status written = write(*piece); !written)
            return written.error();
        if (!*more)
            return count;
        ++count;
    }
}

Result<qint64> exportStore(const QString &storeFile, const ExportOrder &order, const QString &file)
{
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return store.error();
    Result<qint64> count(qint64(0));
    const Status written = writeFile(file, [&](QSaveFile &out) -> Status {
        count = exportStore(**store, order,
                            [&](const QByteArray &piece) { return writePiece(out, file, piece); });
        return count ? Status(core::Done{}) : Status(count.error());
    });
    return written ? count : Result<qint64>(written.error());
}

Result<qint64> exportToFolder(const capture::Store &store, const ExportOrder &order,
                              const QString &folder)
{
    formats::Redaction redaction = order.redaction;
    Rows rows(store, true);
    if (const Status prepared = rows.prepare(order.filter); !prepared)
        return prepared.error();
    for (qint64 count = 0;;) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more || !rows.atDelivery())
            return count;
        const capture::Record whole = rows.takeRecord();
        if (!filter::matches(order.filter, whole))
            continue;
        ++count;
        const capture::Record record = redaction.applied(whole);
        const QString file
            = QDir(folder).filePath(u"%1.http"_s.arg(record.delivery->id, 6, 10, QLatin1Char('0')));
        const Status written = writeFile(file, [&](QSaveFile &out) {
            return writePiece(out, file, formats::writeRawHttp(record.delivery->request));
        });
        if (!written)
            return written.error();
    }
}

} // namespace inspector
