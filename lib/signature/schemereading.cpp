// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/jsonmembers.h"
#include "signature/schemejson.h"
#include "signature/schemewords.h"

namespace signature
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Turns the JSON into a scheme; what is wrong lands in the fault, the first of it.
class SchemeReader
{
    Q_DECLARE_TR_FUNCTIONS(signature::SchemeReader)

public:
    Scheme read(JsonMembers file);

    JsonFault fault;

private:
    void readAbout(JsonMembers &file);
    void readRule(JsonMembers rule);
    void readKey(JsonMembers &rule);
    void readSignature(JsonMembers signature);
    void readForm(JsonMembers parse);
    void readTime(JsonMembers time);
    void readRequirements(JsonMembers &rule);
    void readBodyDigest(JsonMembers digest);
    void readJws(JsonMembers &rule);
    void readHandshake(JsonMembers handshake);

    template <typename Enum> Enum word(JsonMembers &in, const char *name, Enum fallback);
    Place place(JsonMembers &in, const char *name, const QByteArray &text);
    Places places(JsonMembers &in, const char *name);
    MessageTemplate messageTemplate(JsonMembers &in, const char *name);

    Scheme m_scheme;
};

template <typename Enum> Enum SchemeReader::word(JsonMembers &in, const char *name, Enum fallback)
{
    const auto text = in.text(name);
    if (!text)
        return fallback;
    const auto value = fromToken<Enum>(*text);
    if (!value)
        in.fail(name, tr("unknown word “%1”").arg(QString::fromUtf8(*text)));
    return value.value_or(fallback);
}

Place SchemeReader::place(JsonMembers &in, const char *name, const QByteArray &text)
{
    const auto place = placeFromText(text);
    if (!place)
        in.fail(name, tr("unknown place “%1”").arg(QString::fromUtf8(text)));
    return place.value_or(Place());
}

Places SchemeReader::places(JsonMembers &in, const char *name)
{
    Places all;
    for (const QByteArray &text : in.texts(name))
        all.append(place(in, name, text));
    return all;
}

MessageTemplate SchemeReader::messageTemplate(JsonMembers &in, const char *name)
{
    const auto text = in.text(name);
    if (!text)
        return {};
    const auto message = parseTemplate(*text);
    if (!message)
        in.fail(name, message.error().why);
    return message ? *message : MessageTemplate();
}

Scheme SchemeReader::read(JsonMembers file)
{
    readAbout(file);
    JsonMembers rule = file.object("verify", {});
    if (!rule.exists())
        file.fail("verify", tr("is missing"));
    readRule(rule);
    readHandshake(file.object("handshake"));
    file.finish();
    return m_scheme;
}

void SchemeReader::readAbout(JsonMembers &file)
{
    m_scheme.id = QString::fromUtf8(file.requiredText("id"));
    m_scheme.name = QString::fromUtf8(file.requiredText("name"));
    m_scheme.family = QString::fromUtf8(file.text("family").value_or(QByteArray()));
    m_scheme.trust = word(file, "evidence", Trust::Own);
    const auto confirmed = [&](const char *name) {
        const auto text = file.text(name);
        if (text && *text != "verified" && *text != "likely")
            file.fail(name, tr("unknown word “%1”").arg(QString::fromUtf8(*text)));
        return text == "verified"_ba;
    };
    m_scheme.confirmed = confirmed("confidence");
    m_scheme.placesConfirmed = confirmed("locations_confidence");
    m_scheme.secretNote = QString::fromUtf8(file.text("secret_format").value_or(QByteArray()));
    for (const QByteArray &quirk : file.texts("quirks"))
        m_scheme.quirks.append(QString::fromUtf8(quirk));
    for (const QByteArray &source : file.texts("sources"))
        m_scheme.sources.append(QString::fromUtf8(source));
    m_scheme.eventType = places(file, "event_type_location");
    m_scheme.deliveryId = places(file, "delivery_id_location");
    m_scheme.account = places(file, "account_location");
}

void SchemeReader::readRule(JsonMembers rule)
{
    if (!rule.exists())
        return;
    if (!rule.has("type"))
        rule.fail("type", tr("is missing"));
    m_scheme.type = word(rule, "type", Type::Hmac);
    m_scheme.hash = word(rule, "hash", Hash::Sha256);
    readKey(rule);
    readSignature(rule.object("signature"));
    m_scheme.message = messageTemplate(rule, "message");
    m_scheme.otherMessage = messageTemplate(rule, "other_message");
    readTime(rule.object("timestamp"));
    readRequirements(rule);
    readBodyDigest(rule.object("body_digest"));
    for (const QByteArray &text : rule.texts("url_variants")) {
        const auto variant = fromToken<UrlVariant>(text);
        if (!variant)
            rule.fail("url_variants", tr("unknown word “%1”").arg(QString::fromUtf8(text)));
        m_scheme.urlVariants.append(variant.value_or(UrlVariant::AsIs));
    }
    m_scheme.each = rule.text("each").value_or(QByteArray());
    if (const auto from = rule.text("json_from"))
        m_scheme.jsonFrom = place(rule, "json_from", *from);
    readJws(rule);
    m_scheme.coversBody = rule.flag("covers_body").value_or(signsBody(m_scheme));
    rule.finish();
}

void SchemeReader::readKey(JsonMembers &rule)
{
    for (const QByteArray &text : rule.texts("key")) {
        const auto step = keyStepFromToken(text);
        if (!step)
            rule.fail("key", tr("unknown step “%1”").arg(QString::fromUtf8(text)));
        m_scheme.key.append(step.value_or(KeyStep()));
    }
    if (rule.has("key_format"))
        m_scheme.keyFormat = word(rule, "key_format", KeyFormat::Pem);
}

void SchemeReader::readSignature(JsonMembers signature)
{
    if (!signature.exists())
        return;
    m_scheme.signature = places(signature, "from");
    readForm(signature.object("parse"));
    m_scheme.encoding = word(signature, "encoding", Encoding::Hex);
    signature.finish();
}

void SchemeReader::readForm(JsonMembers parse)
{
    if (!parse.exists())
        return;
    SignatureForm &form = m_scheme.form;
    const QByteArray type = parse.text("type").value_or("plain");
    const auto known = fromToken<Form>(type);
    if (!known)
        parse.fail({}, tr("unknown form “%1”").arg(QString::fromUtf8(type)));
    form.form = known.value_or(Form::Plain);
    form.prefix = parse.text("prefix").value_or(QByteArray());
    form.separator = parse.text("sep").value_or(QByteArray());
    form.key = parse.text("key").value_or(QByteArray());
    form.groupSeparator = parse.text("group_sep").value_or(QByteArray());
    form.quoted = parse.flag("quoted").value_or(false);
    form.tag = parse.text("tag").value_or(QByteArray());
    form.tagSeparator = parse.text("tag_sep").value_or(QByteArray());
    form.positional = parse.texts("positional");
    form.pairSeparator = parse.text("pair_sep").value_or(QByteArray());
    form.pointer = parse.text("pointer").value_or(QByteArray());
    parse.finish();
}

void SchemeReader::readTime(JsonMembers time)
{
    if (!time.exists())
        return;
    TimeRule rule;
    rule.from = place(time, "from", time.requiredText("from"));
    rule.unit = word(time, "unit", Unit::Seconds);
    rule.tolerance = time.number("tolerance");
    const auto either = [&](const char *name, QByteArrayView no, QByteArrayView yes) {
        const auto text = time.text(name);
        if (text && *text != no && *text != yes)
            time.fail(name, tr("unknown word “%1”").arg(QString::fromUtf8(*text)));
        return text && *text == yes;
    };
    rule.pastOnly = either("direction", "both", "past");
    rule.exclusive = either("edge", "inclusive", "exclusive");
    time.finish();
    m_scheme.time = rule;
}

void SchemeReader::readRequirements(JsonMembers &rule)
{
    for (const auto &[name, value] : rule.object("require").pairs())
        m_scheme.require.append({place(rule, "require", name), value});
    for (const auto &[name, value] : rule.object("require_json").pairs())
        m_scheme.require.append({place(rule, "require_json", "json:" + name), value});
}

// The place stands in braces, as in a template: "{query:bodySHA256}".
void SchemeReader::readBodyDigest(JsonMembers digest)
{
    if (!digest.exists())
        return;
    QByteArray from = digest.requiredText("from");
    if (from.startsWith('{') && from.endsWith('}'))
        from = from.sliced(1).chopped(1);
    BodyDigest rule{.from = place(digest, "from", from)};
    rule.hash = word(digest, "hash", Hash::Sha256);
    rule.encoding = word(digest, "encoding", Encoding::Hex);
    digest.finish();
    m_scheme.bodyDigest = rule;
}

void SchemeReader::readJws(JsonMembers &rule)
{
    JwsRule &jws = m_scheme.jws;
    jws.algorithms = rule.texts("algs");
    for (JsonMembers bind : rule.objects("bind")) {
        ClaimRule claim{.claim = bind.requiredText("claim"),
                        .equals = messageTemplate(bind, "equals"),
                        .optional = bind.flag("optional").value_or(false)};
        const auto when = bind.text("when");
        if (when && *when != "body_present" && *when != "known")
            bind.fail("when", tr("unknown word “%1”").arg(QString::fromUtf8(*when)));
        claim.withBody = when == "body_present"_ba;
        claim.whenKnown = when == "known"_ba;
        bind.finish();
        jws.bind.append(claim);
    }
    for (const auto &[name, value] : rule.object("require_claims").pairs())
        jws.requireClaims.append({{Source::Claim, name}, value});
    jws.leeway = rule.number("leeway");
    jws.maxAge = rule.number("max_age");
    jws.mustExpire = rule.flag("must_expire").value_or(false);
    jws.payload = messageTemplate(rule, "payload");
}

void SchemeReader::readHandshake(JsonMembers handshake)
{
    if (!handshake.exists())
        return;
    Handshake rule{.method = handshake.requiredText("method"),
                   .challenge = place(handshake, "challenge", handshake.requiredText("challenge"))};
    for (const auto &[name, value] : handshake.object("require").pairs())
        rule.require.append({place(handshake, "require", name), value});
    for (const auto &[name, value] : handshake.object("headers").pairs())
        rule.fields.append(http::Field{name, value});
    rule.text = handshake.text("text").value_or(QByteArray());
    rule.members = handshake.object("json").pairs();
    handshake.finish();
    m_scheme.handshake = rule;
}

} // namespace

core::Result<Scheme> readScheme(const QByteArray &json)
{
    const auto refusal = [](const QString &why) {
        return core::Error{
            core::ErrorKind::Usage,
            QCoreApplication::translate("signature::SchemeReader", "Cannot read the scheme."), why};
    };
    if (json.size() > largestSchemeFile)
        return refusal(
            QCoreApplication::translate("signature::SchemeReader", "It is larger than %1 bytes.")
                .arg(largestSchemeFile));
    const auto parsed = json::Document::parse(json);
    if (const auto *error = std::get_if<json::SyntaxError>(&parsed))
        return refusal(json::describe(*error));
    SchemeReader reader;
    const auto &document = std::get<json::Document>(parsed);
    const Scheme scheme = reader.read(JsonMembers(document, 0, {}, reader.fault));
    if (!reader.fault.text.isEmpty())
        return refusal(reader.fault.text);
    if (const core::Status fits = checkScheme(scheme); !fits)
        return refusal(fits.error().why);
    return scheme;
}

} // namespace signature
