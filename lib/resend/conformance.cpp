// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/conformance.h"

#include "resend/conformancebytes.h"
#include "resend/conformancetext.h"
#include "signature/signer.h"

#include <algorithm>

namespace resend
{

using namespace signature;

namespace
{

constexpr qint64 second = 1'000'000; // in microseconds
constexpr qint64 besideBy = 5; // seconds from the limit; a request takes some on its way
constexpr char secondSecretProbe[] = "second-secret";
constexpr char plainBodyProbe[] = "plain-body";

bool inHeader(const Places &places)
{
    return !places.isEmpty() && places.constFirst().source == Source::Header;
}

bool timeInHeader(const Scheme &scheme)
{
    return scheme.time && scheme.time->from.source == Source::Header;
}

bool signsMessage(const Scheme &scheme)
{
    return scheme.type != Type::Token && scheme.type != Type::Basic && scheme.type != Type::Jws;
}

// Whether the timestamp's own text is part of what is signed.
bool signsTime(const Scheme &scheme)
{
    return timeInHeader(scheme)
        && std::ranges::any_of(scheme.message.segments, [&](const Segment &segment) {
               return segment.place.source == Source::Timestamp
                   || segment.place == scheme.time->from;
           });
}

bool isJson(QByteArrayView body) { return body.startsWith('{') && body.endsWith('}'); }

qint64 tolerance(const Scheme &scheme)
{
    return scheme.time ? scheme.time->tolerance.value_or(0) : 0;
}

// How far the case's timestamp is from now, in microseconds.
qint64 shiftOf(QByteArrayView id, const Scheme &scheme)
{
    if (id == "stale")
        return -staleBy(scheme);
    if (id == "future")
        return futureBy(scheme);
    if (id == "at-the-limit")
        return -tolerance(scheme) * second;
    if (id == "just-outside")
        return -(tolerance(scheme) + besideBy) * second;
    if (id == "just-inside")
        return -(tolerance(scheme) - besideBy) * second;
    // Each has a signature of its own, since some receivers take none twice.
    if (id == "duplicate")
        return -10 * second;
    if (id == "out-of-order")
        return -20 * second;
    if (id == "slow")
        return -30 * second;
    return 0;
}

void setBody(http::Request &request, const QByteArray &body)
{
    request.body = body;
    for (http::Field &field : request.fields) {
        if (http::sameName(field.name, "Content-Length"))
            field.value = QByteArray::number(body.size());
    }
}

void setField(http::Request &request, const QByteArray &name, const QByteArray &value)
{
    for (http::Field &field : request.fields) {
        if (http::sameName(field.name, name))
            field.value = value;
    }
}

void removeField(http::Request &request, QByteArrayView name)
{
    request.fields.removeIf(
        [name](const http::Field &field) { return http::sameName(field.name, name); });
}

QByteArray bodyOf(QByteArrayView id, const Basis &basis, int index)
{
    const QByteArray &body = basis.request.body;
    if (id == "as-received")
        return respaced(body);
    if (id == "huge")
        return enlarged(body);
    if (id == plainBodyProbe)
        return "{}";
    if (id == "out-of-order" && index == 1)
        return basis.earlier;
    return body;
}

core::Result<SecretPtr> secretOf(QByteArrayView id, const Basis &basis)
{
    if (id == "wrong-secret")
        return strangeSecret(basis.scheme);
    if (id == "rotated-secret" || id == secondSecretProbe)
        return basis.secrets.at(1);
    return basis.secrets.front();
}

QByteArray timestampOf(QByteArrayView id, const Basis &basis, qint64 now)
{
    if (id == "malformed-timestamp")
        return "yesterday";
    return timestampText(basis.scheme, now + shiftOf(id, basis.scheme));
}

bool isDigestText(const Scheme &scheme)
{
    return scheme.type == Type::Hmac || scheme.type == Type::KeyedDigest;
}

// What is done to the request once it is signed.
void tamper(QByteArrayView id, const Basis &basis, http::Request &request, qint64 now)
{
    const QByteArray name = signatureHeader(basis.scheme, request.fields);
    if (id == "altered-body")
        setBody(request, altered(request.body));
    else if (id == "altered-timestamp")
        setField(request, timestampHeader(basis.scheme),
                 timestampText(basis.scheme, now - 5 * second));
    else if (id == "missing-timestamp")
        removeField(request, timestampHeader(basis.scheme));
    else if (id == "missing-signature")
        removeField(request, name);
    else if (id == "empty-signature")
        setField(request, name, {});
    else if (id == "malformed-signature")
        setField(request, name, "not a signature");
    else if (id == "cut-signature")
        setField(request, name,
                 http::value(request.fields, name).value_or(QByteArray()).chopped(8));
    else if (id == "other-case-signature")
        setField(request, name,
                 otherCase(http::value(request.fields, name).value_or(QByteArray())));
}

class CaseList
{
public:
    enum class Which : quint8 { Sensible, All };

    explicit CaseList(const Basis &basis, Which which = Which::Sensible)
        : m_basis(basis)
        , m_scheme(basis.scheme)
        , m_which(which)
    {
    }

    QList<ConformanceCase> cases()
    {
        addGood();
        addForged();
        addAged();
        addOdd();
        return m_cases;
    }

private:
    void add(const char *id, Expectation expects, bool makesSense = true)
    {
        if (makesSense || m_which == Which::All)
            m_cases.append(described({.id = id, .expects = expects}));
    }

    void addGood()
    {
        add("good", Expectation::Accepts);
        add("prompt", Expectation::Accepts);
        m_cases.last().promptness = true;
        add("as-received", Expectation::Accepts,
            m_scheme.coversBody && isJson(m_basis.request.body) && m_basis.request.body.size() > 2);
        add("rotated-secret", Expectation::Accepts, m_basis.secrets.size() > 1);
    }

    void addForged()
    {
        const bool header = inHeader(m_scheme.signature);
        add("wrong-secret", Expectation::Refuses);
        add("altered-body", Expectation::Refuses,
            m_scheme.coversBody && !m_basis.request.body.isEmpty());
        add("missing-signature", Expectation::Refuses, header);
        add("empty-signature", Expectation::Refuses, header);
        add("malformed-signature", Expectation::Refuses, header);
        add("cut-signature", Expectation::Refuses, header);
        add("other-case-signature", Expectation::Refuses,
            header && isDigestText(m_scheme) && m_scheme.encoding != Encoding::Hex);
        add("missing-timestamp", Expectation::Refuses, signsTime(m_scheme));
        add("malformed-timestamp", Expectation::Refuses,
            signsTime(m_scheme) && tolerance(m_scheme) > 0);
        add("altered-timestamp", Expectation::Refuses, signsTime(m_scheme));
    }

    void addAged()
    {
        const bool judged = signsMessage(m_scheme) && tolerance(m_scheme) > 0;
        add("stale", Expectation::Refuses, staleBy(m_scheme) > 0);
        add("just-outside", Expectation::Refuses, judged && staleBy(m_scheme) > 0);
        const bool exclusive = judged && m_scheme.time->exclusive;
        add("at-the-limit", exclusive ? Expectation::Refuses : Expectation::Either, judged);
        if (judged)
            m_cases.last().onTheSecond = true;
        add("just-inside", Expectation::Accepts, judged && tolerance(m_scheme) > besideBy);
        if (judged && m_cases.last().id == "just-inside")
            m_cases.last().onTheSecond = true;
        add("future", Expectation::Refuses, futureBy(m_scheme) > 0);
    }

    void addOdd()
    {
        add("duplicate", Expectation::Accepts);
        m_cases.last().requests = 2;
        add("out-of-order", Expectation::Accepts, !m_basis.earlier.isEmpty());
        if (!m_basis.earlier.isEmpty())
            m_cases.last().requests = 2;
        add("huge", Expectation::Accepts, isJson(m_basis.request.body));
        add("slow", Expectation::Accepts);
        m_cases.last().slow = true;
    }

    const Basis &m_basis;
    const Scheme &m_scheme;
    Which m_which;
    QList<ConformanceCase> m_cases;
};

} // namespace

QList<ConformanceCase> conformanceCases(const Basis &basis) { return CaseList(basis).cases(); }

std::optional<Expectation> expectationOf(QByteArrayView id, const Scheme &scheme)
{
    const Basis any{.scheme = scheme};
    const QList<ConformanceCase> cases = CaseList(any, CaseList::Which::All).cases();
    const auto found = std::ranges::find(cases, id, &ConformanceCase::id);
    return found == cases.end() ? std::nullopt : std::optional(found->expects);
}

QList<ConformanceCase> probes(const Basis &basis)
{
    QList<ConformanceCase> probes;
    if (basis.secrets.size() > 1)
        probes.append(described({.id = secondSecretProbe}));
    if (basis.scheme.coversBody && isJson(basis.request.body))
        probes.append(described({.id = plainBodyProbe}));
    return probes;
}

core::Result<http::Request> requestOf(const ConformanceCase &wanted, const Basis &basis, int index,
                                      qint64 now)
{
    const QByteArrayView id = wanted.id;
    http::Request request = basis.request;
    setBody(request, bodyOf(id, basis, index));
    const core::Result<SecretPtr> secret = secretOf(id, basis);
    if (!secret)
        return secret.error();
    core::Result<http::Request> done
        = sign(basis.scheme, **secret, request, timestampOf(id, basis, now), basis.context);
    if (done)
        tamper(id, basis, *done, now);
    return done;
}

QString caseSource(const ConformanceCase &wanted)
{
    return QStringLiteral("case:") + QString::fromLatin1(wanted.id);
}

QString signingWord(const ConformanceCase &wanted, const Scheme &scheme)
{
    const QByteArray &id = wanted.id;
    if (id == "stale" || id == "future")
        return QString::fromLatin1(id);
    if (id == "missing-signature")
        return QStringLiteral("none");
    if (wanted.expects == Expectation::Refuses && shiftOf(id, scheme) == 0)
        return QStringLiteral("wrong");
    return shiftOf(id, scheme) == 0 ? QStringLiteral("now") : QStringLiteral("signed");
}

QString signingSecret(const ConformanceCase &wanted, const Basis &basis)
{
    const QString word = signingWord(wanted, basis.scheme);
    if (word == QLatin1StringView("wrong") || word == QLatin1StringView("none"))
        return {};
    const core::Result<SecretPtr> secret = secretOf(wanted.id, basis);
    return secret ? (*secret)->label() : QString();
}

} // namespace resend
