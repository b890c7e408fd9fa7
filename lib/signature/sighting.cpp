// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/sighting.h"

#include "signature/examiner.h"
#include "signature/explanation.h"
#include "signature/explanationtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("signature::Detection", text); }

QString claimSentence(const QByteArray &claim)
{
    return tr("The token has no claim “%1” as it must be.").arg(quotable(claim));
}

constexpr qsizetype longestAgent = 200;
constexpr qsizetype shortestName = 4; // "Box" is in too many words

void addHeader(QByteArrayList &names, const Scheme &scheme, const Place &place)
{
    const QByteArray name = headerOf(place);
    const auto same = [&](const QByteArray &known) { return http::sameName(known, name); };
    const bool ofSignature = std::any_of(
        scheme.signature.begin(), scheme.signature.end(),
        [&](const Place &signature) { return http::sameName(headerOf(signature), name); });
    if (!name.isEmpty() && !ofSignature && std::none_of(names.begin(), names.end(), same))
        names.append(place.name);
}

// The headers beside the signature that a sender of this scheme has.
QByteArrayList companionNames(const Scheme &scheme)
{
    QByteArrayList names;
    for (const Places &places : {scheme.eventType, scheme.deliveryId, scheme.account}) {
        for (const Place &place : places)
            addHeader(names, scheme, place);
    }
    if (scheme.time)
        addHeader(names, scheme, scheme.time->from);
    for (const Segment &segment : scheme.message.segments)
        addHeader(names, scheme, segment.place);
    for (const Requirement &requirement : scheme.require)
        addHeader(names, scheme, requirement.place);
    return names;
}

// The receiver's own set-up is no property of the request: what is not known of it is no lack.
Context filledUp(Context context, const Scheme &scheme)
{
    for (const Segment &segment : scheme.message.segments) {
        const QByteArray &name = segment.place.name;
        if (segment.place.source == Source::Config && !context.parameters.contains(name))
            context.parameters.insert(name, "?");
    }
    return context;
}

// Looks at a request by one scheme.
class Sight
{
public:
    Sight(const http::Request &request, const Scheme &scheme, const Context &context)
        : m_request(request)
        , m_scheme(scheme)
        , m_context(filledUp(context, scheme))
        , m_examiner(request, scheme, m_noSecrets, m_context)
    {
    }

    std::optional<Sighting> look()
    {
        const Finding finding = m_examiner.examine();
        if (finding.signature == Signature::Unsigned)
            return {};
        Sighting sighting{.scheme = &m_scheme, .place = place()};
        sighting.fits = finding.signature != Signature::Malformed;
        if (!sighting.fits)
            sighting.misfit = signatureSentence(m_request, m_scheme, finding);
        else if (m_scheme.type == Type::Jws)
            lookAtToken(sighting);
        else
            sighting.lack = lack();
        for (const QByteArray &name : companionNames(m_scheme)) {
            if (http::count(m_request.fields, name) > 0)
                sighting.companions.append(quotable(name));
            else
                ++sighting.absent;
        }
        sighting.agent = agent();
        return sighting;
    }

private:
    Place place();
    QString lack();
    void lookAtToken(Sighting &sighting);
    QByteArray agent() const;
    QString sentence(Reason reason, const QByteArray &detail) const
    {
        return signatureSentence(
            m_request, m_scheme,
            {.signature = Signature::Invalid, .reason = reason, .detail = detail});
    }

    const http::Request &m_request;
    const Scheme &m_scheme;
    const Context m_context;
    const Secrets m_noSecrets;
    Examiner m_examiner;
};

Place Sight::place()
{
    for (const Place &place : m_scheme.signature) {
        const QByteArray name = headerOf(place);
        const Value value
            = m_examiner.values().find(name.isEmpty() ? place : Place{Source::Header, name});
        if (value.state != Value::State::Absent)
            return place;
    }
    return m_scheme.signature.constFirst();
}

QString Sight::lack()
{
    RequestValues &values = m_examiner.values();
    for (const Requirement &requirement : m_scheme.require) {
        const Value value = values.find(requirement.place);
        if (!value.isFound() || value.text != requirement.value)
            return requirementSentence(requirement.place, requirement.value);
    }
    if (m_scheme.bodyDigest && !values.find(m_scheme.bodyDigest->from).isFound())
        return missingSentence(m_scheme.bodyDigest->from);
    const SignedText text = m_examiner.signedText({});
    if (text.isWhole())
        return {};
    const Place &place = *text.missing;
    return text.repeated ? repeatedInputSentence(place, http::count(m_request.fields, place.name))
                         : missingInputSentence(place);
}

void Sight::lookAtToken(Sighting &sighting)
{
    const auto jws = readJws(m_examiner.firstSignature(), !m_scheme.jws.payload.isEmpty());
    if (!jws)
        return;
    sighting.fits = m_scheme.jws.algorithms.contains(jws->algorithm);
    if (!sighting.fits) {
        sighting.misfit = sentence(Reason::Algorithm, jws->algorithm);
        return;
    }
    RequestValues &values = m_examiner.values();
    values.setJws(jws->header, jws->payload);
    for (const Requirement &requirement : m_scheme.jws.requireClaims) {
        const Value value = values.find(requirement.place);
        if (!value.isFound() || value.text != requirement.value)
            sighting.lack = claimSentence(requirement.place.name);
    }
    // What a claim says of the body is for the verdict: an altered body hides no sender.
    for (const ClaimRule &rule : m_scheme.jws.bind) {
        if (values.find({Source::Claim, rule.claim}).isFound())
            sighting.companions.append(tr("the claim “%1”").arg(quotable(rule.claim)));
        else if (!rule.optional && !rule.withBody && !rule.whenKnown)
            sighting.lack = claimSentence(rule.claim);
    }
}

// A User-Agent that begins a word of it with the first one of the sender's name.
QByteArray Sight::agent() const
{
    const QByteArray all = http::value(m_request.fields, "User-Agent").value_or(QByteArray());
    const QByteArray name = m_scheme.name.section(u' ', 0, 0).toLower().toUtf8();
    const QByteArray lower = all.first(std::min(all.size(), longestAgent)).toLower();
    if (name.size() < shortestName)
        return {};
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (qsizetype at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        const bool begins = at == 0 || !isLetter(lower[at - 1]);
        const bool ends = end == lower.size() || !isLetter(lower[end]);
        if (begins && ends)
            return all;
    }
    return {};
}

} // namespace

Likeness Sighting::likeness() const
{
    if (verified)
        return Likeness::Verified;
    if (!fits)
        return Likeness::NameOnly;
    const bool anyText = scheme->type == Type::Token || scheme->type == Type::Basic;
    if (anyText && shared && signs() == 0)
        return Likeness::Weak;
    return lack.isEmpty() ? Likeness::Complete : Likeness::Incomplete;
}

std::optional<Sighting> sight(const http::Request &request, const Scheme &scheme,
                              const Context &context)
{
    return Sight(request, scheme, context).look();
}

QByteArray headerOf(const Place &place)
{
    if (place.source == Source::Header)
        return place.name.toLower();
    if (place.source != Source::NumberedHeader)
        return {};
    return QByteArray(place.name).replace("{n}", "1").toLower();
}

} // namespace signature
