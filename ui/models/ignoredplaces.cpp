// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/ignoredplaces.h"

#include "json/pointer.h"
#include "json/scan.h"

#include <QRegularExpression>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

// A path is copied from where characters that nobody sees are named: "⟨U+200B⟩".
static QString withoutMarks(QString path)
{
    static const QRegularExpression mark(u"\u27E8U\\+([0-9A-F]{4})\u27E9"_s);
    for (qsizetype at = 0;;) {
        const auto match = mark.match(path, at);
        if (!match.hasMatch())
            return path;
        at = match.capturedStart();
        path.replace(at, match.capturedLength(), QChar(match.captured(1).toUShort(nullptr, 16)));
        ++at;
    }
}

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
    bool escaped = false;
    for (const QChar c : text) {
        quoted = c == u'"' && !escaped ? !quoted : quoted;
        escaped = quoted && !escaped && c == u'\\';
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

bool isIgnored(QByteArrayView name, const QStringList &ignored)
{
    return ignored.contains(QString::fromUtf8(name), Qt::CaseInsensitive);
}

IgnoredPlaces::IgnoredPlaces(const QStringList &ignored)
    : m_names(ignored)
{
    for (const QString &entry : ignored) {
        if (const auto path = filter::JsonPath::read(withoutMarks(entry)))
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
    for (Node node = 1; !m_names.isEmpty() && node < document.after(0); ++node) {
        const QByteArrayView key = document.key(node);
        if (!key.isEmpty() && isIgnored(json::unescaped(key), m_names))
            add(node);
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    return stretches;
}

bool contains(const QList<IgnoredPlaces::Stretch> &stretches, json::Document::Node node)
{
    return std::any_of(stretches.begin(), stretches.end(),
                       [node](const auto &stretch) { return stretch.contains(node); });
}

} // namespace models
