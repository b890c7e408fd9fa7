// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/workbench.h"

#include "signature/hypotheses/readings.h"
#include "signature/receivedsignatures.h"
#include "signature/signedtext.h"

namespace signature
{

namespace
{

QByteArray copyOf(QByteArrayView bytes) { return QByteArray(bytes.data(), bytes.size()); }

} // namespace

QList<Cause> Shape::causes() const
{
    QList<Cause> all;
    for (const Variant *variant : {body, moreBody, timestamp, url, text}) {
        if (variant)
            all.append(variant->cause);
    }
    if (layout)
        all.append(Cause::Layout);
    return joined({}, all);
}

QStringList Shape::clauses() const
{
    QStringList all;
    for (const Variant *variant : {body, moreBody, timestamp, url}) {
        if (variant)
            all.append(variant->clause);
    }
    if (layout)
        all.append(layout->clause);
    if (text)
        all.append(text->clause);
    return all;
}

qsizetype Shape::effort() const
{
    qsizetype effort = 0;
    for (const Variant *variant : {body, moreBody}) {
        if (variant)
            effort += variant->cause == Cause::Newline ? 1 : 5;
    }
    return effort;
}

Workbench::Workbench(const Question &question)
    : m_question(question)
    , m_textHoldsKey(question.scheme.message.uses(Source::Secret))
{
    readFields();
    RequestValues values(question.request, question.scheme, question.context);
    m_url = values.url();
    findTimestamp();
    findId();
}

void Workbench::readFields()
{
    RequestValues values(m_question.request, m_question.scheme, m_question.context);
    const ReceivedSignatures received = readSignatures(m_question.scheme, values);
    if (received.groups.isEmpty())
        return;
    for (const auto &[name, value] : received.groups.first().fields)
        m_fields.append({copyOf(name), copyOf(value)});
}

// Where the scheme has none, what another header says.
void Workbench::findTimestamp()
{
    if (!m_question.scheme.time) {
        for (const http::Field &field : m_question.request.fields) {
            if (m_timestamp.isNull() && field.name.toLower().contains("timestamp"))
                m_timestamp = field.value;
        }
        return;
    }
    const Place &from = m_question.scheme.time->from;
    for (const Field &field : m_fields) {
        if (from.source == Source::SignatureField && field.name == from.name)
            m_timestamp = field.value;
    }
    if (from.source == Source::SignatureField)
        return;
    RequestValues values(m_question.request, m_question.scheme, m_question.context);
    const Value value = values.find(from);
    if (value.isFound())
        m_timestamp = copyOf(value.text);
}

void Workbench::findId()
{
    const auto take = [this](const Place &place) {
        if (place.source == Source::Header && m_id.isNull()) {
            const auto value = http::value(m_question.request.fields, place.name);
            if (value && *value != m_timestamp)
                m_id = *value;
        }
    };
    for (const Segment &segment : m_question.scheme.message.segments)
        take(segment.place);
    for (const Place &place : m_question.scheme.deliveryId)
        take(place);
}

std::optional<QByteArray> Workbench::changedBody(const Shape &shape) const
{
    std::optional<QByteArray> body = m_question.request.body;
    for (const Variant *variant : {shape.body, shape.moreBody}) {
        if (variant && body)
            body = variant->change(*body);
    }
    return body;
}

std::optional<QByteArray> Workbench::text(const Shape &shape, QByteArrayView key) const
{
    const auto body = changedBody(shape);
    const auto timestamp
        = shape.timestamp ? shape.timestamp->change(m_timestamp) : std::optional(m_timestamp);
    const auto url = shape.url ? shape.url->change(m_url) : std::optional(m_url);
    if (!body || !timestamp || !url)
        return {};
    std::optional<QByteArray> text;
    if (shape.layout) {
        text = laidOut(*shape.layout,
                       {.timestamp = *timestamp,
                        .body = *body,
                        .id = m_id,
                        .method = m_question.request.method,
                        .target = m_question.request.target,
                        .url = *url});
    } else {
        bool whole = false;
        const QByteArray made = byScheme(*body, *timestamp, *url, key, whole);
        if (whole)
            text = made;
    }
    return text && shape.text ? shape.text->change(*text) : text;
}

QByteArray Workbench::byScheme(const QByteArray &body, const QByteArray &timestamp,
                               const QByteArray &url, QByteArrayView key, bool &whole) const
{
    const Scheme &scheme = m_question.scheme;
    http::Request request = m_question.request;
    request.body = body;
    Context context = m_question.context;
    if (url != m_url)
        context.url = url;
    QList<Field> fields = m_fields;
    if (scheme.time && timestamp != m_timestamp) {
        const Place &from = scheme.time->from;
        for (http::Field &field : request.fields) {
            if (from.source == Source::Header && http::sameName(field.name, from.name))
                field.value = timestamp;
        }
        for (Field &field : fields) {
            if (from.source == Source::SignatureField && field.name == from.name)
                field.value = timestamp;
        }
    }
    RequestValues values(request, scheme, context);
    values.setUsualUrl();
    QList<RequestValues::NamedValue> named;
    for (const Field &field : fields)
        named.append({field.name, field.value});
    values.setSignatureFields({named.constData(), size_t(named.size())});
    const SignedText made = signedText(scheme.message, values, key);
    whole = made.isWhole();
    return whole ? made.joined() : QByteArray();
}

} // namespace signature
