// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/pathsjob.h"

#include "capture/contents.h"
#include "capture/rows.h"
#include "json/document.h"
#include "json/scan.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace inspector
{

namespace
{

using json::Document;

// As a path names a member: plain names behind a dot, others as they stand in the text.
QByteArray step(QByteArrayView key)
{
    const auto letter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const QByteArrayView name = key.sliced(1, key.size() - 2);
    const bool plain = !name.isEmpty() && letter(name[0])
        && std::all_of(name.begin(), name.end(),
                       [&letter](char c) { return letter(c) || (c >= '0' && c <= '9'); });
    return plain ? '.' + name.toByteArray() : '[' + key.toByteArray() + ']';
}

class Collector
{
public:
    void add(const capture::Content &content)
    {
        m_inThisOne.clear();
        const http::Fields fields
            = capture::readFields(content.head.sliced(content.head.indexOf('\n') + 1));
        for (const http::Field &field : fields)
            note("h." + field.name, field.value);
        const auto parsed = Document::parse(content.body.toByteArray());
        if (const auto *document = std::get_if<Document>(&parsed))
            walk(*document, 0, "$");
    }

    QList<SeenPath> take() const
    {
        QList<SeenPath> paths;
        for (const auto &[path, seen] : m_seen.asKeyValueRange()) {
            SeenPath one{.path = QString::fromUtf8(path), .deliveries = seen.deliveries};
            for (const auto &[text, times] : seen.values.asKeyValueRange())
                one.values.append({.text = QString::fromUtf8(text), .deliveries = times});
            sort(one.values, &SeenPath::Value::text);
            paths.append(one);
        }
        sort(paths, &SeenPath::path);
        return paths;
    }

private:
    struct Seen {
        qint64 deliveries = 0;
        QHash<QByteArray, qint64> values;
    };

    template <typename Entry> static void sort(QList<Entry> &list, QString Entry::*name)
    {
        std::sort(list.begin(), list.end(), [name](const Entry &a, const Entry &b) {
            return a.deliveries != b.deliveries ? a.deliveries > b.deliveries : a.*name < b.*name;
        });
    }

    // As deep as a path may be long.
    void walk(const Document &document, Document::Node parent, const QByteArray &path)
    {
        const bool array = document.kind(parent) == json::Kind::Array;
        for (auto node = parent + 1; node < document.after(parent); node = document.after(node)) {
            const QByteArray own = path + (array ? "[*]" : step(document.key(node)));
            if (own.size() > PathsJob::longestPath)
                continue;
            if (document.holdsValues(node)) {
                walk(document, node, own);
                continue;
            }
            const QByteArrayView raw = document.value(node);
            const bool tooLong = raw.size() > PathsJob::longestValue + 2;
            note(own,
                 document.kind(node) != json::Kind::String || tooLong ? raw.toByteArray()
                                                                      : json::unescaped(raw));
        }
    }

    // Of several places in an array the first value is counted.
    void note(const QByteArray &path, const QByteArray &value)
    {
        const bool room = m_seen.size() < PathsJob::mostPaths;
        if (m_inThisOne.contains(path) || (!room && !m_seen.contains(path)))
            return;
        m_inThisOne.insert(path);
        Seen &seen = m_seen[path];
        ++seen.deliveries;
        if (value.size() > PathsJob::longestValue)
            return;
        if (seen.values.size() < PathsJob::mostValues || seen.values.contains(value))
            ++seen.values[value];
    }

    QHash<QByteArray, Seen> m_seen;
    QSet<QByteArray> m_inThisOne;
};

// A store that cannot be read has no paths to offer; whoever searches it is told why.
QList<SeenPath> collect(const QString &store, qint64 lastId)
{
    const auto contents = capture::Contents::open(store, {.texts = false});
    if (!contents)
        return {};
    Collector collector;
    (*contents)->start(std::max<qint64>(lastId - PathsJob::mostDeliveries, 0), lastId,
                       PathsJob::largestBody);
    for (capture::Content content; !Errand::isStopping() && (*contents)->next(content);)
        collector.add(content);
    return collector.take();
}

} // namespace

void PathsJob::forget()
{
    ++m_generation;
    m_paths.clear();
    m_errand.stop();
    m_errand.wait();
}

void PathsJob::start(const QString &store, qint64 lastId)
{
    if (running())
        return;
    m_errand.start(
        [this, generation = m_generation, store, lastId] {
            QMetaObject::invokeMethod(
                this,
                [this, generation, paths = collect(store, lastId)] {
                    if (generation != m_generation)
                        return;
                    m_paths = paths;
                    Q_EMIT finished();
                },
                Qt::QueuedConnection);
        },
        QThread::LowPriority);
}

} // namespace inspector
