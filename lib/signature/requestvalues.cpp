// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/requestvalues.h"

#include "json/lookup.h"
#include "json/scan.h"
#include "signature/arrayelements.h"
#include "signature/weburl.h"

namespace signature
{

namespace
{

constexpr qsizetype mostPointers = 64; // that json::lookup() follows at once

Value found(QByteArrayView text) { return {Value::State::Found, text}; }

json::Path pathOf(Source source, QByteArrayView name)
{
    return source == Source::Claim ? json::memberPath(name) : json::pathOf(name);
}

// Tells of each place that a scheme looks at, and more than once of some.
template <typename Action> void eachPlace(const MessageTemplate &message, Action action)
{
    for (const Segment &segment : message.segments) {
        const Place &place
            = segment.place.source == Source::ListedHeaders ? segment.list : segment.place;
        action(place.source, place.name);
    }
}

template <typename Action> void eachPlace(const Scheme &scheme, Action action)
{
    for (const Place &place : scheme.signature)
        action(place.source, place.name);
    eachPlace(scheme.message, action);
    eachPlace(scheme.otherMessage, action);
    eachPlace(scheme.jws.payload, action);
    if (scheme.time)
        action(scheme.time->from.source, scheme.time->from.name);
    for (const auto *requirements : {&scheme.require, &scheme.jws.requireClaims}) {
        for (const Requirement &requirement : *requirements)
            action(requirement.place.source, requirement.place.name);
    }
    for (const ClaimRule &rule : scheme.jws.bind) {
        action(Source::Claim, rule.claim);
        eachPlace(rule.equals, action);
    }
    if (scheme.type != Type::Jws)
        return;
    for (const QByteArrayView time : {"exp", "nbf", "iat"})
        action(Source::Claim, time);
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
        return form() ? found(own(distinctNamesAndValues(*form()))) : Value();
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
    return m_owned.last();
}

void RequestValues::setUrl(const QByteArray &variant)
{
    m_url = variant;
    m_urlSet = true;
    m_query = nullptr;
}

void RequestValues::setUsualUrl()
{
    if (!m_scheme.urlVariants.isEmpty())
        setUrl(varied(url(), m_scheme.urlVariants.constFirst()));
}

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

// All of a text's places are looked for in one pass, when the first of them is asked for.
Value RequestValues::scalar(Lookup &lookup, QByteArrayView text, QByteArrayView name)
{
    if (!lookup.collected)
        collect(lookup);
    const qsizetype at = lookup.names.indexOf(name);
    if (at < 0) {
        const json::Path path = pathOf(lookup.source, name);
        return scalar(json::literals(text, {&path, 1})[0]);
    }
    if (!lookup.done) {
        QVarLengthArray<json::Path, 8> paths;
        for (const QByteArrayView known : lookup.names)
            paths.append(pathOf(lookup.source, known));
        const auto literals = json::literals(text, paths);
        lookup.literals.clear(); // not moved over: Qt 6.4 would lose the memory of the ones before
        lookup.literals.append(literals.constData(), literals.size());
        lookup.done = true;
    }
    return scalar(lookup.literals[at]);
}

Value RequestValues::scalar(QByteArrayView literal)
{
    if (literal.isEmpty())
        return {};
    if (!literal.startsWith('"'))
        return found(literal);
    return found(literal.contains('\\') ? own(json::unescaped(literal))
                                        : literal.sliced(1, literal.size() - 2));
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
        const bool known = !whole.isEmpty() && (m_urlSet || !m_context.url.isEmpty());
        const WebUrl parts = splitUrl(known ? whole : m_request.target);
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

// The public URL's, where it has one: a proxy may have taken it off. Views into those of other
// variants stay good.
const std::optional<Parameters> &RequestValues::query()
{
    if (!m_query) {
        const WebUrl known = splitUrl(m_url ? *m_url : m_context.url);
        const QByteArrayView text = known.hasQuery ? known.query : splitUrl(m_request.target).query;
        const auto [at, isNew] = m_queries.try_emplace(text.toByteArray());
        if (isNew)
            at->second = readParameters(text);
        m_query = &at->second;
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

void RequestValues::collect(Lookup &lookup) const
{
    lookup.collected = true;
    eachPlace(m_scheme, [&lookup](Source source, QByteArrayView name) {
        if (source == lookup.source && !lookup.names.contains(name)
            && lookup.names.size() < mostPointers)
            lookup.names.append(name);
    });
}

} // namespace signature
