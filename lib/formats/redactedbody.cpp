// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/redaction.h"
#include "json/pointer.h"
#include "json/scan.h"
#include "json/writer.h"

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

// JSON or XML, whole or not: what in it has a name only its parser could tell.
bool looksNested(QByteArrayView text)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    const QByteArrayView start = (text.startsWith(mark) ? text.sliced(3) : text).trimmed();
    return start.startsWith('{') || (start.startsWith('[') && start.contains('{'))
        || start.startsWith('<');
}

// As JSON and XML may write it, which a search in the text would not see.
bool escapesAtSign(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    return lower.contains("\\u0040") || lower.contains("&#64;") || lower.contains("&#x40;");
}

// Of members with one name a reader may take any, so that a pointer leads to each.
QList<Node> allAt(const json::Document &document, const QByteArray &pointer)
{
    QList<Node> nodes{0};
    const QList<QByteArray> steps = pointer.split('/');
    for (qsizetype i = 1; i < steps.size(); ++i) {
        QList<Node> inner;
        for (const Node outer : std::as_const(nodes)) {
            const auto first = json::resolve(document, '/' + steps[i], outer);
            if (!first)
                continue;
            inner.append(*first);
            const QByteArray key = json::unescaped(document.key(*first));
            const bool repeated = document.repeated(*first);
            for (Node node = document.after(*first); repeated && node < document.after(outer);
                 node = document.after(node)) {
                if (json::unescaped(document.key(node)) == key)
                    inner.append(node);
            }
        }
        nodes = inner;
    }
    return nodes;
}

// The text that a pointer leads into, where JSON in it has to be parsed to go on.
std::optional<Node> nestedOnTheWay(const json::Document &document, QByteArray pointer)
{
    while (pointer.contains('/')) {
        pointer.truncate(pointer.lastIndexOf('/'));
        const auto node = json::resolve(document, pointer);
        if (node && document.kind(*node) == json::Kind::String
            && looksNested(json::unescaped(document.value(*node))))
            return node;
    }
    return {};
}

} // namespace

// JSON is often sent without a word of it, or as what it is not.
QByteArray Redaction::body(const http::Fields &fields, const QByteArray &bytes,
                           const Places &places)
{
    const bool byName = m_names || !places.isEmpty();
    const bool form = isForm(fields) && !(byName && looksNested(bytes));
    const bool mayBeJson = hidesBodies() || !places.isEmpty() || form;
    if (const auto document = mayBeJson ? documentOf(bytes) : std::nullopt)
        return json(*document, places);
    if (const auto parts = signature::readParts(fields, bytes))
        return multipartBody(bytes, *parts, places);
    if (form)
        return formBody(bytes, places);
    const bool blind
        = byName || (hidesBodies() && !json::isUtf8(bytes)) || (m_emails && escapesAtSign(bytes));
    return blind ? QByteArray() : withoutEmails(bytes);
}

// What is to be hidden may stand in the text once more, as JSON.
QByteArray Redaction::nested(const QByteArray &text, const Places &places)
{
    if (!looksNested(text))
        return withoutEmails(text);
    const auto document = documentOf(text);
    if (document && document->holdsValues(0))
        return json(*document, places);
    const bool blind = m_names || !m_pointers.isEmpty() || (m_emails && escapesAtSign(text));
    return blind ? placeholder("redacted", text) : withoutEmails(text);
}

QSet<Node> Redaction::hiddenNodes(const json::Document &document, const Places &places)
{
    QSet<Node> hidden;
    for (const QByteArray &pointer : places.pointers) {
        const QList<Node> nodes = allAt(document, pointer);
        hidden.unite(QSet<Node>(nodes.begin(), nodes.end()));
        const auto text = nodes.isEmpty() ? nestedOnTheWay(document, pointer) : std::nullopt;
        if (text)
            hidden.insert(*text);
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
    return hidden;
}

// Value by value; what is between them stays as it stands.
QByteArray Redaction::json(const json::Document &document, const Places &places)
{
    const QSet<Node> hidden = hiddenNodes(document, places);
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
        else if (const QByteArray now = nested(plain, places); isString && now != plain)
            shown = quoted(now);
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
    return hidesBodies() && !json::isUtf8(value) ? QByteArray() : nested(value, places);
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
