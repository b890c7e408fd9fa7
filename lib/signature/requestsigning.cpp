// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/writer.h"
#include "signature/arrayelements.h"
#include "signature/bodyedit.h"
#include "signature/derivedkey.h"
#include "signature/digesttext.h"
#include "signature/examiner.h"
#include "signature/explanationtext.h"
#include "signature/requestsigner.h"
#include "signature/timestamp.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace signature
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("signature::RequestSigner", text);
}

core::Error refusal(const Scheme &scheme, const QString &why)
{
    return {core::ErrorKind::Usage, tr("Cannot sign for %1.").arg(scheme.name), why};
}

QVarLengthArray<RequestValues::NamedValue, 4>
viewsOf(const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QVarLengthArray<RequestValues::NamedValue, 4> views;
    for (const auto &[name, value] : fields)
        views.append({name, value});
    return views;
}

} // namespace

core::Status RequestSigner::sign(const Secret &secret)
{
    if (m_scheme.keyFormat)
        return refusal(m_scheme, tr("Only the sender has its private key."));
    if (const core::Status fits = checkSecret(m_scheme, secret.bytes()); !fits)
        return refusal(m_scheme, core::describe(fits.error()));
    qsizetype rows = 1;
    if (!m_scheme.each.isEmpty()) {
        const auto items = elementsOf(m_request.body, m_scheme.each);
        if (!items || items->isEmpty())
            return refusal(m_scheme,
                           tr("The body has no elements at %1.").arg(quotable(m_scheme.each)));
        rows = items->size();
    }
    for (qsizetype row = 0; row < rows; ++row) {
        const QByteArray item = m_scheme.each.isEmpty()
            ? QByteArray()
            : elementsOf(m_request.body, m_scheme.each)->at(row);
        const core::Result<QByteArray> text
            = m_scheme.type == Type::Jws ? tokenText(secret) : signatureText(secret, item);
        if (!text)
            return text.error();
        if (const core::Status done = place(written(*text), row); !done)
            return done;
    }
    if (http::count(m_request.fields, "Content-Length") == 1)
        setHeader("Content-Length", QByteArray::number(m_request.body.size()));
    return core::Done();
}

core::Result<QByteArray> RequestSigner::signatureText(const Secret &secret,
                                                      const QByteArray &item) const
{
    const DerivedKey key(m_scheme.key, secret.bytes());
    if (m_scheme.type == Type::Token)
        return key.bytes().toByteArray();
    if (m_scheme.type == Type::Basic)
        return "Basic " + encoded(key.bytes(), Encoding::Base64);
    const auto beside = viewsOf(m_beside);
    const Secrets none;
    Examiner examiner(m_request, m_scheme, none, m_context);
    examiner.values().setUsualUrl();
    examiner.values().setSignatureFields(beside);
    examiner.values().setItem(item);
    const QByteArray text = examiner.computed(secret.bytes());
    if (!text.isEmpty())
        return text;
    const SignedText signedText = examiner.signedText({});
    if (signedText.isWhole())
        return refusal(m_scheme, tr("Nothing can be computed."));
    const qsizetype times = http::count(m_request.fields, signedText.missing->name);
    return refusal(m_scheme,
                   signedText.repeated ? repeatedInputSentence(*signedText.missing, times)
                                       : missingInputSentence(*signedText.missing));
}

core::Result<QByteArray> RequestSigner::tokenText(const Secret &secret) const
{
    const QByteArray algorithm = m_scheme.jws.algorithms.value(0);
    const auto hash = hashOf(algorithm);
    if (!algorithm.startsWith("HS") || !hash)
        return refusal(m_scheme, tr("Only the sender has its private key."));
    if (!readTimestamp(m_timestamp))
        return refusal(m_scheme, tr("A token's time is a whole number of seconds."));
    RequestValues values(m_request, m_scheme, m_context);
    const QByteArray header = R"({"alg":")" + algorithm + R"(","typ":"JWT"})";
    const QByteArray text
        = encoded(header, Encoding::Base64Url) + '.' + encoded(claims(values), Encoding::Base64Url);
    const DerivedKey key(m_scheme.key, secret.bytes());
    return text + '.' + writeDigest(hmac(*hash, key.bytes(), {text}), Encoding::Base64Url);
}

QByteArray RequestSigner::claims(RequestValues &values) const
{
    const qint64 time = readTimestamp(m_timestamp).value_or(0);
    json::Writer writer;
    writer.beginObject();
    for (const Requirement &requirement : m_scheme.jws.requireClaims)
        writer.name(requirement.place.name).string(QString::fromUtf8(requirement.value));
    writer.name("iat").number(time).name("nbf").number(time);
    writer.name("exp").number(time + validity);
    for (const Place &place : m_scheme.deliveryId) {
        if (place.source == Source::Claim)
            writer.name(place.name).number(QRandomGenerator::global()->generate());
    }
    for (const ClaimRule &rule : m_scheme.jws.bind) {
        if (rule.withBody && m_request.body.isEmpty())
            continue;
        const SignedText text = signature::signedText(rule.equals, values, {});
        if (rule.whenKnown && !text.isWhole())
            continue;
        writer.name(rule.claim).string(QString::fromUtf8(text.joined()));
    }
    writer.endObject();
    return writer.text();
}

// The signature as its place has it: "t=1795428000,v1=…".
QByteArray RequestSigner::written(const QByteArray &signature) const
{
    const SignatureForm &form = m_scheme.form;
    QByteArrayList parts;
    switch (form.form) {
    case Form::Plain:
    case Form::Base64Json: // of public keys only
        return form.prefix + signature;
    case Form::TagList:
        return form.tag + form.tagSeparator + signature;
    case Form::Pairs:
        return "key" + form.pairSeparator + signature;
    case Form::KeyValue:
        for (const auto &[name, value] : m_beside)
            parts.append(name + '=' + (form.quoted ? '"' + value + '"' : value));
        parts.append(form.key + '=' + (form.quoted ? '"' + signature + '"' : signature));
        return parts.join(form.separator);
    case Form::List:
        for (const QByteArray &name : form.positional) {
            for (const auto &[key, value] : m_beside) {
                if (key == name)
                    parts.append(value);
            }
        }
        parts.append(signature);
        return parts.join(form.separator);
    }
    Q_UNREACHABLE();
}

core::Status RequestSigner::place(const QByteArray &value, qsizetype row)
{
    const Place &place = m_scheme.signature.constFirst();
    switch (place.source) {
    case Source::Header:
        setHeader(signatureHeader(m_scheme, m_request.fields), value);
        return core::Done();
    case Source::NumberedHeader:
        setHeader(QByteArray(place.name).replace("{n}", "1"), value);
        return core::Done();
    case Source::Query:
        setQueryParameter(place.name, value);
        return core::Done();
    case Source::Form:
        if (readParts(m_request.fields, m_request.body))
            return refusal(m_scheme, tr("A form in parts (multipart) cannot be written anew."));
        m_request.body = withParameter(m_request.body, place.name, value);
        return core::Done();
    case Source::Json:
        return placeJson(place.name, value);
    case Source::Item:
        return placeJson(m_scheme.each + '/' + QByteArray::number(row) + place.name, value);
    default:
        return refusal(m_scheme, tr("The signature's place cannot be written."));
    }
}

core::Status RequestSigner::placeJson(const QByteArray &pointer, const QByteArray &value)
{
    QByteArray json = m_request.body;
    if (m_scheme.jsonFrom) {
        RequestValues values(m_request, m_scheme, m_context);
        json = values.find(*m_scheme.jsonFrom).text.toByteArray();
    }
    const auto text = withJsonText(json, pointer, value);
    if (!text)
        return refusal(m_scheme,
                       tr("The signature stands in the body at %1, and the body has no "
                          "object to hold it.")
                           .arg(quotable(pointer)));
    if (!m_scheme.jsonFrom)
        m_request.body = *text;
    else if (m_scheme.jsonFrom->source == Source::Form)
        m_request.body = withParameter(m_request.body, m_scheme.jsonFrom->name, *text);
    else
        return refusal(m_scheme, tr("The signature's place cannot be written."));
    return core::Done();
}

} // namespace signature
