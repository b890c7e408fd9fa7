// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/requestsigner.h"

#include "signature/bodyedit.h"
#include "signature/digesttext.h"
#include "signature/weburl.h"

#include <QRandomGenerator>

#include <algorithm>

namespace signature
{

namespace
{

QByteArray randomText(qsizetype size)
{
    QByteArray text(size, Qt::Uninitialized);
    for (char &c : text)
        c = "0123456789abcdefghijklmnopqrstuvwxyz"[QRandomGenerator::global()->bounded(36)];
    return text;
}

} // namespace

RequestSigner::RequestSigner(const Scheme &scheme, const http::Request &request,
                             const QByteArray &timestamp, const Context &context)
    : m_scheme(scheme)
    , m_request(request)
    , m_timestamp(timestamp)
    , m_context(context)
{
}

void RequestSigner::prepare()
{
    if (m_scheme.time)
        prepareTime(m_scheme.time->from);
    for (const Requirement &requirement : m_scheme.require)
        prepareRequirement(requirement);
    prepareBodyDigest();
    for (const Segment &segment : m_scheme.message.segments) {
        // What may be left out is left out.
        if (segment.group < 0 && !segment.filters.contains(Filter::Optional))
            prepareSource(segment.place.source == Source::ListedHeaders ? segment.list
                                                                        : segment.place);
    }
    for (const QByteArray &name : m_scheme.form.positional) {
        if (name != "version")
            addSignatureField(name, m_scheme.type == Type::Hmac ? "hmac" : "digest");
        else
            addSignatureField(name, "1");
    }
}

void RequestSigner::prepareTime(const Place &place)
{
    if (place.source == Source::Header)
        setHeader(place.name, m_timestamp);
    if (place.source == Source::SignatureField)
        addSignatureField(place.name, m_timestamp);
    if (place.source == Source::Form)
        m_request.body = withParameter(m_request.body, place.name, m_timestamp);
    if (place.source == Source::Json)
        m_request.body
            = withJsonScalar(m_request.body, place.name, m_timestamp).value_or(m_request.body);
}

void RequestSigner::prepareSource(const Place &place)
{
    const bool listed = std::any_of(m_scheme.message.segments.begin(),
                                    m_scheme.message.segments.end(), [&](const Segment &segment) {
                                        return segment.place.source == Source::ListedHeaders
                                            && segment.list == place;
                                    });
    if (place.source == Source::SignatureField)
        addSignatureField(place.name, listed ? listedNames(place) : randomText(16));
    if (place.source != Source::Header || http::count(m_request.fields, place.name) > 0)
        return;
    if (listed)
        return setHeader(place.name, listedNames(place));
    const bool isId = place.name.toLower().endsWith("id");
    setHeader(place.name, (isId ? "msg_" : "") + randomText(24));
}

void RequestSigner::prepareRequirement(const Requirement &requirement)
{
    if (requirement.place.source == Source::Header)
        setHeader(requirement.place.name, requirement.value);
    if (requirement.place.source == Source::SignatureField)
        addSignatureField(requirement.place.name, requirement.value);
}

void RequestSigner::prepareBodyDigest()
{
    if (!m_scheme.bodyDigest)
        return;
    const BodyDigest &rule = *m_scheme.bodyDigest;
    const QByteArray text = writeDigest(digest(rule.hash, m_request.body), rule.encoding);
    if (rule.from.source == Source::Query)
        setQueryParameter(rule.from.name, text);
    if (rule.from.source == Source::Header)
        setHeader(rule.from.name, text);
}

// As few as make sense: the timestamp, the list itself and the kind of the body.
QByteArray RequestSigner::listedNames(const Place &list) const
{
    QByteArrayList names;
    if (const QByteArray time = timestampHeader(m_scheme); !time.isEmpty())
        names.append(time.toLower());
    if (list.source == Source::Header)
        names.append(list.name.toLower());
    if (http::count(m_request.fields, "Content-Type") == 1)
        names.append("content-type");
    std::sort(names.begin(), names.end());
    return names.join(list.source == Source::Header ? ',' : ' ');
}

void RequestSigner::setHeader(const QByteArray &name, const QByteArray &value)
{
    http::Fields fields;
    bool written = false;
    for (http::Field &field : m_request.fields) {
        const bool same = http::sameName(field.name, name);
        if (same && written)
            continue;
        if (same)
            field.value = value;
        written = written || same;
        fields.append(field);
    }
    if (!written)
        fields.append(http::Field{name, value});
    m_request.fields = fields;
}

void RequestSigner::setQueryParameter(const QByteArray &name, const QByteArray &value)
{
    m_request.target = withQueryParameter(m_request.target, name, value);
    if (!m_context.url.isEmpty())
        m_context.url = withQueryParameter(m_context.url, name, value);
}

void RequestSigner::addSignatureField(const QByteArray &name, const QByteArray &value)
{
    const bool known = std::any_of(m_beside.begin(), m_beside.end(),
                                   [&](const auto &field) { return field.first == name; });
    if (!known)
        m_beside.append({name, value});
}

} // namespace signature
