// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/examiner.h"

#include "signature/derivedkey.h"
#include "signature/publickey.h"

#include <algorithm>

namespace signature
{

Examiner::Examiner(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
                   const Context &context)
    : m_scheme(scheme)
    , m_secrets(secrets)
    , m_message(&scheme.message)
    , m_values(request, scheme, context)
{
}

Finding Examiner::examine() { return m_scheme.each.isEmpty() ? examineOne() : examineItems(); }

QByteArrayView Examiner::firstSignature() const
{
    for (const SignatureGroup &group : m_received.groups) {
        if (!group.signatures.isEmpty())
            return group.signatures.first();
    }
    return m_received.text;
}

SignedText Examiner::signedText(QByteArrayView secret)
{
    SignedText text = signature::signedText(*m_message, m_values, secret);
    if (text.missing && text.missing->source == Source::Timestamp && m_scheme.time)
        text.missing = m_scheme.time->from;
    return text;
}

QByteArray Examiner::jwsText() const { return m_jwsText; }

Value Examiner::timestamp() { return m_scheme.time ? m_values.find(m_scheme.time->from) : Value(); }

Finding Examiner::examineOne()
{
    m_candidates.clear();
    m_canFit = false;
    m_received = readSignatures(m_scheme, m_values);
    selectGroup(0);
    Finding finding{.signature = Signature::Unsigned,
                    .reason = Reason::Missing,
                    .place = m_scheme.signature.constFirst()};
    if (!m_received.present)
        return finding;
    finding.signature = Signature::Malformed;
    finding.place = m_received.place;
    if (m_received.repeated || m_received.tooMany) {
        finding.reason = m_received.repeated ? Reason::Repeated : Reason::TooMany;
        return finding;
    }
    if (!readCandidates(finding))
        return finding;
    if (isBound(finding))
        finding = m_scheme.type == Type::Jws ? matchJws() : match();
    if (finding.signature == Signature::Invalid && !anyUsable())
        finding = {.signature = Signature::NoSecret, .reason = Reason::NoSecret};
    return finding;
}

// All of them must hold, or what one of them says could be exchanged.
Finding Examiner::examineItems()
{
    const QList<QByteArray> items = m_values.items().value_or(QList<QByteArray>());
    m_values.setRoom(roomForText(m_values.body())); // for all of them
    qsizetype missing = 0;
    bool canFit = !items.isEmpty();
    std::optional<Finding> kept;
    for (qsizetype row = 0; row < items.size(); ++row) {
        m_values.setItem(items[row]);
        Finding one = examineOne();
        one.item = row;
        canFit = canFit && m_canFit;
        missing += one.signature == Signature::Unsigned ? 1 : 0;
        // The first that is not verified counts, but one of a wrong form before the others.
        const bool good = kept && kept->signature == Signature::Verified;
        const bool worse
            = one.signature == Signature::Malformed && kept->signature != Signature::Malformed;
        if (!kept || (good && one.signature != Signature::Verified) || worse)
            kept = one;
    }
    m_canFit = canFit;
    if (!kept)
        return {.signature = Signature::Unsigned,
                .reason = Reason::Missing,
                .place = m_scheme.signature.constFirst()};
    if (kept->signature == Signature::Unsigned && missing < items.size())
        kept->signature = Signature::Invalid;
    m_values.setItem(items[kept->item]);
    m_received = readSignatures(m_scheme, m_values);
    selectGroup(0);
    return *kept;
}

// False when none of the signatures has the scheme's form; the finding then tells of the first.
bool Examiner::readCandidates(Finding &finding)
{
    finding.reason = m_received.prefixMissing ? Reason::Prefix : Reason::NoEntry;
    finding.detail = m_received.text.toByteArray();
    bool first = true;
    for (qsizetype row = 0; row < m_received.groups.size(); ++row) {
        for (const QByteArrayView text : m_received.groups[row].signatures) {
            Candidate candidate{.group = row, .text = text};
            const FormFault fault = readCandidate(m_scheme, candidate);
            if (fault.reason == Reason::None)
                m_candidates.append(std::move(candidate));
            else if (first)
                finding = {.signature = Signature::Malformed,
                           .reason = fault.reason,
                           .place = m_received.place,
                           .detail = text.toByteArray(),
                           .at = fault.at};
            first = false;
        }
    }
    return !m_candidates.isEmpty();
}

// Whether what must stand beside the signature does. The finding says what does not.
bool Examiner::isBound(Finding &finding)
{
    for (const Requirement &requirement : m_scheme.require) {
        const Value value = m_values.find(requirement.place);
        if (value.isFound() && value.text == requirement.value)
            continue;
        finding = {.signature = Signature::Invalid,
                   .reason = Reason::Requirement,
                   .place = requirement.place,
                   .detail = requirement.value};
        return false;
    }
    return !m_scheme.bodyDigest || matchesBodyDigest(finding);
}

bool Examiner::matchesBodyDigest(Finding &finding)
{
    const BodyDigest &rule = *m_scheme.bodyDigest;
    const Value value = m_values.find(rule.from);
    const DigestText claimed = readDigest(value.text, rule.encoding, digestSize(rule.hash));
    if (value.isFound() && claimed.fault == DigestFault::None) {
        if (!m_bodyDigest)
            m_bodyDigest = digest(rule.hash, m_values.body());
        if (sameDigest(claimed.digest, *m_bodyDigest))
            return true;
    }
    finding = {.signature = Signature::Invalid,
               .reason = value.isFound() ? Reason::BodyDigest : Reason::MissingInput,
               .place = rule.from};
    return false;
}

bool Examiner::anyUsable() const
{
    return std::any_of(m_secrets.begin(), m_secrets.end(), [this](const SecretPtr &secret) {
        if (!secret || secret->bytes().isEmpty())
            return false;
        return m_scheme.keyFormat ? !publicKeys(m_scheme, secret).keys.empty()
                                  : DerivedKey(m_scheme.key, secret->bytes()).isUsable();
    });
}

void Examiner::selectGroup(qsizetype group)
{
    if (group < m_received.groups.size())
        m_values.setSignatureFields(m_received.groups[group].fields);
    else
        m_values.setSignatureFields({});
}

} // namespace signature
