// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/schemeguess.h"

#include "signature/guessedvalue.h"
#include "signature/schemejson.h"
#include "signature/verifier.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 usualTolerance = 300; // in seconds

QString tr(const char *text) { return QCoreApplication::translate("signature::Guess", text); }

QString shown(const QByteArray &name) { return QString::fromUtf8(name); }

// Puts together what the header fields show, one after the other.
class Guesser
{
public:
    Guesser(const http::Request &request, const Scheme &from)
        : m_request(request)
        , m_from(from)
    {
        m_guess.scheme = from;
    }

    std::optional<SchemeGuess> guess();

private:
    bool takeSignature(const http::Field &field);
    bool takePlain(const http::Field &field);
    bool takeNamed(const http::Field &field);
    void takeValue(const http::Field &field, const GuessedValue &reading);
    void takeTime();
    void takeNames();
    void takeMessage();
    void setTime(const Place &from, Unit unit);
    bool nameHas(const http::Field &field, std::initializer_list<QByteArrayView> words) const;

    const http::Request &m_request;
    const Scheme &m_from;
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
                takeMessage();
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

void Guesser::takeValue(const http::Field &field, const GuessedValue &reading)
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
        const auto reading = readGuessedValue(m_from, value.sliced(start));
        if (!reading)
            continue;
        takeValue(field, *reading);
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
        std::pair<QByteArray, Unit> time{{}, Unit::Seconds};
        std::optional<std::pair<QByteArray, GuessedValue>> signature;
        for (const QByteArray &entry : field.value.split(separator)) {
            const qsizetype equals = entry.indexOf('=');
            const QByteArray key = entry.first(std::max<qsizetype>(equals, 0)).trimmed();
            const QByteArray value = entry.sliced(equals + 1).trimmed();
            if (key.isEmpty())
                continue;
            if (const auto unit = guessedUnit(value))
                time = {key, *unit};
            else if (const auto reading = readGuessedValue(m_from, value); reading && !signature)
                signature = {key, *reading};
        }
        if (!signature || field.value.count(separator) == 0)
            continue;
        takeValue(field, signature->second);
        const bool named = m_from.form.form == Form::KeyValue;
        m_guess.scheme.form = named ? m_from.form : SignatureForm{.form = Form::KeyValue};
        m_guess.scheme.form.separator = QByteArray(1, separator);
        m_guess.scheme.form.key = signature->first;
        m_guess.found.append(tr("The signature stands in %1, behind %2=.")
                                 .arg(shown(field.name), shown(signature->first)));
        if (!time.first.isEmpty()) {
            setTime({Source::SignatureField, time.first}, time.second);
            m_guess.found.append(
                tr("The time stands beside it, behind %1=.").arg(shown(time.first)));
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
        const auto unit = guessedUnit(QByteArrayView(field.value).trimmed());
        if (!unit || !nameHas(field, {"time", "-ts", "date"}))
            continue;
        setTime({Source::Header, field.name}, *unit);
        m_guess.found.append(tr("The time stands in %1.").arg(shown(field.name)));
        return;
    }
}

// How old it may be, no request tells.
void Guesser::setTime(const Place &from, Unit unit)
{
    TimeRule rule = m_from.time.value_or(TimeRule{.tolerance = usualTolerance});
    rule.from = from;
    rule.unit = unit;
    m_guess.scheme.time = rule;
}

// One that somebody has built stays until another is proved; "{body}" is what nobody has touched.
void Guesser::takeMessage()
{
    const QByteArray &before = m_from.message.text;
    const bool timed = m_guess.scheme.time.has_value();
    const bool untimed = m_from.message.uses(Source::Timestamp) && !timed;
    if (before.isEmpty() || before == "{body}" || untimed)
        m_guess.scheme.message = *parseTemplate(timed ? "{timestamp}.{body}" : "{body}");
}

void Guesser::takeNames()
{
    bool hasId = false;
    bool hasType = false;
    for (const http::Field &field : m_request.fields) {
        const bool id = nameHas(field, {"-id"})
            && nameHas(field, {"delivery", "webhook", "event", "message", "request"});
        bool &has = id ? hasId : hasType;
        if (has || (!id && !nameHas(field, {"-event", "-topic"})))
            continue;
        has = true;
        (id ? m_guess.scheme.deliveryId : m_guess.scheme.eventType)
            = {{Source::Header, field.name}};
        m_guess.found.append(
            (id ? tr("The delivery's id stands in %1.") : tr("The event's type stands in %1."))
                .arg(shown(field.name)));
    }
}

// What senders sign most, with what this request has; first what the scheme has already.
QByteArrayList layouts(const Scheme &scheme)
{
    QByteArrayList all{scheme.message.text};
    if (!scheme.time)
        return all + QByteArrayList{"{body}", "{url}{body}", "{method}{url}{body}"};
    all += {"{timestamp}.{body}",    "{timestamp}{body}", "{timestamp}:{body}",
            "v0:{timestamp}:{body}", "{body}{timestamp}", "{body}"};
    const Place id = scheme.deliveryId.value(0);
    if (id.source == Source::Header && !id.name.isEmpty())
        all.append('{' + text(id) + "}.{timestamp}.{body}");
    return all;
}

// How the key may come of the secret; first what the scheme has already.
QList<QList<KeyStep>> keys(const Scheme &scheme)
{
    if (hasPublicKey(scheme))
        return {{}};
    QList<QList<KeyStep>> all{scheme.key};
    for (const auto kind : {KeyStep::Kind::Utf8, KeyStep::Kind::Base64, KeyStep::Kind::Hex})
        all.append({{.kind = kind}});
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
    if (!hasPublicKey(from)) {
        guess->scheme.type = Type::Hmac;
        guess->scheme.keyFormat.reset();
        guess->scheme.jws = {};
        if (guess->scheme.key.isEmpty())
            guess->scheme.key = {{.kind = KeyStep::Kind::Utf8}};
    }
    for (const QByteArray &layout : secrets.empty() ? QByteArrayList() : layouts(guess->scheme)) {
        for (const QList<KeyStep> &key : keys(guess->scheme)) {
            Scheme tried = guess->scheme;
            tried.message = *parseTemplate(layout);
            tried.key = key;
            if (!fits(request, tried, secrets, context))
                continue;
            guess->scheme = tried;
            guess->verified = true;
            guess->found.append((hasPublicKey(from) ? tr("A stored key checks %1 so.")
                                                    : tr("A stored secret signs %1 so."))
                                    .arg(shown(layout)));
            return guess;
        }
    }
    return guess;
}

} // namespace signature
