// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/jws.h"

#include "json/document.h"
#include "json/lookup.h"
#include "json/scan.h"
#include "signature/digesttext.h"
#include "signature/signedtext.h"
#include "signature/timestamp.h"

#include <array>
#include <cmath>

namespace signature
{

namespace
{

// Whether a header may be a JSON object, and whether it names extensions.
bool readHeader(const QByteArray &json, bool &critical)
{
    if (!json.contains("crit") && !json.contains('\\'))
        return true; // json::literals() reads it as strictly
    const auto parsed = json::Document::parse(json);
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document || document->kind(0) != json::Kind::Object)
        return false;
    for (auto node = 1u; node < document->after(0); node = document->after(node))
        critical = critical || json::unescaped(document->key(node)) == "crit";
    return true;
}

// Of a JSON literal; empty: it is no scalar.
QByteArray textOf(QByteArrayView literal)
{
    return literal.startsWith('"') ? json::unescaped(literal) : literal.toByteArray();
}

// NumericDate may have a fraction (RFC 7519, 2); it is cut to whole seconds, away from no one.
std::optional<qint64> numericDate(QByteArrayView text)
{
    if (const auto whole = readTimestamp(text))
        return whole;
    bool good = false;
    const double seconds = text.toByteArray().toDouble(&good);
    constexpr double most = 1e15;
    if (!good || !(std::fabs(seconds) < most))
        return {};
    return qint64(std::floor(seconds));
}

struct Date {
    bool present = false;
    std::optional<qint64> seconds;
};

Date dateAt(RequestValues &values, const QByteArray &claim)
{
    const Value value = values.find({Source::Claim, claim});
    if (!value.isFound())
        return {};
    return {true, numericDate(value.text)};
}

} // namespace

std::optional<Jws> readJws(QByteArrayView text, bool detached)
{
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0)
        return {};
    Jws jws{.signedPart = text.first(second), .headerPart = text.first(first)};
    auto header = decoded(jws.headerPart, Encoding::Base64Url);
    auto payload = decoded(text.sliced(first + 1, second - first - 1), Encoding::Base64Url);
    auto signature = decoded(text.sliced(second + 1), Encoding::Base64Url);
    if (!header || !payload || !signature || payload->isEmpty() != detached
        || !readHeader(*header, jws.critical))
        return {};
    const std::array paths{json::memberPath("alg"), json::memberPath("kid")};
    const auto values = json::literals(*header, paths);
    jws.algorithm = textOf(values[0]);
    if (jws.algorithm.isEmpty())
        return {};
    jws.keyId = textOf(values[1]);
    jws.header = std::move(*header);
    jws.payload = std::move(*payload);
    jws.signature = std::move(*signature);
    return jws;
}

std::optional<Hash> hashOf(QByteArrayView algorithm)
{
    if (algorithm.endsWith("256"))
        return Hash::Sha256;
    if (algorithm.endsWith("384"))
        return Hash::Sha384;
    if (algorithm.endsWith("512"))
        return Hash::Sha512;
    return {};
}

QByteArray brokenClaim(const Scheme &scheme, RequestValues &values)
{
    for (const Requirement &requirement : scheme.jws.requireClaims) {
        const Value value = values.find(requirement.place);
        if (!value.isFound() || value.text != requirement.value)
            return requirement.place.name;
    }
    for (const ClaimRule &rule : scheme.jws.bind) {
        if (rule.whenKnown && !signedText(rule.equals, values, {}).isWhole())
            continue;
        const Value claim = values.find({Source::Claim, rule.claim});
        const bool unneeded = rule.optional || (rule.withBody && values.body().isEmpty());
        if (!claim.isFound() && unneeded)
            continue;
        if (!claim.isFound() || (rule.withBody && values.body().isEmpty()))
            return rule.claim;
        const SignedText expected = signedText(rule.equals, values, {});
        if (!expected.isWhole() || !expected.says(claim.text))
            return rule.claim;
    }
    return {};
}

JwsTime judgeClaims(const JwsRule &rule, RequestValues &values, qint64 receivedAt)
{
    using State = JwsTime::State;
    const Date expires = dateAt(values, QByteArrayLiteral("exp"));
    const Date begins = dateAt(values, QByteArrayLiteral("nbf"));
    const Date issued = dateAt(values, QByteArrayLiteral("iat"));
    JwsTime time;
    if (issued.seconds)
        time.ageSeconds = ageInSeconds(receivedAt, *issued.seconds);
    const auto broken = [](const Date &date) { return date.present && !date.seconds; };
    const qint64 leeway = rule.leeway.value_or(0);
    if (broken(expires) || broken(begins) || (rule.maxAge && broken(issued)))
        time.state = State::Malformed;
    else if ((rule.maxAge && !issued.present) || (rule.mustExpire && !expires.present))
        time.state = State::Missing;
    else if (expires.present && ageInSeconds(receivedAt, *expires.seconds) >= leeway)
        time.state = State::Expired;
    else if (begins.present && ageInSeconds(receivedAt, *begins.seconds) < -leeway)
        time.state = State::NotYet;
    else if (rule.maxAge && *time.ageSeconds > *rule.maxAge)
        time.state = State::TooOld;
    else if (rule.maxAge && *time.ageSeconds < -*rule.maxAge)
        time.state = State::TooEarly;
    else if (expires.present || begins.present || rule.maxAge)
        time.state = State::Fresh;
    return time;
}

} // namespace signature
