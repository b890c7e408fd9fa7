// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/evidencefile.h"

#include "capture/store.h"
#include "commands/output.h"
#include "formats/ndjsonreader.h"
#include "formats/rawhttp.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <unistd.h>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestFile = 256 * 1024 * 1024; // of raw HTTP; far above any body we take
constexpr qint64 mostNamed = 20; // lines that are wrong
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

core::Status open(QFile &file, const QString &path)
{
    if (QFileInfo(path).isDir())
        return unreadable(path, tr("It is a folder."));
    const bool opened = path == u'-' ? file.open(STDIN_FILENO, QIODevice::ReadOnly)
                                     : file.open(QIODevice::ReadOnly);
    if (!opened)
        return unreadable(path, file.errorString() + u'.');
    return core::Done{};
}

// No HTTP method begins with a brace.
bool holdsJson(QFile &file)
{
    QByteArray start = file.peek(64);
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    return start.trimmed().startsWith('{');
}

core::Result<capture::Record> recordFrom(QFile &file, const QString &path, qint64 now)
{
    const QByteArray contents = file.read(largestFile + 1);
    if (file.error() != QFile::NoError)
        return unreadable(path, file.errorString() + u'.');
    if (contents.size() > largestFile)
        return unreadable(path, tr("It is larger than 256 MB."));
    core::Result<http::Request> request = formats::readRawHttp(contents);
    if (!request)
        return unreadable(path, request.error().why);
    auto delivery = std::make_shared<capture::Delivery>();
    delivery->receivedAt = now;
    delivery->endpoint = u"/"_s;
    delivery->request = std::move(*request);
    capture::Record record;
    record.delivery = std::move(delivery);
    return record;
}

// Each line that is wrong is named, and the others count.
core::Result<qint64>
eachOfLines(QFile &file, const QString &path,
            const std::function<bool(const capture::Record &, const Origin &)> &take)
{
    qint64 wrong = 0;
    qint64 good = 0;
    const auto note = [&](qint64 number, const QString &sentence) {
        say(tr("%1: line %2: %3").arg(path).arg(number).arg(sentence));
    };
    formats::eachNdjsonLine(file, [&](qint64 number, const auto &line) {
        if (!line) {
            if (++wrong <= mostNamed)
                note(number, line.error().why);
            return true;
        }
        ++good;
        if (line->altered)
            note(number, tr("The body is not the one that was exported."));
        return !line->record || take(*line->record, {});
    });
    if (file.error() != QFile::NoError)
        return unreadable(path, file.errorString() + u'.');
    if (wrong > 0)
        say(tr("%1: lines that are wrong: %2, lines that were read: %3.")
                .arg(path, QString::number(wrong), QString::number(good)));
    return wrong;
}

core::Result<qint64>
eachOfStore(const QString &file,
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
                return qint64(0);
            last = record.delivery->id;
        }
        if (records->size() < slice)
            return qint64(0);
    }
}

} // namespace

core::Result<qint64>
eachDelivery(const QString &file, qint64 now,
             const std::function<bool(const capture::Record &, const Origin &)> &take)
{
    if (file != u'-' && isStore(file))
        return eachOfStore(file, take);
    QFile source(file == u'-' ? QString() : file);
    if (const core::Status opened = open(source, file); !opened)
        return opened.error();
    if (holdsJson(source))
        return eachOfLines(source, file, take);
    const core::Result<capture::Record> record = recordFrom(source, file, now);
    if (!record)
        return record.error();
    take(*record, {});
    return qint64(0);
}

QStringList storesAmong(const QStringList &files)
{
    QStringList stores;
    std::copy_if(files.begin(), files.end(), std::back_inserter(stores),
                 [](const QString &file) { return file != u'-' && isStore(file); });
    return stores;
}

} // namespace commands
