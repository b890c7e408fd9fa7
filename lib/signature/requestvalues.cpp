// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/requestvalues.h"

#include "json/lookup.h"
#include "signature/arrayelements.h"
#include "signature/weburl.h"

namespace signature
{

namespace
{

constexpr qsizetype mostPointers = 64; // that json::lookup() follows at once
constexpr qsizetype usualPointers = 8; // a scheme has rarely more

Value found(QByteArrayView text) { return {Value::State::Found, text}; }

QByteArray claimPointer(const QByteArray &name)
{
    QByteArray pointer;
    pointer.reserve(name.size() + 1);
    pointer.append('/').append(name);
    if (name.contains('~') || name.contains('/'))
        pointer = '/' + QByteArray(name).replace("~", "~0").replace("/", "~1");
    return pointer;
}

} // namespace

RequestValues::RequestValues(const http::Request &request, const Scheme &scheme,
                             const Context &context)
    : m_request(request)
    , m_scheme(scheme)
    , m_context(context)
{
}

Value RequestValues::find(const Place &place)
{
    switch (place.source) {
    case Source::Literal:
        return found(place.name);
    case Source::Body:
        return found(m_request.body);
    case Source::Timestamp:
        return m_scheme.time ? find(m_scheme.time->from) : Value();
    case Source::Header:
    case Source::NumberedHeader:
        return header(place.name);
    case Source::SignatureField:
        return signatureField(place.name);
    case Source::Method:
        return found(m_request.method);
    case Source::Url:
    case Source::UrlWithoutQuery:
    case Source::UrlWithForm:
    case Source::Path:
    case Source::Target:
        return urlPart(place.source);
    case Source::Query:
        return parameter(query(), place.name);
    case Source::Form:
        return parameter(form(), place.name);
    case Source::FormSorted:
        return form() ? found(own(namesAndValues(*form()))) : Value();
    case Source::FormJson:
        return form() ? found(own(jsonOfTexts(*form()))) : Value();
    case Source::Json:
        return scalar(m_json, json(), place.name);
    case Source::Item:
        return scalar(m_item, m_itemText, place.name);
    case Source::JoseHeader:
        return scalar(m_joseHeader, m_joseText, place.name);
    case Source::Claim:
        return scalar(m_claims, m_claimText, place.name);
    case Source::Config:
        return config(place.name);
    case Source::Secret:
    case Source::ListedHeaders:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArrayView RequestValues::own(QByteArray bytes)
{
    m_owned.append(std::move(bytes));
    return m_owned.constLast();
}

void RequestValues::setUrl(const QByteArray &url) { m_url = url; }

QByteArray RequestValues::url()
{
    if (!m_url)
        m_url = m_context.url.isEmpty() ? urlOf(m_request) : m_context.url;
    return *m_url;
}

std::optional<QList<QByteArray>> RequestValues::items()
{
    return elementsOf(json().toByteArray(), m_scheme.each);
}

void RequestValues::setItem(const QByteArray &item)
{
    m_itemText = item;
    m_item.done = false;
}

void RequestValues::setJws(const QByteArray &header, const QByteArray &claims)
{
    m_joseText = header;
    m_joseHeader.done = false;
    m_claimText = claims;
    m_claims.done = false;
}

Value RequestValues::header(QByteArrayView name)
{
    Value value;
    for (const http::Field &field : m_request.fields) {
        if (!http::sameName(field.name, name))
            continue;
        if (value.isFound()) {
            value.state = Value::State::Repeated;
            break;
        }
        value = found(field.value);
    }
    return value;
}

Value RequestValues::signatureField(QByteArrayView name) const
{
    Value value;
    for (const auto &[key, text] : m_fields) {
        if (key != name)
            continue;
        if (value.isFound())
            return {Value::State::Repeated, value.text};
        value = found(text);
    }
    return value;
}

Value RequestValues::parameter(const std::optional<Parameters> &parameters, QByteArrayView name)
{
    Value value;
    if (!parameters)
        return value;
    for (const auto &[key, text] : *parameters) {
        if (key != name)
            continue;
        if (value.isFound())
            return {Value::State::Repeated, value.text};
        value = found(text);
    }
    return value;
}

// All of a text's pointers are followed in one pass, when the first of them is asked for.
Value RequestValues::scalar(Lookup &lookup, QByteArrayView text, const QByteArray &name)
{
    if (!m_collected)
        collectAll();
    const qsizetype at = lookup.names.indexOf(name);
    if (at < 0) {
        const QByteArray pointer = &lookup == &m_claims ? claimPointer(name) : name;
        const QString value = json::lookup(text, {pointer}).constFirst();
        return value.isNull() ? Value() : found(own(value.toUtf8()));
    }
    if (!lookup.done) {
        lookup.values.clear();
        lookup.values.reserve(lookup.pointers.size());
        m_owned.reserve(m_owned.size() + lookup.pointers.size());
        for (const QString &value : json::lookup(text, lookup.pointers))
            lookup.values.append(value.isNull() ? std::optional<QByteArrayView>()
                                                : own(value.toUtf8()));
        lookup.done = true;
    }
    const auto value = lookup.values[at];
    return value ? found(*value) : Value();
}

Value RequestValues::config(const QByteArray &name) const
{
    const auto parameter = m_context.parameters.constFind(name);
    return parameter == m_context.parameters.constEnd() ? Value() : found(*parameter);
}

Value RequestValues::urlPart(Source source)
{
    const QByteArray whole = url();
    if (source == Source::Path || source == Source::Target) {
        // Without a Host the target still tells both.
        const WebUrl parts = splitUrl(m_context.url.isEmpty() ? m_request.target : whole);
        QByteArray path = parts.path.isEmpty() ? QByteArray("/") : parts.path.toByteArray();
        if (source == Source::Target && parts.hasQuery)
            path.append('?').append(parts.query);
        return found(own(path));
    }
    if (whole.isEmpty())
        return {};
    if (source == Source::Url)
        return found(own(whole));
    QByteArray text = withoutQuery(whole).toByteArray();
    if (source == Source::UrlWithoutQuery)
        return found(own(text));
    if (!form() || !query())
        return {};
    const QByteArray sorted = sortedQuery(*query());
    if (!sorted.isEmpty() || !form()->isEmpty())
        text += '?' + sorted;
    if (!sorted.isEmpty() && !form()->isEmpty())
        text += '.';
    return found(own(text + namesAndValues(*form())));
}

const std::optional<Parameters> &RequestValues::form()
{
    if (!m_form)
        m_form = readForm(m_request);
    return *m_form;
}

// The public URL's, where it has one: a proxy may have taken it off.
const std::optional<Parameters> &RequestValues::query()
{
    if (!m_query) {
        const WebUrl known = splitUrl(m_context.url);
        const QByteArrayView text = known.hasQuery ? known.query : splitUrl(m_request.target).query;
        m_query = readParameters(text);
    }
    return *m_query;
}

QByteArrayView RequestValues::json()
{
    if (!m_scheme.jsonFrom)
        return m_request.body;
    if (!m_jsonText) {
        const Value value = find(*m_scheme.jsonFrom);
        m_jsonText = value.isFound() ? value.text.toByteArray() : QByteArray();
    }
    return *m_jsonText;
}

void RequestValues::collectAll()
{
    m_collected = true;
    for (const Place &place : m_scheme.signature)
        collect(place);
    collect(m_scheme.message);
    collect(m_scheme.jws.payload);
    if (m_scheme.time)
        collect(m_scheme.time->from);
    for (const Requirement &requirement : m_scheme.require)
        collect(requirement.place);
    for (const Requirement &requirement : m_scheme.jws.requireClaims)
        collect(requirement.place);
    for (const ClaimRule &rule : m_scheme.jws.bind) {
        collect(Place{Source::Claim, rule.claim});
        collect(rule.equals);
    }
    if (m_scheme.type != Type::Jws)
        return;
    for (const auto &time :
         {QByteArrayLiteral("exp"), QByteArrayLiteral("nbf"), QByteArrayLiteral("iat")})
        collect(Place{Source::Claim, time});
}

void RequestValues::collect(const MessageTemplate &message)
{
    for (const Segment &segment : message.segments)
        collect(segment.place.source == Source::ListedHeaders ? segment.list : segment.place);
}

void RequestValues::collect(const Place &place)
{
    const auto add = [this](Lookup &lookup, const QByteArray &name) {
        if (lookup.names.contains(name) || lookup.names.size() == mostPointers)
            return;
        if (lookup.names.isEmpty()) {
            lookup.names.reserve(usualPointers);
            lookup.pointers.reserve(usualPointers);
        }
        lookup.names.append(name);
        lookup.pointers.append(&lookup == &m_claims ? claimPointer(name) : name);
    };
    if (place.source == Source::Json)
        add(m_json, place.name);
    else if (place.source == Source::Item)
        add(m_item, place.name);
    else if (place.source == Source::JoseHeader)
        add(m_joseHeader, place.name);
    else if (place.source == Source::Claim)
        add(m_claims, place.name);
}

} // namespace signature
