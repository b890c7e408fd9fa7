// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/redaction.h"
#include "json/pointer.h"
#include "json/scan.h"
#include "json/writer.h"

#include <QSet>

namespace formats
{

namespace
{

using Node = json::Document::Node;

bool isNameKey(const QByteArray &key)
{
    QByteArray plain = key.toLower();
    plain.replace("_", "").replace("-", "").replace(" ", "");
    static const QList<QByteArray> names{"name",        "firstname",  "lastname",   "fullname",
                                         "givenname",   "familyname", "middlename", "surname",
                                         "displayname", "nickname",   "realname",   "customername"};
    return names.contains(plain);
}

bool isForm(const http::Fields &fields)
{
    return http::value(fields, "Content-Type")
        .value_or(QByteArray())
        .toLower()
        .contains("x-www-form-urlencoded");
}

QByteArray quoted(const QByteArray &text)
{
    json::Writer writer;
    writer.string(QByteArrayView(text));
    return writer.take();
}

std::optional<json::Document> documentOf(const QByteArray &text)
{
    auto parsed = json::Document::parse(text);
    auto *document = std::get_if<json::Document>(&parsed);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

// The last name of "customer[first_name]", as forms write members.
QByteArray innermostName(const QByteArray &name)
{
    const qsizetype open = name.lastIndexOf('[');
    const bool inner = open >= 0 && name.endsWith(']') && name.size() - open > 2;
    return inner ? name.sliced(open + 1).chopped(1) : name;
}

} // namespace

// JSON is often sent without a word of it, or as what it is not.
QByteArray Redaction::body(const http::Fields &fields, const QByteArray &bytes,
                           const Places &places)
{
    const bool form = isForm(fields);
    const bool mayBeJson = hidesBodies() || !places.isEmpty() || form;
    if (const auto document = mayBeJson ? documentOf(bytes) : std::nullopt)
        return json(*document, places);
    if (const auto parts = signature::readParts(fields, bytes))
        return multipartBody(bytes, *parts, places);
    if (form)
        return formBody(bytes, places);
    return hidesBodies() && !json::isUtf8(bytes) ? QByteArray() : withoutEmails(bytes);
}

// Value by value; what is between them stays as it stands.
QByteArray Redaction::json(const json::Document &document, const Places &places)
{
    QSet<Node> hidden;
    for (const QByteArray &pointer : places.pointers) {
        if (const auto node = json::resolve(document, pointer))
            hidden.insert(*node);
    }
    const auto array
        = places.inElements.isEmpty() ? std::nullopt : json::resolve(document, places.array);
    for (Node element = array ? *array + 1 : 0; array && element < document.after(*array);
         element = document.after(element)) {
        for (const QByteArray &pointer : places.inElements) {
            if (const auto node = json::resolve(document, pointer, element))
                hidden.insert(*node);
        }
    }
    const QByteArray &text = document.text();
    QByteArray out;
    qsizetype done = 0;
    for (Node node = 0; node < document.nodes();) {
        const QByteArrayView value = document.value(node);
        const bool isString = document.kind(node) == json::Kind::String;
        const QByteArray plain = isString ? json::unescaped(value) : QByteArray();
        QByteArray shown;
        if (hidden.contains(node))
            shown = quoted(placeholder("redacted", isString ? plain : value.toByteArray()));
        else if (isString && m_names && isNameKey(json::unescaped(document.key(node))))
            shown = quoted(placeholder("name", plain));
        else if (isString && m_emails && withoutEmails(plain) != plain)
            shown = quoted(withoutEmails(plain));
        if (shown.isEmpty()) {
            ++node;
            continue;
        }
        const qsizetype at = value.data() - text.constData();
        out += text.sliced(done, at - done) + shown;
        done = at + value.size();
        node = document.after(node);
    }
    return out + text.sliced(done);
}

// What one field of a form shows; the value itself where nothing of it is hidden.
QByteArray Redaction::field(const QByteArray &name, const QByteArray &value, const Places &places)
{
    const auto document = documentOf(value);
    if (isSignature(name, places.fields) || places.pointers.contains(json::memberPointer({}, name)))
        return placeholder("redacted", value);
    if (document && document->holdsValues(0))
        return json(*document, places);
    if (m_names && isNameKey(innermostName(name)))
        return placeholder("name", value);
    return hidesBodies() && !json::isUtf8(value) ? QByteArray() : withoutEmails(value);
}

// What nothing is hidden of stays as it is written.
QByteArray Redaction::formBody(const QByteArray &text, const Places &places)
{
    QList<QByteArray> parts = text.split('&');
    for (QByteArray &part : parts) {
        const qsizetype value = part.indexOf('=') + 1;
        const auto read = signature::readParameters(part);
        if (value == 0 || !read || read->size() != 1) {
            part = withoutEmails(part);
            continue;
        }
        const auto &[name, plain] = read->first();
        const QByteArray shown = field(name, plain, places);
        part = withoutEmails(part.first(value))
            + (shown == plain ? part.sliced(value) : shown.toPercentEncoding());
    }
    return parts.join('&');
}

QByteArray Redaction::multipartBody(const QByteArray &bytes,
                                    const QList<signature::FormPart> &parts, const Places &places)
{
    QByteArray out;
    qsizetype done = 0;
    for (const signature::FormPart &part : parts) {
        out += withoutEmails(bytes.sliced(done, part.from - done))
            + field(part.name, bytes.sliced(part.from, part.to - part.from), places);
        done = part.to;
    }
    return out + withoutEmails(bytes.sliced(done));
}

} // namespace formats
