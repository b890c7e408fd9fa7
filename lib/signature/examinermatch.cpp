// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/derivedkey.h"
#include "signature/examiner.h"
#include "signature/publickey.h"
#include "signature/weburl.h"

#include <algorithm>

namespace signature
{

// Why a text is not whole.
static Reason reasonOf(const SignedText &text)
{
    if (text.tooLong)
        return Reason::TooLong;
    return text.repeated ? Reason::RepeatedInput : Reason::MissingInput;
}

Finding Examiner::match()
{
    Finding finding{.signature = Signature::Invalid, .reason = Reason::Mismatch};
    for (qsizetype group = 0; group < m_received.groups.size(); ++group) {
        if (m_received.groups[group].signatures.isEmpty())
            continue;
        selectGroup(group);
        if (matchGroup(group, finding))
            return finding;
    }
    selectGroup(0);
    return finding;
}

// Each message under each variant of the URL. True, with the secret's label, when one matches.
bool Examiner::matchGroup(qsizetype group, Finding &finding)
{
    const QList<QByteArray> urls = urlVariants();
    for (qsizetype row = 0; row < std::max<qsizetype>(urls.size(), 1); ++row) {
        if (!urls.isEmpty())
            m_values.setUrl(urls[row]);
        const MessageTemplate &other = m_scheme.otherMessage;
        if (!other.isEmpty() && matchMessage(other, group, finding))
            return true;
        if (matchMessage(m_scheme.message, group, finding))
            return true;
    }
    if (!urls.isEmpty())
        m_values.setUrl(urls.constFirst());
    return false;
}

bool Examiner::matchMessage(const MessageTemplate &message, qsizetype group, Finding &finding)
{
    m_message = &message;
    const SignedText text = signedText({});
    if (!text.isWhole()) {
        if (&message != &m_scheme.message)
            return false;
        finding.reason = reasonOf(text);
        finding.place = *text.missing;
        return false;
    }
    m_canFit = true;
    for (const SecretPtr &secret : m_secrets) {
        if (!secret || secret->bytes().isEmpty() || !matchesText(group, text, secret))
            continue;
        finding = {.signature = Signature::Verified, .secret = secret->label()};
        return true;
    }
    return false;
}

bool Examiner::matchesText(qsizetype group, const SignedText &text, const SecretPtr &secret)
{
    if (m_scheme.keyFormat)
        return matchesPublicKey(group, text, secret);
    const DerivedKey key(m_scheme.key, secret->bytes());
    if (!key.isUsable())
        return false;
    if (m_scheme.type == Type::Hmac && !m_message->uses(Source::Secret))
        return holds(group, hmac(m_scheme.hash, key.bytes(), ByteViews(text.pieces)).view());
    const SignedText own = signedText(key.bytes());
    if (m_scheme.type == Type::Hmac)
        return holds(group, hmac(m_scheme.hash, key.bytes(), ByteViews(own.pieces)).view());
    if (m_scheme.type == Type::KeyedDigest)
        return holds(group, digest(m_scheme.hash, ByteViews(own.pieces)).view());
    return holds(group, key.bytes());
}

bool Examiner::matchesPublicKey(qsizetype group, const SignedText &text, const SecretPtr &secret)
{
    const QByteArray joined = text.joined();
    const bool edwards = m_scheme.type == Type::Ed25519;
    const std::optional<Hash> hash = edwards ? std::nullopt : std::optional(m_scheme.hash);
    for (const PublicKey &key : publicKeys(m_scheme, secret).keys) {
        for (const Candidate &candidate : m_candidates) {
            if (candidate.group == group && verifies(key.key.get(), hash, candidate.view(), joined))
                return true;
        }
    }
    return false;
}

bool Examiner::holds(qsizetype group, QByteArrayView bytes) const
{
    return std::any_of(m_candidates.begin(), m_candidates.end(), [&](const Candidate &candidate) {
        return candidate.group == group && sameBytes(candidate.view(), bytes);
    });
}

Finding Examiner::matchJws()
{
    Finding finding{.signature = Signature::Invalid, .reason = Reason::Mismatch};
    for (const Candidate &candidate : m_candidates) {
        m_values.setJws(candidate.jws->header, candidate.jws->payload);
        finding = matchJwsOfUrls(*candidate.jws);
        if (finding.signature == Signature::Verified)
            break;
    }
    return finding;
}

// Under each variant of the URL; what is found with the first of them counts when none matches.
Finding Examiner::matchJwsOfUrls(const Jws &jws)
{
    const QList<QByteArray> urls = urlVariants();
    if (!urls.isEmpty())
        m_values.setUrl(urls.constFirst());
    const Finding first = matchJws(jws);
    const QByteArray text = m_jwsText;
    for (qsizetype row = 1; row < urls.size() && first.signature != Signature::Verified; ++row) {
        m_values.setUrl(urls[row]);
        const Finding finding = matchJws(jws);
        if (finding.signature == Signature::Verified)
            return finding;
    }
    if (!urls.isEmpty())
        m_values.setUrl(urls.constFirst());
    m_jwsText = text;
    return first;
}

Finding Examiner::matchJws(const Jws &jws)
{
    Finding finding{.signature = Signature::Invalid,
                    .reason = Reason::Algorithm,
                    .place = m_received.place,
                    .detail = jws.algorithm};
    const bool shared = jws.algorithm.startsWith("HS");
    if (!m_scheme.jws.algorithms.contains(jws.algorithm) || jws.critical
        || shared == m_scheme.keyFormat.has_value())
        return finding;
    finding.reason = Reason::Mismatch;
    m_jwsText = jws.signedPart.toByteArray();
    if (!m_scheme.jws.payload.isEmpty()) {
        const SignedText payload = signature::signedText(m_scheme.jws.payload, m_values, {});
        if (!payload.isWhole()) {
            finding.reason = reasonOf(payload);
            finding.place = *payload.missing;
            return finding;
        }
        m_jwsText += encoded(payload.joined(), Encoding::Base64Url);
    }
    // A claim may be bound to a large body, so it is looked at early only where nothing else is.
    if (m_secrets.empty())
        m_canFit = m_canFit || brokenClaim(m_scheme, m_values).isNull();
    for (const SecretPtr &secret : m_secrets) {
        if (!secret || secret->bytes().isEmpty() || !matchesJws(jws, secret))
            continue;
        const QByteArray broken = brokenClaim(m_scheme, m_values);
        if (broken.isNull())
            return {.signature = Signature::Verified, .secret = secret->label()};
        finding.reason = Reason::Claim;
        finding.detail = broken;
        return finding;
    }
    return finding;
}

bool Examiner::matchesJws(const Jws &jws, const SecretPtr &secret) const
{
    const std::optional<Hash> hash = hashOf(jws.algorithm);
    if (!m_scheme.keyFormat) {
        const DerivedKey key(m_scheme.key, secret->bytes());
        return key.isUsable() && hash
            && sameBytes(hmac(*hash, key.bytes(), {m_jwsText}).view(), jws.signature);
    }
    const bool pair = jws.algorithm.startsWith("ES");
    const QByteArray der = pair ? derFromPair(jws.signature) : jws.signature;
    const std::vector<PublicKey> &keys = publicKeys(m_scheme, secret).keys;
    return std::any_of(keys.begin(), keys.end(), [&](const PublicKey &key) {
        const bool meant = keys.size() == 1 || jws.keyId.isEmpty() || key.id == jws.keyId;
        return meant && isKeyOf(jws.algorithm, key.key.get())
            && verifies(key.key.get(), hash, der, m_jwsText);
    });
}

QByteArray Examiner::computed(QByteArrayView secret)
{
    const DerivedKey key(m_scheme.key, secret);
    if (m_scheme.keyFormat || !key.isUsable())
        return {};
    if (m_scheme.type == Type::Jws) {
        const auto &jws = m_candidates.isEmpty() ? std::nullopt : m_candidates.first().jws;
        const auto hash = jws ? hashOf(jws->algorithm) : std::nullopt;
        if (!hash || m_jwsText.isEmpty())
            return {};
        return writeDigest(hmac(*hash, key.bytes(), {m_jwsText}), Encoding::Base64Url);
    }
    if (m_scheme.type != Type::Hmac && m_scheme.type != Type::KeyedDigest)
        return {};
    const SignedText text = signedText(key.bytes());
    if (!text.isWhole())
        return {};
    const Digest value = m_scheme.type == Type::Hmac
        ? hmac(m_scheme.hash, key.bytes(), ByteViews(text.pieces))
        : digest(m_scheme.hash, ByteViews(text.pieces));
    return writeDigest(value, m_scheme.encoding);
}

// Empty where the URL counts as it is.
QList<QByteArray> Examiner::urlVariants()
{
    QList<QByteArray> all;
    if (m_scheme.urlVariants.isEmpty())
        return all;
    if (!m_url)
        m_url = m_values.url();
    for (const UrlVariant variant : m_scheme.urlVariants) {
        const QByteArray url = varied(*m_url, variant);
        if (!all.contains(url))
            all.append(url);
    }
    return all;
}

} // namespace signature
