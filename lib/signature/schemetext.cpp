// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/schemetext.h"

#include "signature/digesttext.h"
#include "signature/explanationtext.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("signature::SchemeText", text); }

QString hashText(Hash hash)
{
    switch (hash) {
    case Hash::Md5:
        return QStringLiteral("MD5");
    case Hash::Sha1:
        return QStringLiteral("SHA-1");
    case Hash::Sha256:
        return QStringLiteral("SHA-256");
    case Hash::Sha384:
        return QStringLiteral("SHA-384");
    case Hash::Sha512:
        return QStringLiteral("SHA-512");
    }
    Q_UNREACHABLE();
}

QString written(const QString &value, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Hex:
        return tr("%1, written in hex").arg(value);
    case Encoding::Base64:
        return tr("%1, written in Base64").arg(value);
    case Encoding::Base64Url:
        return tr("%1, written in Base64 for URLs").arg(value);
    }
    Q_UNREACHABLE();
}

QString hmacText(Hash hash) { return QStringLiteral("HMAC-") + hashText(hash).remove(u'-'); }

QString stepText(const KeyStep &step)
{
    switch (step.kind) {
    case KeyStep::Kind::Utf8:
        return {};
    case KeyStep::Kind::Base64:
        return tr("decoded from Base64");
    case KeyStep::Kind::Hex:
        return tr("decoded from hex");
    case KeyStep::Kind::StripPrefix:
        return tr("without “%1” in front").arg(quotable(step.text));
    case KeyStep::Kind::Base64Behind:
        return tr("decoded from Base64 behind “%1” where it begins with that")
            .arg(quotable(step.text));
    case KeyStep::Kind::Suffix:
        return tr("with “%1” behind it").arg(quotable(step.text));
    case KeyStep::Kind::Nfkd:
        return tr("in Unicode's form NFKD");
    case KeyStep::Kind::Sha1:
        return tr("hashed with SHA-1");
    }
    Q_UNREACHABLE();
}

QString separatorText(QByteArrayView text)
{
    if (text == ".")
        return tr("full stop");
    if (text == ":")
        return tr("colon");
    if (text == ",")
        return tr("comma");
    if (text == ";")
        return tr("semicolon");
    if (text == "|")
        return tr("vertical bar");
    if (text == " ")
        return tr("space");
    return tr("“%1”").arg(quotable(text));
}

QStringList literalTexts(QByteArrayView text)
{
    QStringList words;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const QByteArrayView line = end < 0 ? text.sliced(at) : text.sliced(at, end - at);
        if (!line.isEmpty())
            words += separatorText(line);
        if (end < 0)
            break;
        words += tr("line feed");
        at = end + 1;
    }
    return words;
}

QString filtered(const QString &value, Filter filter)
{
    switch (filter) {
    case Filter::Lower:
        return tr("%1 in lower case").arg(value);
    case Filter::Trim:
        return tr("%1 without white space around it").arg(value);
    case Filter::Optional:
    case Filter::NonEmpty:
        return value;
    case Filter::Sha256Hex:
        return tr("SHA-256 of %1 in hex").arg(value);
    case Filter::Sha256Base64:
        return tr("SHA-256 of %1 in Base64").arg(value);
    case Filter::Crc32:
        return tr("CRC-32 of %1").arg(value);
    case Filter::JsonSorted:
        return tr("%1 as JSON with sorted keys").arg(value);
    case Filter::EscapeQuery:
        return tr("%1 with an escaped query").arg(value);
    case Filter::EncodeUri:
        return tr("percent-encoded %1").arg(value);
    }
    Q_UNREACHABLE();
}

QStringList segmentTexts(const Segment &segment)
{
    if (segment.place.source == Source::Literal)
        return literalTexts(segment.place.name);
    QString value = segment.place.source == Source::ListedHeaders
        ? tr("the headers that %1 lists").arg(placeText(segment.list))
        : placeText(segment.place);
    for (const Filter filter : segment.filters)
        value = filtered(value, filter);
    return {value};
}

QString templateText(const MessageTemplate &message)
{
    const QList<Segment> &segments = message.segments;
    QStringList words;
    for (qsizetype at = 0; at < segments.size();) {
        const int group = segments[at].group;
        QStringList together;
        do {
            together += segmentTexts(segments[at]);
            ++at;
        } while (group >= 0 && at < segments.size() && segments[at].group == group);
        words += group < 0 ? together.join(tr(", "))
                           : tr("(%1, where there is one)").arg(together.join(tr(", ")));
    }
    return words.join(tr(", "));
}

} // namespace

QString algorithmText(const Scheme &scheme)
{
    switch (scheme.type) {
    case Type::Hmac:
        return written(hmacText(scheme.hash), scheme.encoding);
    case Type::KeyedDigest:
        return written(tr("%1 of a text with the secret in it").arg(hashText(scheme.hash)),
                       scheme.encoding);
    case Type::Ed25519:
        return written(tr("Ed25519 signature"), scheme.encoding);
    case Type::Ecdsa:
        return written(tr("ECDSA signature with %1").arg(hashText(scheme.hash)), scheme.encoding);
    case Type::Rsa:
        return written(tr("RSA signature with %1").arg(hashText(scheme.hash)), scheme.encoding);
    case Type::Jws:
        return tr("signed token (JWS, %1)")
            .arg(QString::fromLatin1(scheme.jws.algorithms.join(", ")));
    case Type::Token:
        return tr("token: the secret itself is sent");
    case Type::Basic:
        return tr("basic authentication: user name and password are sent");
    }
    Q_UNREACHABLE();
}

QString messageText(const Scheme &scheme)
{
    if (scheme.type == Type::Jws)
        return scheme.jws.payload.isEmpty()
            ? tr("the token's header, full stop, the token's payload")
            : tr("the token's header, full stop, in Base64 for URLs: %1")
                  .arg(templateText(scheme.jws.payload));
    const QString message = templateText(scheme.message);
    return scheme.otherMessage.isEmpty()
        ? message
        : tr("%1; or %2").arg(message, templateText(scheme.otherMessage));
}

QString keyText(const Scheme &scheme)
{
    QStringList steps;
    for (const KeyStep &step : scheme.key) {
        if (const QString text = stepText(step); !text.isEmpty())
            steps += text;
    }
    return steps.join(tr(", "));
}

QString placeText(const Place &place)
{
    const QString name = quotable(place.name);
    switch (place.source) {
    case Source::Literal:
        return literalTexts(place.name).join(tr(", "));
    case Source::Body:
        return tr("body");
    case Source::Timestamp:
        return tr("timestamp");
    case Source::Header:
    case Source::NumberedHeader:
        return tr("header %1").arg(name);
    case Source::SignatureField:
        return tr("“%1” beside the signature").arg(name);
    case Source::Method:
        return tr("method");
    case Source::Url:
        return tr("URL");
    case Source::UrlWithoutQuery:
        return tr("URL without its query");
    case Source::UrlWithForm:
        return tr("URL with the sorted query and form fields");
    case Source::Path:
        return tr("path");
    case Source::Target:
        return tr("path and query");
    case Source::Query:
        return tr("query parameter “%1”").arg(name);
    case Source::Form:
        return tr("form field “%1”").arg(name);
    case Source::FormSorted:
        return tr("names and values of the form fields, sorted");
    case Source::FormJson:
        return tr("form fields as JSON");
    case Source::Json:
        return tr("the body's value at %1").arg(name);
    case Source::Item:
        return tr("the element's value at %1").arg(name);
    case Source::Secret:
        return tr("secret");
    case Source::Config:
        return tr("“%1” of your own set-up").arg(name);
    case Source::ListedHeaders:
        return tr("listed headers");
    case Source::Claim:
        return tr("claim “%1”").arg(name);
    case Source::JoseHeader:
        return tr("the token header's value at %1").arg(name);
    }
    Q_UNREACHABLE();
}

bool isComputed(const Scheme &scheme)
{
    if (scheme.keyFormat)
        return false;
    return scheme.type == Type::Hmac || scheme.type == Type::KeyedDigest
        || scheme.type == Type::Jws;
}

std::optional<qsizetype> signatureLength(const Scheme &scheme)
{
    constexpr size_t ed25519Size = 64; // RFC 8032, 5.1.6
    switch (scheme.type) {
    case Type::Hmac:
    case Type::KeyedDigest:
        return textLength(scheme.encoding, digestSize(scheme.hash));
    case Type::Ed25519:
        return textLength(scheme.encoding, ed25519Size);
    case Type::Ecdsa:
    case Type::Rsa:
    case Type::Jws:
    case Type::Token:
    case Type::Basic:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArrayList parameterNames(const Scheme &scheme)
{
    QByteArrayList names;
    const auto add = [&names](const MessageTemplate &message) {
        for (const Segment &segment : message.segments) {
            if (segment.place.source == Source::Config && !names.contains(segment.place.name))
                names.append(segment.place.name);
        }
    };
    add(scheme.message);
    add(scheme.jws.payload);
    for (const ClaimRule &rule : scheme.jws.bind)
        add(rule.equals);
    return names;
}

} // namespace signature
