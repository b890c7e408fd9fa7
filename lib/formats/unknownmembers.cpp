// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/unknownmembers.h"

#include "json/scan.h"

#include <QByteArrayList>

#include <algorithm>

namespace formats
{

namespace
{

using Node = json::Document::Node;

struct KnownObject {
    QByteArrayView name; // empty: the outermost
    std::initializer_list<QByteArrayView> members;
};

const KnownObject known[] = {
    {"",
     {"format", "id", "received_at", "endpoint", "peer", "tls", "request", "verdict", "event",
      "judged", "response", "mark", "note", "attempts"}},
    {"peer", {"address", "port"}},
    {"tls", {"version", "cipher", "server_name"}},
    {"request",
     {"method", "target", "http_version", "headers", "trailers", "framing", "body", "body_size",
      "body_sha256"}},
    {"verdict", {"scheme", "signature", "freshness", "age_seconds", "secret"}},
    {"event", {"topic", "account", "id"}},
    {"response", {"status", "headers", "body", "source", "latency_us"}},
};

// Without the white space between values: an export's line has no line end inside.
QByteArray compact(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text[at] == '"' ? json::stringEnd(text, at) : at + 1;
        if (!json::isSpace(text[at]))
            out += text.sliced(at, end - at);
        at = end;
    }
    return out;
}

QByteArray unknownIn(const json::Document &document, Node object, const KnownObject &rule)
{
    QByteArrayList members;
    for (Node child = object + 1; child < document.after(object); child = document.after(child)) {
        const QByteArray key = json::unescaped(document.key(child));
        if (std::find(rule.members.begin(), rule.members.end(), key) == rule.members.end())
            members.append(document.key(child).toByteArray() + ':'
                           + compact(document.value(child)));
    }
    return members.join(',');
}

// The last one of that name counts, as for what is known.
std::optional<Node> objectAt(const json::Document &document, Node parent, QByteArrayView name)
{
    if (name.isEmpty())
        return parent;
    std::optional<Node> found;
    for (Node child = parent + 1; child < document.after(parent); child = document.after(child)) {
        if (json::unescaped(document.key(child)) == name)
            found = child;
    }
    return found && document.kind(*found) == json::Kind::Object ? found : std::nullopt;
}

} // namespace

QByteArray unknownMembers(const json::Document &document, Node delivery)
{
    QByteArrayList objects;
    for (const KnownObject &rule : known) {
        const auto object = objectAt(document, delivery, rule.name);
        const QByteArray members = object ? unknownIn(document, *object, rule) : QByteArray();
        if (!members.isEmpty())
            objects.append('"' + rule.name.toByteArray() + "\":{" + members + '}');
    }
    return objects.isEmpty() ? QByteArray() : '{' + objects.join(',') + '}';
}

UnknownMembers::UnknownMembers(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    auto parsed = json::Document::parse(text);
    if (auto *document = std::get_if<json::Document>(&parsed);
        document && document->kind(0) == json::Kind::Object)
        m_document = std::move(*document);
}

QByteArray UnknownMembers::of(QByteArrayView object) const
{
    if (!m_document)
        return {};
    for (Node child = 1; child < m_document->after(0); child = m_document->after(child)) {
        if (json::unescaped(m_document->key(child)) == object
            && m_document->kind(child) == json::Kind::Object)
            return compact(m_document->value(child)).chopped(1).sliced(1);
    }
    return {};
}

} // namespace formats
