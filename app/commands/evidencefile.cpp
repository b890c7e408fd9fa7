// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/evidencefile.h"

#include "capture/store.h"
#include "formats/rawhttp.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestFile = 256 * 1024 * 1024; // of raw HTTP; far above any body we take
constexpr int slice = 8; // records in memory at a time; each may have a large body
constexpr QByteArrayView storeMagic("SQLite format 3");

QString tr(const char *text) { return QCoreApplication::translate("commands::EvidenceFile", text); }

core::Error unreadable(const QString &file, const QString &why)
{
    const QString what
        = file == u'-' ? tr("Cannot read standard input.") : tr("Cannot read %1.").arg(file);
    return {core::ErrorKind::Environment, what, why};
}

bool isStore(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(storeMagic.size()) == storeMagic;
}

core::Result<QByteArray> contentsOf(const QString &path)
{
    if (QFileInfo(path).isDir())
        return unreadable(path, tr("It is a folder."));
    QFile file(path);
    const bool opened = path == u'-' ? file.open(STDIN_FILENO, QIODevice::ReadOnly)
                                     : file.open(QIODevice::ReadOnly);
    if (!opened)
        return unreadable(path, file.errorString() + u'.');
    QByteArray contents = file.read(largestFile + 1);
    if (file.error() != QFile::NoError)
        return unreadable(path, file.errorString() + u'.');
    if (contents.size() > largestFile)
        return unreadable(path, tr("It is larger than 256 MB."));
    return contents;
}

core::Result<capture::Record> recordFrom(const QString &file, qint64 now)
{
    const core::Result<QByteArray> contents = contentsOf(file);
    if (!contents)
        return contents.error();
    core::Result<http::Request> request = formats::readRawHttp(*contents);
    if (!request)
        return unreadable(file, request.error().why);
    auto delivery = std::make_shared<capture::Delivery>();
    delivery->receivedAt = now;
    delivery->endpoint = u"/"_s;
    delivery->request = std::move(*request);
    capture::Record record;
    record.delivery = std::move(delivery);
    return record;
}

core::Status eachOfStore(const QString &file,
                         const std::function<bool(const capture::Record &, const Origin &)> &take)
{
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return store.error();
    const auto schemes = (*store)->schemes();
    const auto endpoints = (*store)->endpoints();
    if (!schemes || !endpoints)
        return schemes ? endpoints.error() : schemes.error();
    const Origin origin{.schemes = *schemes, .endpoints = *endpoints};
    for (qint64 last = 0;;) {
        const auto records = (*store)->records(last, slice);
        if (!records)
            return records.error();
        for (const capture::Record &record : *records) {
            if (!take(record, origin))
                return core::Done{};
            last = record.delivery->id;
        }
        if (records->size() < slice)
            return core::Done{};
    }
}

} // namespace

core::Status eachDelivery(const QString &file, qint64 now,
                          const std::function<bool(const capture::Record &, const Origin &)> &take)
{
    if (file != u'-' && isStore(file))
        return eachOfStore(file, take);
    const core::Result<capture::Record> record = recordFrom(file, now);
    if (!record)
        return record.error();
    take(*record, {});
    return core::Done{};
}

} // namespace commands
