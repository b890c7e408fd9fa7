// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/entrysource.h"

#include "capture/store.h"
#include "core/filetrouble.h"
#include "formats/harreader.h"
#include "formats/ndjsonreader.h"
#include "formats/rawhttp.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <unistd.h>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype largestRawFile = 256 * 1024 * 1024; // far above any body we take
constexpr qsizetype lookedAt = 4096; // bytes, to tell what kind of file it is
constexpr int storeSlice = 8; // records in memory at a time; each may have a large body
constexpr QByteArrayView storeMagic("SQLite format 3");
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QString tr(const char *text) { return QCoreApplication::translate("formats::EntrySource", text); }

core::Error unreadable(const QString &file, const QString &why,
                       core::ErrorKind kind = core::ErrorKind::Environment)
{
    const QString what
        = file == u'-' ? tr("Cannot read standard input.") : tr("Cannot read %1.").arg(file);
    return {kind, what, why};
}

// What a source that reads a device has in common.
class FileSource : public EntrySource
{
public:
    FileSource(std::unique_ptr<QFile> file, const QString &name)
        : m_file(std::move(file))
        , m_name(name)
    {
    }

    std::optional<core::Error> trouble() const override
    {
        if (m_file->error() != QFile::NoError)
            return unreadable(m_name, core::fileTrouble(*m_file));
        if (m_trouble.isEmpty())
            return {};
        return unreadable(m_name, m_trouble, core::ErrorKind::Damaged);
    }

protected:
    std::unique_ptr<QFile> m_file;
    QString m_name;
    QString m_trouble;
};

class LineSource : public FileSource
{
public:
    LineSource(std::unique_ptr<QFile> file, const QString &name)
        : FileSource(std::move(file), name)
        , m_lines(*m_file)
    {
    }

    QString plural() const override { return tr("lines"); }

    std::optional<NamedEntry> next() override
    {
        auto line = m_lines.next();
        if (!line)
            return {};
        return NamedEntry{tr("line %1").arg(line->number), line->entry, line->wrong};
    }

private:
    NdjsonLines m_lines;
};

class HarSource : public FileSource
{
public:
    HarSource(std::unique_ptr<QFile> file, const QString &name, qint64 now)
        : FileSource(std::move(file), name)
        , m_entries(*m_file, now)
    {
    }

    QString plural() const override { return tr("entries"); }

    std::optional<NamedEntry> next() override
    {
        auto entry = m_entries.next();
        m_trouble = m_entries.trouble();
        if (!entry)
            return {};
        return NamedEntry{tr("entry %1").arg(entry->number), entry->entry, entry->wrong};
    }

private:
    HarEntries m_entries;
};

class RawSource : public FileSource
{
public:
    RawSource(std::unique_ptr<QFile> file, const QString &name, qint64 now)
        : FileSource(std::move(file), name)
        , m_now(now)
        , m_bytes(m_file->read(largestRawFile + 1))
    {
        if (m_bytes.size() > largestRawFile) {
            m_trouble = tr("It is larger than 256 MB.");
            m_bytes.clear();
        }
    }

    QString plural() const override { return tr("requests"); }

    std::optional<NamedEntry> next() override
    {
        const QByteArrayView rest = QByteArrayView(m_bytes).sliced(m_at);
        const bool more = m_number == 0 || !rest.trimmed().isEmpty();
        if (!more || !m_trouble.isEmpty() || m_file->error() != QFile::NoError)
            return {};
        ++m_number;
        qsizetype used = rest.size(); // behind a wrong one nobody knows where the next begins
        auto request = readRawHttp(rest, &used);
        m_at += used;
        const bool only = m_number == 1 && QByteArrayView(m_bytes).sliced(m_at).trimmed().isEmpty();
        const QString place = only ? QString() : tr("request %1").arg(m_number);
        if (!request)
            return NamedEntry{place, {}, request.error().why};
        auto delivery = std::make_shared<capture::Delivery>();
        delivery->receivedAt = m_now;
        delivery->endpoint = u"/"_s;
        delivery->request = std::move(*request);
        Entry entry{.record = capture::Record()};
        entry.record->delivery = std::move(delivery);
        return NamedEntry{place, entry, {}};
    }

private:
    const qint64 m_now;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    qint64 m_number = 0;
};

// In the order of the ids, deliveries and rejections alike.
class StoreSource : public EntrySource
{
public:
    explicit StoreSource(std::unique_ptr<capture::Store> store)
        : m_store(std::move(store))
    {
    }

    QString plural() const override { return tr("webhooks"); }
    std::optional<core::Error> trouble() const override { return m_trouble; }

    std::optional<NamedEntry> next() override
    {
        if (!fill())
            return {};
        const bool record = m_rejections.isEmpty()
            || (!m_records.isEmpty() && m_records.first().delivery->id < m_rejections.first().id);
        Entry entry;
        if (record) {
            entry.record = m_records.takeFirst();
            m_afterRecord = entry.record->delivery->id;
        } else {
            entry.rejection = m_rejections.takeFirst();
            m_afterRejection = entry.rejection->id;
        }
        return NamedEntry{
            tr("webhook %1").arg(record ? m_afterRecord : m_afterRejection), entry, {}};
    }

private:
    bool fill()
    {
        if (m_records.isEmpty()) {
            const auto more = m_store->records(m_afterRecord, storeSlice);
            if (!more) {
                m_trouble = more.error();
                return false;
            }
            m_records = *more;
        }
        if (m_rejections.isEmpty()) {
            const auto more = m_store->rejections(m_afterRejection, storeSlice);
            if (!more) {
                m_trouble = more.error();
                return false;
            }
            m_rejections = *more;
        }
        return !m_records.isEmpty() || !m_rejections.isEmpty();
    }

    std::unique_ptr<capture::Store> m_store;
    QList<capture::Record> m_records;
    QList<capture::Rejection> m_rejections;
    qint64 m_afterRecord = 0;
    qint64 m_afterRejection = 0;
    std::optional<core::Error> m_trouble;
};

// A HAR's first member is its log, whatever stands before it; an NDJSON line begins with its format
// or another member of ours, and is whole before the line ends. What seems to be neither is what
// its name says.
bool isHar(QByteArrayView start, const QString &name)
{
    const qsizetype end = start.indexOf('\n');
    const QByteArrayView line = end < 0 ? start : start.first(end);
    if (line.contains("hookglass."))
        return false;
    const bool hasLog
        = start.contains("\"log\"") && (line.trimmed() == "{" || line.contains("\"log\""));
    return hasLog || name.endsWith(".har"_L1, Qt::CaseInsensitive);
}

bool isNamedLines(const QString &name)
{
    return name.endsWith(".ndjson"_L1, Qt::CaseInsensitive)
        || name.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
}

// A bad line may come before the good ones, which only our own format or the name tells then.
bool holdsLines(QByteArrayView start, const QString &name)
{
    if (isNamedLines(name) && !start.contains('\0'))
        return true;
    const QList<QByteArray> lines = start.toByteArray().split('\n');
    return std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.trimmed().startsWith('{') && line.contains("\"hookglass.");
    });
}

// The first line that is not empty says which HTTP it is; one without that word is no request.
// Of a line that is longer than what was looked at only binary data are told, and the name.
bool mayBeRequests(QByteArrayView text, const QString &name)
{
    const qsizetype end = text.indexOf('\n');
    if (text.isEmpty() || (end < 0 && text.size() > lookedAt / 2))
        return !text.contains('\0') && !isNamedLines(name);
    return (end < 0 ? text : text.first(end)).contains("HTTP/");
}

} // namespace

core::Result<std::unique_ptr<EntrySource>> EntrySource::open(const QString &name, qint64 now)
{
    auto file = std::make_unique<QFile>(name == u'-' ? QString() : name);
    const bool opened = name == u'-' ? file->open(STDIN_FILENO, QIODevice::ReadOnly)
                                     : file->open(QIODevice::ReadOnly);
    if (!opened)
        return unreadable(name, core::fileTrouble(*file));
    const QByteArray start = file->peek(lookedAt);
    if (start.startsWith(storeMagic) && name != u'-') {
        file.reset(); // Closed later, it would take SQLite's locks on the file along (fcntl(2)).
        auto store = capture::Store::open(name, capture::Access::Read);
        if (!store)
            return store.error();
        return std::unique_ptr<EntrySource>(std::make_unique<StoreSource>(std::move(*store)));
    }
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        return unreadable(name, tr("It is UTF-16; only UTF-8 is read."));
    const QByteArray text = (start.startsWith(byteOrderMark) ? start.sliced(3) : start).trimmed();
    // It may be of an export that failed before its first line.
    const bool whole = start.isEmpty() || (!file->isSequential() && file->size() == start.size());
    if (text.isEmpty() && whole)
        return unreadable(name, tr("It is empty."));
    const bool json = text.startsWith('{'); // No HTTP method begins with a brace.
    if (!json && mayBeRequests(text, name))
        return std::unique_ptr<EntrySource>(
            std::make_unique<RawSource>(std::move(file), name, now));
    if (!json && !holdsLines(text, name))
        return unreadable(name,
                          tr("It is none of the kinds that are read: JSON Lines, HAR, raw HTTP "
                             "requests (.http) and Hookglass stores."));
    if (json && isHar(text, name))
        return std::unique_ptr<EntrySource>(
            std::make_unique<HarSource>(std::move(file), name, now));
    return std::unique_ptr<EntrySource>(std::make_unique<LineSource>(std::move(file), name));
}

} // namespace formats
