// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/ignoredplaces.h"

#include "json/pointer.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

QStringList ignoredFromText(const QString &text)
{
    QStringList all;
    QString entry;
    const auto finish = [&] {
        entry = entry.trimmed();
        if (entry.startsWith("header "_L1, Qt::CaseInsensitive))
            entry = entry.sliced(7).trimmed();
        if (!entry.isEmpty())
            all.append(entry);
        entry.clear();
    };
    bool quoted = false;
    for (const QChar c : text) {
        quoted = c == u'"' ? !quoted : quoted;
        if (c == u',' && !quoted)
            finish();
        else
            entry += c;
    }
    finish();
    return all;
}

std::optional<QString> misread(const QStringList &ignored)
{
    const auto found = std::find_if(ignored.begin(), ignored.end(), [](const QString &entry) {
        return (entry.startsWith(u'$') && !filter::JsonPath::read(entry))
            || (entry.startsWith(u'/') && !json::isPointer(entry.toUtf8()));
    });
    return found == ignored.end() ? std::nullopt : std::optional(*found);
}

IgnoredPlaces::IgnoredPlaces(const QStringList &ignored)
{
    for (const QString &entry : ignored) {
        if (const auto path = filter::JsonPath::read(entry))
            m_paths.append(*path);
        else if (entry.startsWith(u'/') && json::isPointer(entry.toUtf8()))
            m_pointers.append(entry.toUtf8());
    }
}

QList<IgnoredPlaces::Stretch> IgnoredPlaces::in(const json::Document &document) const
{
    QList<Stretch> stretches;
    const auto add = [&](Node node) { stretches.append({node, document.after(node)}); };
    for (const filter::JsonPath &path : m_paths) {
        for (const Node node : path.find(document))
            add(node);
    }
    for (const QByteArray &pointer : m_pointers) {
        if (const auto node = json::resolve(document, pointer))
            add(*node);
    }
    return stretches;
}

bool contains(const QList<IgnoredPlaces::Stretch> &stretches, json::Document::Node node)
{
    return std::any_of(stretches.begin(), stretches.end(),
                       [node](const auto &stretch) { return stretch.contains(node); });
}

} // namespace models
