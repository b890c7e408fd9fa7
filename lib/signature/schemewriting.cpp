// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "json/print.h"
#include "json/writer.h"
#include "signature/schemejson.h"
#include "signature/schemewords.h"

namespace signature
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool usesHash(Type type)
{
    return type == Type::Hmac || type == Type::KeyedDigest || type == Type::Ecdsa
        || type == Type::Rsa;
}

// Writes members in the catalogue's order, and leaves out what stands at its default.
class SchemeWriter
{
public:
    QByteArray write(const Scheme &scheme);

private:
    void writeAbout(const Scheme &scheme);
    void writeRule(const Scheme &scheme);
    void writeSignature(const Scheme &scheme);
    void writeForm(const SignatureForm &form);
    void writeTime(const TimeRule &rule);
    void writeRequirements(const char *name, const QList<Requirement> &all, bool json);
    void writeJws(const JwsRule &jws);
    void writeHandshake(const Handshake &handshake);
    void pairs(const char *name, const QList<std::pair<QByteArray, QByteArray>> &all);

    void name(QByteArrayView name) { m_writer.name(name); }
    void text(const char *name, const QByteArray &value);
    void text(const char *name, const QString &value) { text(name, value.toUtf8()); }
    void texts(const char *name, const QByteArrayList &values);
    void number(const char *name, const std::optional<qint64> &value);
    void flag(const char *name, bool value);
    void places(const char *name, const Places &places);

    json::Writer m_writer;
};

void SchemeWriter::text(const char *name, const QByteArray &value)
{
    if (!value.isEmpty())
        m_writer.name(name).string(value);
}

void SchemeWriter::texts(const char *name, const QByteArrayList &values)
{
    if (values.isEmpty())
        return;
    m_writer.name(name).beginArray();
    for (const QByteArray &value : values)
        m_writer.string(value);
    m_writer.endArray();
}

void SchemeWriter::number(const char *name, const std::optional<qint64> &value)
{
    if (value)
        m_writer.name(name).number(*value);
}

void SchemeWriter::flag(const char *name, bool value)
{
    if (value)
        m_writer.name(name).boolean(true);
}

void SchemeWriter::places(const char *name, const Places &places)
{
    if (places.size() == 1)
        return text(name, signature::text(places.constFirst()));
    QByteArrayList all;
    for (const Place &place : places)
        all.append(signature::text(place));
    texts(name, all);
}

QByteArray SchemeWriter::write(const Scheme &scheme)
{
    m_writer.beginObject();
    writeAbout(scheme);
    m_writer.name("verify").beginObject();
    writeRule(scheme);
    m_writer.endObject();
    if (scheme.handshake)
        writeHandshake(*scheme.handshake);
    m_writer.endObject();
    return m_writer.text();
}

void SchemeWriter::writeAbout(const Scheme &scheme)
{
    text("id", scheme.id);
    text("name", scheme.name);
    text("family", scheme.family);
    text("secret_format", scheme.secretNote);
    places("event_type_location", scheme.eventType);
    places("delivery_id_location", scheme.deliveryId);
    places("account_location", scheme.account);
    const auto list = [](const QStringList &texts) {
        QByteArrayList all;
        for (const QString &text : texts)
            all.append(text.toUtf8());
        return all;
    };
    texts("quirks", list(scheme.quirks));
    texts("sources", list(scheme.sources));
    if (scheme.trust != Trust::Own)
        text("evidence", token(scheme.trust));
    if (scheme.confirmed || scheme.trust != Trust::Own)
        text("confidence", scheme.confirmed ? "verified"_ba : "likely"_ba);
    if (scheme.placesConfirmed)
        text("locations_confidence", "verified"_ba);
}

void SchemeWriter::writeRule(const Scheme &scheme)
{
    text("type", token(scheme.type));
    if (usesHash(scheme.type) || scheme.hash != Hash::Sha256)
        text("hash", token(scheme.hash));
    QByteArrayList steps;
    for (const KeyStep &step : scheme.key)
        steps.append(token(step));
    texts("key", steps);
    if (scheme.keyFormat)
        text("key_format", token(*scheme.keyFormat));
    writeSignature(scheme);
    text("message", scheme.message.text);
    text("other_message", scheme.otherMessage.text);
    if (scheme.time)
        writeTime(*scheme.time);
    writeRequirements("require", scheme.require, false);
    writeRequirements("require_json", scheme.require, true);
    if (scheme.bodyDigest) {
        m_writer.name("body_digest").beginObject();
        text("from", '{' + signature::text(scheme.bodyDigest->from) + '}');
        text("hash", token(scheme.bodyDigest->hash));
        text("encoding", token(scheme.bodyDigest->encoding));
        m_writer.endObject();
    }
    QByteArrayList variants;
    for (const UrlVariant variant : scheme.urlVariants)
        variants.append(token(variant));
    texts("url_variants", variants);
    text("each", scheme.each);
    if (scheme.jsonFrom)
        text("json_from", signature::text(*scheme.jsonFrom));
    writeJws(scheme.jws);
    if (scheme.coversBody != signsBody(scheme))
        m_writer.name("covers_body").boolean(scheme.coversBody);
}

void SchemeWriter::writeSignature(const Scheme &scheme)
{
    m_writer.name("signature").beginObject();
    places("from", scheme.signature);
    writeForm(scheme.form);
    if (usesHash(scheme.type) || scheme.type == Type::Ed25519 || scheme.encoding != Encoding::Hex)
        text("encoding", token(scheme.encoding));
    m_writer.endObject();
}

void SchemeWriter::writeForm(const SignatureForm &form)
{
    m_writer.name("parse").beginObject();
    text("type", token(form.form));
    text("prefix", form.prefix);
    text("sep", form.separator);
    text("key", form.key);
    text("group_sep", form.groupSeparator);
    flag("quoted", form.quoted);
    text("tag", form.tag);
    text("tag_sep", form.tagSeparator);
    texts("positional", form.positional);
    text("pair_sep", form.pairSeparator);
    text("pointer", form.pointer);
    m_writer.endObject();
}

void SchemeWriter::writeTime(const TimeRule &rule)
{
    m_writer.name("timestamp").beginObject();
    text("from", signature::text(rule.from));
    text("unit", token(rule.unit));
    number("tolerance", rule.tolerance);
    text("direction", rule.pastOnly ? "past"_ba : "both"_ba);
    text("edge", rule.exclusive ? "exclusive"_ba : QByteArray());
    m_writer.endObject();
}

// A name in a JSON text: Writer::name() takes it as it stands.
QByteArray escaped(const QByteArray &name)
{
    json::Writer writer;
    writer.string(name);
    return writer.text().sliced(1).chopped(1);
}

void SchemeWriter::writeRequirements(const char *name, const QList<Requirement> &all, bool json)
{
    bool open = false;
    for (const Requirement &requirement : all) {
        if ((requirement.place.source == Source::Json) != json)
            continue;
        if (!open)
            m_writer.name(name).beginObject();
        open = true;
        const QByteArray key = json ? requirement.place.name : signature::text(requirement.place);
        m_writer.name(escaped(key)).string(requirement.value);
    }
    if (open)
        m_writer.endObject();
}

void SchemeWriter::writeJws(const JwsRule &jws)
{
    texts("algs", jws.algorithms);
    if (!jws.bind.isEmpty()) {
        m_writer.name("bind").beginArray();
        for (const ClaimRule &rule : jws.bind) {
            m_writer.beginObject();
            text("claim", rule.claim);
            text("equals", rule.equals.text);
            flag("optional", rule.optional);
            text("when", rule.withBody ? "body_present"_ba : QByteArray());
            text("when", rule.whenKnown ? "known"_ba : QByteArray());
            m_writer.endObject();
        }
        m_writer.endArray();
    }
    if (!jws.requireClaims.isEmpty()) {
        m_writer.name("require_claims").beginObject();
        for (const Requirement &requirement : jws.requireClaims)
            m_writer.name(escaped(requirement.place.name)).string(requirement.value);
        m_writer.endObject();
    }
    number("leeway", jws.leeway);
    number("max_age", jws.maxAge);
    flag("must_expire", jws.mustExpire);
    text("payload", jws.payload.text);
}

void SchemeWriter::pairs(const char *name, const QList<std::pair<QByteArray, QByteArray>> &all)
{
    if (all.isEmpty())
        return;
    m_writer.name(name).beginObject();
    for (const auto &[key, value] : all)
        m_writer.name(escaped(key)).string(value);
    m_writer.endObject();
}

void SchemeWriter::writeHandshake(const Handshake &handshake)
{
    m_writer.name("handshake").beginObject();
    text("method", handshake.method);
    text("challenge", signature::text(handshake.challenge));
    QList<std::pair<QByteArray, QByteArray>> required;
    for (const Requirement &requirement : handshake.require)
        required.append({signature::text(requirement.place), requirement.value});
    pairs("require", required);
    QList<std::pair<QByteArray, QByteArray>> fields;
    for (const http::Field &field : handshake.fields)
        fields.append({field.name, field.value});
    pairs("headers", fields);
    text("text", handshake.text);
    pairs("json", handshake.members);
    m_writer.endObject();
}

} // namespace

QByteArray writeScheme(const Scheme &scheme)
{
    const QByteArray compact = SchemeWriter().write(scheme);
    const auto parsed = json::Document::parse(compact);
    const auto *document = std::get_if<json::Document>(&parsed);
    const auto text = document ? json::indented(*document, 2 * largestSchemeFile) : std::nullopt;
    return text.value_or(compact) + '\n';
}

} // namespace signature
