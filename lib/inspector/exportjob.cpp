// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportjob.h"

#include "core/outfile.h"
#include "core/samefile.h"
#include "filter/match.h"
#include "inspector/exportrows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::Result;
using core::Status;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("inspector", text); }

Status writeFile(const QString &file, const std::function<Status(core::OutFile &)> &write)
{
    core::OutFile out(file);
    if (!out.open() || !out.keepPrivate())
        return out.error();
    if (const Status written = write(out); !written)
        return written.error();
    if (!out.commit())
        return out.error();
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

Status writePiece(core::OutFile &out, const QByteArray &piece)
{
    if (!out.write(piece))
        return out.error();
    return core::Done{};
}

} // namespace

Result<qint64> exportStore(const capture::Store &store, const ExportOrder &order,
                           const std::function<Status(const QByteArray &)> &write,
                           const WriteOn &writeOn)
{
    formats::Exporter exporter(order.format, order.target, order.columns, order.leftOut);
    formats::Redaction redaction = order.redaction;
    ExportRows rows(store, order, exporter.rejectionsLast());
    const Result<bool> prepared = rows.prepare(order.filter, writeOn);
    if (!prepared)
        return prepared.error();
    if (!*prepared)
        return 0;
    const QByteArray mark = order.byteOrderMark ? "\xEF\xBB\xBF"_ba : QByteArray();
    if (const Status begun = write(mark + exporter.begin()); !begun)
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
    if (core::isSameFile(storeFile, file))
        return Error{core::ErrorKind::Usage, tr("Cannot write %1.").arg(file),
                     tr("The store itself is that file.")};
    const QFileInfo there(file);
    if (order.format == formats::Format::Store && there.exists() && !there.isFile()
        && !there.isDir())
        return Error{core::ErrorKind::Usage, tr("Cannot write %1.").arg(file),
                     tr("A store can only be written to a file, and this is a device or a pipe.")};
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return store.error();
    if (order.format == formats::Format::Store)
        return exportToStore(**store, order, file, writeOn);
    qint64 count = 0;
    bool stopped = false;
    const auto goesOn = [&](qint64 written) {
        stopped = writeOn && !writeOn(written);
        return !stopped;
    };
    const Status written = writeFile(file, [&](core::OutFile &out) -> Status {
        const auto done = exportStore(
            **store, order, [&](const QByteArray &piece) { return writePiece(out, piece); },
            goesOn);
        if (!done)
            return done.error();
        count = *done;
        if (stopped)
            out.cancel();
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
    ExportRows rows(store, order, true);
    const Result<bool> prepared = rows.prepare(order.filter, writeOn);
    if (!prepared)
        return prepared.error();
    if (!*prepared)
        return std::optional<qint64>();
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
            file, [&](core::OutFile &out) { return writePiece(out, exporter.piece(record)); });
        if (!written)
            return written.error();
        ++count;
    }
    return std::optional<qint64>(); // told to stop
}

} // namespace inspector
