// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/schemeguess.h"

#include "signature/digesttext.h"
#include "signature/schemejson.h"
#include "signature/verifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("signature::Guess", text); }

QString shown(const QByteArray &name) { return QString::fromUtf8(name); }

struct Reading {
    Encoding encoding = Encoding::Hex;
    Hash hash = Hash::Sha256;
};

std::optional<Hash> hashOfSize(qsizetype size)
{
    switch (size) {
    case 16:
        return Hash::Md5;
    case 20:
        return Hash::Sha1;
    case 32:
        return Hash::Sha256;
    case 48:
        return Hash::Sha384;
    case 64:
        return Hash::Sha512;
    default:
        return {};
    }
}

// As a digest: in the first encoding in which it has a digest's length.
std::optional<Reading> readValue(QByteArrayView value)
{
    for (const Encoding encoding : {Encoding::Hex, Encoding::Base64, Encoding::Base64Url}) {
        const auto bytes = decoded(value, encoding);
        if (const auto hash = bytes ? hashOfSize(bytes->size()) : std::nullopt)
            return Reading{encoding, *hash};
    }
    return {};
}

bool isNumber(QByteArrayView text, qsizetype digits)
{
    return text.size() == digits
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Unit> unitOf(QByteArrayView text)
{
    if (isNumber(text, 10))
        return Unit::Seconds;
    if (isNumber(text, 13))
        return Unit::Milliseconds;
    const bool date = text.size() >= 19 && text[4] == '-' && text[7] == '-' && text[13] == ':';
    return date ? std::optional(Unit::Iso8601) : std::nullopt;
}

// Puts together what the header fields show, one after the other.
class Guesser
{
public:
    Guesser(const http::Request &request, const Scheme &from)
        : m_request(request)
    {
        m_guess.scheme = from;
    }

    std::optional<SchemeGuess> guess();

private:
    bool takeSignature(const http::Field &field);
    bool takePlain(const http::Field &field);
    bool takeNamed(const http::Field &field);
    void takeReading(const http::Field &field, const Reading &reading);
    void takeTime();
    void takeNames();
    bool nameHas(const http::Field &field, std::initializer_list<QByteArrayView> words) const;

    const http::Request &m_request;
    SchemeGuess m_guess;
};

bool Guesser::nameHas(const http::Field &field, std::initializer_list<QByteArrayView> words) const
{
    const QByteArray name = field.name.toLower();
    return std::any_of(words.begin(), words.end(),
                       [&name](QByteArrayView word) { return name.contains(word.toByteArray()); });
}

std::optional<SchemeGuess> Guesser::guess()
{
    // A name that says what it is goes before a value that only looks so.
    for (const bool named : {true, false}) {
        for (const http::Field &field : m_request.fields) {
            const bool says = nameHas(field, {"signature", "hmac", "digest", "-sign", "-hash"});
            if (says == named && takeSignature(field)) {
                takeTime();
                takeNames();
                m_guess.scheme.message
                    = *parseTemplate(m_guess.scheme.time ? "{timestamp}.{body}" : "{body}");
                return m_guess;
            }
        }
    }
    return {};
}

bool Guesser::takeSignature(const http::Field &field)
{
    return takePlain(field) || takeNamed(field);
}

void Guesser::takeReading(const http::Field &field, const Reading &reading)
{
    m_guess.scheme.signature = {{Source::Header, field.name}};
    m_guess.scheme.encoding = reading.encoding;
    m_guess.scheme.hash = reading.hash;
    m_guess.scheme.time.reset();
}

// "abcd…", or with a word in front: "sha256=abcd…".
bool Guesser::takePlain(const http::Field &field)
{
    const QByteArrayView value = QByteArrayView(field.value).trimmed();
    const qsizetype mark = value.indexOf('=');
    const bool marked = mark > 0 && mark < 12 && !value.contains(',');
    for (const qsizetype start : {qsizetype(0), marked ? mark + 1 : qsizetype(0)}) {
        const auto reading = readValue(value.sliced(start));
        if (!reading)
            continue;
        takeReading(field, *reading);
        m_guess.scheme.form = {.prefix = value.first(start).toByteArray()};
        m_guess.found.append(tr("The signature stands in %1.").arg(shown(field.name)));
        return true;
    }
    return false;
}

// "t=1795428000,v1=abcd…"
bool Guesser::takeNamed(const http::Field &field)
{
    for (const char separator : {',', ';'}) {
        QByteArray time;
        std::optional<std::pair<QByteArray, Reading>> signature;
        for (const QByteArray &entry : field.value.split(separator)) {
            const qsizetype equals = entry.indexOf('=');
            const QByteArray key = entry.first(std::max<qsizetype>(equals, 0)).trimmed();
            const QByteArray value = entry.sliced(equals + 1).trimmed();
            if (key.isEmpty())
                continue;
            if (unitOf(value))
                time = key;
            else if (const auto reading = readValue(value); reading && !signature)
                signature = {key, *reading};
        }
        if (!signature || field.value.count(separator) == 0)
            continue;
        takeReading(field, signature->second);
        m_guess.scheme.form = {
            .form = Form::KeyValue, .separator = QByteArray(1, separator), .key = signature->first};
        m_guess.found.append(tr("The signature stands in %1, behind %2=.")
                                 .arg(shown(field.name), shown(signature->first)));
        if (!time.isEmpty()) {
            m_guess.scheme.time = TimeRule{.from = {Source::SignatureField, time}};
            m_guess.scheme.time->tolerance = 300;
            m_guess.found.append(tr("The time stands beside it, behind %1=.").arg(shown(time)));
        }
        return true;
    }
    return false;
}

void Guesser::takeTime()
{
    if (m_guess.scheme.time)
        return;
    for (const http::Field &field : m_request.fields) {
        const auto unit = unitOf(QByteArrayView(field.value).trimmed());
        if (!unit || !nameHas(field, {"time", "-ts", "date"}))
            continue;
        m_guess.scheme.time = TimeRule{.from = {Source::Header, field.name}, .unit = *unit};
        m_guess.scheme.time->tolerance = 300;
        m_guess.found.append(tr("The time stands in %1.").arg(shown(field.name)));
        return;
    }
}

void Guesser::takeNames()
{
    m_guess.scheme.deliveryId.clear();
    m_guess.scheme.eventType.clear();
    for (const http::Field &field : m_request.fields) {
        const bool id = nameHas(field, {"-id"})
            && nameHas(field, {"delivery", "webhook", "event", "message", "request"});
        Places &places = id ? m_guess.scheme.deliveryId : m_guess.scheme.eventType;
        if (!places.isEmpty() || (!id && !nameHas(field, {"-event", "-topic"})))
            continue;
        places = {{Source::Header, field.name}};
        m_guess.found.append(
            (id ? tr("The delivery's id stands in %1.") : tr("The event's type stands in %1."))
                .arg(shown(field.name)));
    }
}

// What senders sign most, with what this request has.
QByteArrayList layouts(const Scheme &scheme)
{
    if (!scheme.time)
        return {"{body}", "{url}{body}", "{method}{url}{body}"};
    QByteArrayList all{"{timestamp}.{body}",    "{timestamp}{body}", "{timestamp}:{body}",
                       "v0:{timestamp}:{body}", "{body}{timestamp}", "{body}"};
    if (!scheme.deliveryId.isEmpty())
        all.append('{' + text(scheme.deliveryId.first()) + "}.{timestamp}.{body}");
    return all;
}

bool fits(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
          const Context &context)
{
    return checkScheme(scheme)
        && verify(request, scheme, secrets, 0, context).signature == Signature::Verified;
}

} // namespace

std::optional<SchemeGuess> guessScheme(const http::Request &request, const Secrets &secrets,
                                       const Scheme &from, const Context &context)
{
    auto guess = Guesser(request, from).guess();
    if (!guess)
        return {};
    guess->scheme.type = Type::Hmac;
    guess->scheme.keyFormat.reset();
    guess->scheme.key = {{.kind = KeyStep::Kind::Utf8}};
    for (const QByteArray &layout : secrets.empty() ? QByteArrayList() : layouts(guess->scheme)) {
        for (const auto kind : {KeyStep::Kind::Utf8, KeyStep::Kind::Base64, KeyStep::Kind::Hex}) {
            Scheme tried = guess->scheme;
            tried.message = *parseTemplate(layout);
            tried.key = {{.kind = kind}};
            if (!fits(request, tried, secrets, context))
                continue;
            guess->scheme = tried;
            guess->verified = true;
            guess->found.append(tr("A stored secret signs %1 so.").arg(shown(layout)));
            return guess;
        }
    }
    return guess;
}

} // namespace signature
