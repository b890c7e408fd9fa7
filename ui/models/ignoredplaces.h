// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/jsonpath.h"
#include "json/document.h"

#include <QStringList>

#include <optional>

namespace models
{

// What somebody typed as not counting, with commas between: names of headers and JSON members,
// paths ("$.data.id", "$.items[*].at"), JSON pointers ("/data/id"), and headers as a comparison
// shows them ("Header Date"). A comma inside of quotes parts nothing.
QStringList ignoredFromText(const QString &text);

// The first one that begins as a path or a pointer and is none.
std::optional<QString> misread(const QStringList &ignored);

// Whether a header or a member of that name is ignored, in any case.
bool isIgnored(QByteArrayView name, const QStringList &ignored);

// Where in a body something is ignored, by a path, a pointer or the name of a member. With a place
// all that is below it is.
class IgnoredPlaces
{
public:
    using Node = json::Document::Node;

    // A value with what is below it: from the first node up to, but not, the last.
    struct Stretch {
        Node first = 0;
        Node behind = 0;

        bool contains(Node node) const { return node >= first && node < behind; }
    };

    explicit IgnoredPlaces(const QStringList &ignored);

    QList<Stretch> in(const json::Document &document) const; // in the order of the text

private:
    QStringList m_names;
    QList<filter::JsonPath> m_paths;
    QList<QByteArray> m_pointers;
};

bool contains(const QList<IgnoredPlaces::Stretch> &stretches, json::Document::Node node);

} // namespace models
