// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportjob.h"

#include "capture/repeats.h"
#include "filter/match.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::Result;
using core::Status;

namespace
{

constexpr int sliceLength = 1000; // at most; to ask for one takes as long as to read 100 small rows
constexpr int firstLength = 8; // of a slice, before it is known how large bodies are
constexpr qint64 sliceBytes = 4 * 1024 * 1024; // of a slice's bodies, about

QString tr(const char *text) { return QCoreApplication::translate("inspector", text); }

// Gives rows of one kind by ascending id, a slice of them in memory: all, or those of some ids. Of
// large ones it reads few at once, so that they take little room and it can soon be stopped.
template <typename Row> class Slices
{
public:
    using Read = std::function<Result<QList<Row>>(qint64 after, int limit)>;

    Slices(Read read, const std::optional<std::vector<qint64>> &only)
        : m_read(std::move(read))
        , m_only(only)
    {
    }

    // Reads on where there is none left.
    Status fill()
    {
        while (m_rows.isEmpty() && !m_over) {
            const auto [after, limit] = slice();
            auto more = limit > 0 ? m_read(after, limit) : QList<Row>();
            if (!more)
                return more.error();
            m_over = more->isEmpty();
            m_after = m_over ? m_after : idOf(more->last());
            m_rows = std::move(*more);
            m_length = nextLength();
            m_rows.removeIf([this](const Row &row) { return !wants(idOf(row)); });
        }
        return core::Done{};
    }

    bool isEmpty() const { return m_rows.isEmpty(); }
    qint64 id() const { return idOf(m_rows.first()); }
    Row take() { return m_rows.takeFirst(); }

private:
    static qint64 idOf(const capture::Record &row) { return row.delivery->id; }
    static qint64 idOf(const capture::Rejection &row) { return row.id; }

    static qint64 sizeOf(const capture::Record &row) { return row.delivery->request.body.size(); }
    static qint64 sizeOf(const capture::Rejection &row) { return row.bytes.size(); }

    // By the size of those that were read last.
    int nextLength() const
    {
        qint64 bytes = 1;
        for (const Row &row : m_rows)
            bytes += sizeOf(row);
        const qint64 fitting = sliceBytes * m_rows.size() / bytes;
        return int(std::clamp<qint64>(fitting, 1, std::min(4 * m_length, sliceLength)));
    }

    bool wants(qint64 id) const
    {
        return !m_only || std::binary_search(m_only->begin(), m_only->end(), id);
    }

    // After which id to read, and how many: several at once only where most ids are wanted, since
    // those between would be read for nothing. None: all that is wanted was read.
    std::pair<qint64, int> slice() const
    {
        if (!m_only)
            return {m_after, m_length};
        const auto first = std::upper_bound(m_only->begin(), m_only->end(), m_after);
        if (first == m_only->end())
            return {m_after, 0};
        const auto end = std::upper_bound(first, m_only->end(), *first + m_length - 1);
        const auto wanted = end - first;
        return {*first - 1, *(end - 1) - *first < 2 * wanted ? int(wanted) : 1};
    }

    const Read m_read;
    const std::optional<std::vector<qint64>> &m_only;
    qint64 m_after = 0;
    int m_length = firstLength;
    bool m_over = false;
    QList<Row> m_rows;
};

// Gives deliveries and rejections in the order of their ids.
class Rows
{
public:
    Rows(const capture::Store &store, const ExportOrder &order, bool rejectionsLast)
        : m_store(store)
        , m_rejectionsLast(rejectionsLast)
        , m_records([&store](qint64 after, int limit) { return store.records(after, limit); },
                    order.only)
        , m_rejections([&store](qint64 after, int limit) { return store.rejections(after, limit); },
                       order.only)
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
        if (const Status filled = m_records.fill(); !filled)
            return filled.error();
        if (const Status filled = m_rejections.fill(); !filled)
            return filled.error();
        return !m_records.isEmpty() || !m_rejections.isEmpty();
    }

    bool atDelivery() const
    {
        return m_rejections.isEmpty()
            || (!m_records.isEmpty() && (m_rejectionsLast || m_records.id() < m_rejections.id()));
    }

    capture::Record takeRecord()
    {
        capture::Record record = m_records.take();
        m_repeats.tell(record);
        return record;
    }

    capture::Rejection takeRejection() { return m_rejections.take(); }

private:
    const capture::Store &m_store;
    const bool m_rejectionsLast;
    Slices<capture::Record> m_records;
    Slices<capture::Rejection> m_rejections;
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
    constexpr bool rejection = std::is_same_v<Row, capture::Rejection>;
    if ((rejection && !exporter.hasRejections()) || !filter::matches(filter, row))
        return {};
    return redaction.isEmpty() ? exporter.piece(row) : exporter.piece(redaction.applied(row));
}

Status writePiece(QSaveFile &out, const QString &file, const QByteArray &piece)
{
    if (out.write(piece) != piece.size())
        return trouble(file, out);
    return core::Done{};
}

} // namespace

Result<qint64> exportStore(const capture::Store &store, const ExportOrder &order,
                           const std::function<Status(const QByteArray &)> &write,
                           const WriteOn &writeOn)
{
    formats::Exporter exporter(order.format, order.target, order.columns);
    formats::Redaction redaction = order.redaction;
    Rows rows(store, order, exporter.rejectionsLast());
    if (const Status prepared = rows.prepare(order.filter); !prepared)
        return prepared.error();
    if (const Status begun = write(exporter.begin()); !begun)
        return begun.error();
    qint64 count = 0;
    for (bool goesOn = true; goesOn; goesOn = !writeOn || writeOn(count)) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const std::optional<QByteArray> piece = rows.atDelivery()
            ? pieceOf(rows.takeRecord(), order.filter, redaction, exporter)
            : pieceOf(rows.takeRejection(), order.filter, redaction, exporter);
        if (!piece)
            continue;
        if (const Status written = write(*piece); !written)
            return written.error();
        ++count;
    }
    const Status ended = write(exporter.end());
    return ended ? Result<qint64>(count) : Result<qint64>(ended.error());
}

Result<std::optional<qint64>> exportStore(const QString &storeFile, const ExportOrder &order,
                                          const QString &file, const WriteOn &writeOn)
{
    const QString itself = QFileInfo(storeFile).canonicalFilePath();
    if (!itself.isEmpty() && QFileInfo(file).canonicalFilePath() == itself)
        return Error{core::ErrorKind::Usage, tr("Cannot write %1.").arg(file),
                     tr("The store itself is that file.")};
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return store.error();
    qint64 count = 0;
    bool stopped = false;
    const auto goesOn = [&](qint64 written) {
        stopped = writeOn && !writeOn(written);
        return !stopped;
    };
    const Status written = writeFile(file, [&](QSaveFile &out) -> Status {
        const auto done = exportStore(
            **store, order, [&](const QByteArray &piece) { return writePiece(out, file, piece); },
            goesOn);
        if (!done)
            return done.error();
        count = *done;
        if (stopped)
            out.cancelWriting();
        return core::Done{};
    });
    if (stopped)
        return std::optional<qint64>();
    return written ? Result<std::optional<qint64>>(count)
                   : Result<std::optional<qint64>>(written.error());
}

Result<std::optional<qint64>> exportToFolder(const capture::Store &store, const ExportOrder &order,
                                             const QString &folder, const WriteOn &writeOn)
{
    formats::Exporter exporter(order.format, order.target);
    formats::Redaction redaction = order.redaction;
    Rows rows(store, order, true);
    if (const Status prepared = rows.prepare(order.filter); !prepared)
        return prepared.error();
    qint64 count = 0;
    for (bool goesOn = true; goesOn; goesOn = !writeOn || writeOn(count)) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more || !rows.atDelivery())
            return std::optional(count);
        const capture::Record whole = rows.takeRecord();
        if (!filter::matches(order.filter, whole))
            continue;
        const capture::Record record = redaction.applied(whole);
        const QString name = u"%1%2"_s.arg(record.delivery->id, 6, 10, QLatin1Char('0'))
                                 .arg(formats::fileEnding(order.format, record.delivery->request));
        const QString file = QDir(folder).filePath(name);
        const Status written = writeFile(
            file, [&](QSaveFile &out) { return writePiece(out, file, exporter.piece(record)); });
        if (!written)
            return written.error();
        ++count;
    }
    return std::optional<qint64>(); // told to stop
}

} // namespace inspector
