// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/handshakeanswer.h"
#include "signature/schemejson.h"
#include "signature/schemewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signature
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// RFC 7518, 3.1, and RFC 8037; "none" is none of them.
constexpr std::array<QByteArrayView, 10> jwsAlgorithms{"HS256", "HS384", "HS512", "RS256", "RS384",
                                                       "RS512", "ES256", "ES384", "ES512", "EdDSA"};

// No sender comes near these; what a file from anybody asks for stays cheap.
constexpr qsizetype mostEntries = 16; // of a list
constexpr qsizetype mostEventPlaces = 8;
constexpr qsizetype mostWholeBodies = 4; // in what is signed
constexpr qsizetype mostListings = 2; // of headers that another one names
constexpr qsizetype mostValues = 32; // of the JSON

bool isPublicKeyType(Type type)
{
    return type == Type::Ed25519 || type == Type::Ecdsa || type == Type::Rsa;
}

bool signsMessage(Type type)
{
    return type == Type::Hmac || type == Type::KeyedDigest || isPublicKeyType(type);
}

bool isOfUrl(Source source)
{
    return source == Source::Url || source == Source::UrlWithoutQuery || source == Source::Path
        || source == Source::Target;
}

// RFC 9110, 5.6.2.
bool isFieldName(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        const char letter = char(c | 0x20);
        return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

// Looks whether the parts fit together; the first misfit is kept, with its place.
class SchemeCheck
{
    Q_DECLARE_TR_FUNCTIONS(signature::SchemeCheck)

public:
    explicit SchemeCheck(const Scheme &scheme)
        : m_scheme(scheme)
    {
    }

    QString misfit()
    {
        checkName();
        checkKey();
        checkSignature();
        checkForm();
        checkTemplate("message", m_scheme.message);
        checkTemplate("other_message", m_scheme.otherMessage);
        checkMessage();
        checkTime();
        checkRequirements();
        checkCost();
        if (m_scheme.bodyDigest)
            checkPlace("body_digest.from", m_scheme.bodyDigest->from);
        checkJws();
        if (m_scheme.handshake)
            checkHandshake(*m_scheme.handshake);
        return m_misfit;
    }

private:
    void checkName();
    void checkKey();
    void checkSignature();
    void checkForm();
    void checkMessage();
    void checkTemplate(const char *name, const MessageTemplate &message);
    void checkPlace(const char *name, const Place &place);
    void checkTime();
    void checkRequirements();
    void checkCost();
    void checkJws();
    void checkHandshake(const Handshake &handshake);

    void demandAtMost(qsizetype most, qsizetype count, const char *name)
    {
        demand(count <= most, name, tr("more than %1 entries").arg(most));
    }
    void demand(bool fits, const char *name, const QString &phrase)
    {
        if (!fits && m_misfit.isEmpty())
            m_misfit = QString::fromLatin1(name) + ": "_L1 + phrase;
    }

    const Scheme &m_scheme;
    QString m_misfit;
};

void SchemeCheck::checkName()
{
    const QString &id = m_scheme.id;
    const bool plain = std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    });
    demand(plain && !id.isEmpty() && id.size() <= 64, "id",
           tr("1 to 64 small letters, digits, “_” and “-” are expected"));
    demand(!m_scheme.name.trimmed().isEmpty() && m_scheme.name.size() <= 200, "name",
           tr("1 to 200 characters are expected"));
}

void SchemeCheck::checkKey()
{
    const bool derived = m_scheme.type == Type::Hmac;
    demand(!derived || !m_scheme.key.isEmpty(), "key", tr("is missing"));
    demand(!isPublicKeyType(m_scheme.type) || m_scheme.keyFormat, "key_format", tr("is missing"));
    demand(!m_scheme.keyFormat || m_scheme.key.isEmpty(), "key",
           tr("does not go with “key_format”"));
    demand(m_scheme.key.size() <= 8, "key", tr("more than %1 steps").arg(8));
    const bool allowsPublicKey = isPublicKeyType(m_scheme.type) || m_scheme.type == Type::Jws;
    demand(allowsPublicKey || !m_scheme.keyFormat, "key_format", tr("does not go with the type"));
    const bool edwards = m_scheme.keyFormat == KeyFormat::Ed25519Hex
        || m_scheme.keyFormat == KeyFormat::Ed25519Base64;
    demand(!edwards || m_scheme.type == Type::Ed25519 || m_scheme.type == Type::Jws, "key_format",
           tr("does not go with the type"));
}

void SchemeCheck::checkSignature()
{
    demand(!m_scheme.signature.isEmpty(), "signature.from", tr("is missing"));
    demand(m_scheme.signature.size() <= 8, "signature.from", tr("more than %1 places").arg(8));
    for (const Place &place : m_scheme.signature) {
        const Source from = place.source;
        const bool holds = from == Source::Header || from == Source::NumberedHeader
            || from == Source::Json || from == Source::Item || from == Source::Form
            || from == Source::Query;
        demand(holds, "signature.from", tr("a signature cannot stand there"));
        checkPlace("signature.from", place);
    }
}

void SchemeCheck::checkForm()
{
    const SignatureForm &form = m_scheme.form;
    const bool several = form.form != Form::Plain && form.form != Form::Base64Json;
    demand(!several || !form.separator.isEmpty(), "signature.parse.sep", tr("is missing"));
    demand(form.form != Form::KeyValue || !form.key.isEmpty(), "signature.parse.key",
           tr("is missing"));
    const bool tags = form.form == Form::TagList;
    demand(!tags || !form.tag.isEmpty(), "signature.parse.tag", tr("is missing"));
    demand(!tags || !form.tagSeparator.isEmpty(), "signature.parse.tag_sep", tr("is missing"));
    demand(form.form != Form::Pairs || !form.pairSeparator.isEmpty(), "signature.parse.pair_sep",
           tr("is missing"));
    demand(form.form != Form::Base64Json || form.pointer.startsWith('/'), "signature.parse.pointer",
           tr("a JSON pointer is expected"));
}

void SchemeCheck::checkMessage()
{
    const bool has = !m_scheme.message.isEmpty();
    demand(has || !signsMessage(m_scheme.type), "message", tr("is missing"));
    demand(!has || signsMessage(m_scheme.type), "message", tr("does not go with the type"));
    demand(m_scheme.otherMessage.isEmpty() || m_scheme.type == Type::Hmac, "other_message",
           tr("does not go with the type"));
    demand(m_scheme.type != Type::KeyedDigest || m_scheme.message.uses(Source::Secret), "message",
           tr("a digest without {secret} proves nothing"));
    demand(m_scheme.each.isEmpty() || m_scheme.each.startsWith('/'), "each",
           tr("a JSON pointer is expected"));
    if (m_scheme.jsonFrom) {
        const Source from = m_scheme.jsonFrom->source;
        demand(from == Source::Form || from == Source::Query || from == Source::Header, "json_from",
               tr("JSON cannot stand there"));
        checkPlace("json_from", *m_scheme.jsonFrom);
    }
}

void SchemeCheck::checkTime()
{
    if (!m_scheme.time)
        return;
    const Source from = m_scheme.time->from.source;
    const bool holds = from == Source::Header || from == Source::SignatureField
        || from == Source::Json || from == Source::Form || from == Source::Query;
    demand(holds, "timestamp.from", tr("a timestamp cannot stand there"));
    checkPlace("timestamp.from", m_scheme.time->from);
    demand(m_scheme.type != Type::Jws, "timestamp", tr("a JWS carries its own"));
}

void SchemeCheck::checkRequirements()
{
    demandAtMost(mostEntries, m_scheme.require.size(), "require");
    for (const Requirement &requirement : m_scheme.require)
        checkPlace("require", requirement.place);
    demandAtMost(mostEventPlaces, m_scheme.eventType.size(), "event_type_location");
    demandAtMost(mostEventPlaces, m_scheme.deliveryId.size(), "delivery_id_location");
    demandAtMost(mostEventPlaces, m_scheme.account.size(), "account_location");
    demandAtMost(mostEntries, m_scheme.form.positional.size(), "signature.parse.positional");
    demandAtMost(mostEntries, m_scheme.urlVariants.size(), "url_variants");
}

// How much one request can make this scheme look at.
void SchemeCheck::checkCost()
{
    const auto check = [this](const char *name, const MessageTemplate &message) {
        qsizetype bodies = 0;
        qsizetype listings = 0;
        qsizetype values = 0;
        for (const Segment &segment : message.segments) {
            const Source from = segment.place.source;
            bodies += from == Source::Body || from == Source::FormSorted || from == Source::FormJson
                || from == Source::UrlWithForm;
            listings += from == Source::ListedHeaders;
            values += from == Source::Json || from == Source::Item;
        }
        demand(bodies <= mostWholeBodies, name,
               tr("the body stands in it more than %1 times").arg(mostWholeBodies));
        demand(listings <= mostListings, name,
               tr("more than %1 lists of headers").arg(mostListings));
        demand(values <= mostValues, name, tr("more than %1 values of the body").arg(mostValues));
    };
    check("message", m_scheme.message);
    check("other_message", m_scheme.otherMessage);
    check("payload", m_scheme.jws.payload);
    for (const ClaimRule &rule : m_scheme.jws.bind)
        check("bind.equals", rule.equals);
}

void SchemeCheck::checkTemplate(const char *name, const MessageTemplate &message)
{
    for (const Segment &segment : message.segments) {
        if (segment.place.source == Source::ListedHeaders)
            checkPlace(name, segment.list);
        else if (segment.place.source != Source::Literal)
            checkPlace(name, segment.place);
        demand(segment.filters.size() <= 8, name, tr("more than %1 filters").arg(8));
        for (const Filter filter : segment.filters) {
            const bool forUrls = filter == Filter::EscapeQuery || filter == Filter::EncodeUri;
            demand(!forUrls || isOfUrl(segment.place.source), name,
                   tr("“%1” goes with a URL only").arg(QString::fromLatin1(word(filter))));
        }
    }
}

void SchemeCheck::checkPlace(const char *name, const Place &place)
{
    QByteArray header = place.name;
    switch (place.source) {
    case Source::NumberedHeader:
        header.replace("{n}", "1");
        [[fallthrough]];
    case Source::Header:
        return demand(isFieldName(header), name,
                      tr("“%1” is no header's name").arg(QString::fromUtf8(place.name)));
    case Source::Item:
        return demand(!m_scheme.each.isEmpty(), name, tr("“item:” goes with “each” only"));
    case Source::Timestamp:
        return demand(m_scheme.time.has_value(), name, tr("{timestamp} needs a timestamp"));
    case Source::Claim:
    case Source::JoseHeader:
        return demand(m_scheme.type == Type::Jws, name, tr("only a JWS has claims"));
    default:
        return;
    }
}

void SchemeCheck::checkJws()
{
    const JwsRule &jws = m_scheme.jws;
    const bool isJws = m_scheme.type == Type::Jws;
    demand(isJws || jws == JwsRule(), "bind", tr("does not go with the type"));
    demand(!isJws || !jws.algorithms.isEmpty(), "algs", tr("is missing"));
    demandAtMost(mostEntries, jws.algorithms.size(), "algs");
    demandAtMost(mostEntries, jws.bind.size(), "bind");
    demandAtMost(mostEntries, jws.requireClaims.size(), "require_claims");
    for (const QByteArray &algorithm : jws.algorithms) {
        const bool known = std::find(jwsAlgorithms.begin(), jwsAlgorithms.end(), algorithm)
            != jwsAlgorithms.end();
        demand(known, "algs", tr("unknown algorithm “%1”").arg(QString::fromUtf8(algorithm)));
    }
    for (const ClaimRule &rule : jws.bind) {
        demand(!rule.equals.isEmpty(), "bind.equals", tr("is missing"));
        checkTemplate("bind.equals", rule.equals);
    }
    checkTemplate("payload", jws.payload);
}

void SchemeCheck::checkHandshake(const Handshake &handshake)
{
    const auto answerable = [this](const QByteArray &text) {
        demand(knownPieces(text), "handshake",
               tr("“%1” has an unknown piece").arg(QString::fromUtf8(text)));
    };
    demand(isFieldName(handshake.method), "handshake.method", tr("that is no method"));
    checkPlace("handshake.challenge", handshake.challenge);
    for (const Requirement &requirement : handshake.require)
        checkPlace("handshake.require", requirement.place);
    for (const http::Field &field : handshake.fields) {
        checkPlace("handshake.headers", {Source::Header, field.name});
        answerable(field.value);
    }
    answerable(handshake.text);
    for (const auto &[name, text] : handshake.members)
        answerable(text);
    demand(handshake.text.isEmpty() || handshake.members.isEmpty(), "handshake",
           tr("“text” and “json” do not go together"));
}

bool readsBody(const MessageTemplate &message)
{
    return message.uses(Source::Body) || message.uses(Source::FormSorted)
        || message.uses(Source::FormJson);
}

} // namespace

core::Status checkScheme(const Scheme &scheme)
{
    const QString misfit = SchemeCheck(scheme).misfit();
    if (misfit.isEmpty())
        return core::Done();
    return core::Error{
        core::ErrorKind::Usage,
        QCoreApplication::translate("signature::SchemeCheck", "Cannot use the scheme."), misfit};
}

void makeOwn(Scheme &scheme)
{
    scheme.trust = Trust::Own;
    scheme.confirmed = false;
    scheme.placesConfirmed = false;
    scheme.coversBody = scheme.coversBody && signsBody(scheme);
}

bool readsForm(const Scheme &scheme)
{
    const MessageTemplate &message = scheme.message;
    return message.uses(Source::Form) || message.uses(Source::FormSorted)
        || message.uses(Source::FormJson) || message.uses(Source::UrlWithForm)
        || (scheme.jsonFrom && scheme.jsonFrom->source == Source::Form)
        || scheme.signature.constFirst().source == Source::Form;
}

bool signsBody(const Scheme &scheme)
{
    return readsBody(scheme.message) || scheme.bodyDigest || readsBody(scheme.jws.payload)
        || std::any_of(scheme.jws.bind.begin(), scheme.jws.bind.end(), [](const ClaimRule &rule) {
               return !rule.optional && readsBody(rule.equals);
           });
}

} // namespace signature
