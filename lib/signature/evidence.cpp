// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/signedparts.h"
#include "signature/timestamp.h"
#include "signature/verifier.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString number(quint64 value) { return QLocale().toString(value); }

// Wire bytes inside a sentence: cut, and without characters that would tear it apart.
QString quotable(QByteArrayView bytes)
{
    constexpr qsizetype longest = 40;
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), longest)));
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return bytes.size() > longest ? text + u'…' : text;
}

// Writes the sentences about one request.
class Explanation
{
    Q_DECLARE_TR_FUNCTIONS(signature::Explanation)

public:
    Explanation(const SignedParts &parts, const Scheme &scheme, const Verdict &verdict)
        : m_parts(parts)
        , m_scheme(scheme)
        , m_verdict(verdict)
        , m_signatureField(QString::fromUtf8(signatureHeader(scheme)))
        , m_timestampField(QString::fromUtf8(timestampHeader(scheme)))
    {
    }

    QString signatureSentence() const
    {
        switch (m_verdict.signature) {
        case Signature::Verified:
            return tr("Signed with secret “%1”.").arg(m_verdict.secret);
        case Signature::Invalid:
            return invalid();
        case Signature::Unsigned:
            return tr("The %1 header is missing.").arg(m_signatureField);
        case Signature::Malformed:
            return malformed();
        case Signature::NoSecret:
            return tr("Add the signing secret to check this webhook.");
        case Signature::NotApplicable:
            return tr("No signature scheme is set for this endpoint.");
        }
        Q_UNREACHABLE();
    }

    QString freshnessSentence(qint64 receivedAt) const
    {
        switch (m_verdict.freshness) {
        case Freshness::Fresh:
            return fresh(receivedAt);
        case Freshness::Stale:
            return tr("Sent %1 before it arrived. A proxy may have held it back, or an old webhook "
                      "was replayed.")
                .arg(distance(receivedAt));
        case Freshness::Future:
            return future(receivedAt);
        case Freshness::Missing:
            return tr("The %1 header is missing.").arg(m_timestampField);
        case Freshness::Malformed:
            if (m_parts.timestamps > 1)
                return repeated(m_timestampField, m_parts.timestamps);
            return tr("Expected a Unix time, got “%1”.").arg(quotable(m_parts.timestamp));
        case Freshness::NotApplicable:
            return {};
        }
        Q_UNREACHABLE();
    }

private:
    static QString repeated(const QString &field, qsizetype times)
    {
        return tr("The %1 header is there %2 times.").arg(field, number(quint64(times)));
    }

    QString invalid() const
    {
        if (m_parts.timestamps == 0)
            return tr("%1 is part of the signed text, and the header is missing.")
                .arg(m_timestampField);
        if (m_parts.timestamps > 1)
            return tr("%1 is part of the signed text, and the header is there %2 times.")
                .arg(m_timestampField, number(quint64(m_parts.timestamps)));
        return tr("No stored secret matches.");
    }

    QString malformed() const
    {
        if (m_parts.signatures > 1)
            return repeated(m_signatureField, m_parts.signatures);
        const DigestText text = readDigest(m_parts.signature);
        switch (text.fault) {
        case DigestFault::Length:
            return tr("Expected %1 Base64 characters, got %2.")
                .arg(number(digestTextLength), number(quint64(m_parts.signature.size())));
        case DigestFault::Alphabet:
            return tr("Expected %1 Base64 characters; number %2, “%3”, does not belong there.")
                .arg(number(digestTextLength), number(quint64(text.at + 1)),
                     quotable(m_parts.signature.sliced(text.at, 1)));
        case DigestFault::Loose:
            return tr("The Base64 text is not in its canonical form: it carries bits beyond the "
                      "digest.");
        case DigestFault::None:
            break;
        }
        return {};
    }

    QString fresh(qint64 receivedAt) const
    {
        const QString limit = duration(quint64(m_scheme.time->tolerance.value_or(0)));
        const bool ahead = exactAge(receivedAt) < 0;
        const QString sentence = ahead
            ? tr("The timestamp is %1 ahead of this computer; the limit is %2.")
            : tr("Sent %1 before it arrived; the limit is %2.");
        return sentence.arg(distance(receivedAt), limit);
    }

    QString future(qint64 receivedAt) const
    {
        const QString sentence = tr("The timestamp is %1 ahead of this computer. Check the clock.")
                                     .arg(distance(receivedAt));
        if (m_scheme.id != smile().id)
            return sentence;
        return sentence + u' ' + tr("Smile's sample code would accept it.");
    }

    // In microseconds where the age is small, else as whole seconds tell.
    qint64 exactAge(qint64 receivedAt) const
    {
        const qint64 age = m_verdict.ageSeconds.value_or(0);
        const auto timestamp = readTimestamp(m_parts.timestamp);
        if (age <= -60 || age >= 60 || !timestamp)
            return age;
        return receivedAt - *timestamp * 1'000'000;
    }

    QString distance(qint64 receivedAt) const
    {
        const qint64 age = m_verdict.ageSeconds.value_or(0);
        if (age <= -60 || age >= 60)
            return duration(age < 0 ? ~quint64(age) + 1 : quint64(age));
        const double seconds = double(std::abs(exactAge(receivedAt))) / 1'000'000;
        // Cut, not rounded: 59.99 s is not yet 60.0 s.
        return tr("%1 s").arg(QLocale().toString(std::floor(seconds * 10) / 10, 'f', 1));
    }

    static QString duration(quint64 seconds)
    {
        const quint64 minutes = seconds / 60;
        if (minutes == 0)
            return tr("%1 s").arg(number(seconds));
        if (minutes < 10 && seconds % 60 != 0)
            return tr("%1 min %2 s").arg(number(minutes), number(seconds % 60));
        if (minutes < 60)
            return tr("%1 min").arg(number(minutes));
        const quint64 hours = minutes / 60;
        if (hours < 48)
            return tr("%1 h").arg(number(hours));
        return tr("%1 days").arg(number(hours / 24));
    }

    const SignedParts &m_parts;
    const Scheme &m_scheme;
    const Verdict &m_verdict;
    QString m_signatureField;
    QString m_timestampField;
};

// The one that matched, else the first that can be used.
SecretPtr chosenSecret(const Secrets &secrets, const Verdict &verdict)
{
    SecretPtr chosen;
    for (const SecretPtr &secret : secrets) {
        if (!secret || secret->bytes().isEmpty())
            continue;
        if (verdict.signature == Signature::Verified && secret->label() == verdict.secret)
            return secret;
        if (!chosen)
            chosen = secret;
    }
    return chosen;
}

} // namespace

Evidence explain(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
                 const Verdict &verdict, qint64 receivedAt)
{
    const SignedParts parts = findParts(request, scheme);
    const Explanation explanation(parts, scheme, verdict);
    Evidence evidence;
    evidence.signatureSentence = explanation.signatureSentence();
    evidence.freshnessSentence = explanation.freshnessSentence(receivedAt);
    evidence.received = parts.signature.toByteArray();
    if (scheme.id.isEmpty() || !parts.isComputable())
        return evidence;
    evidence.signedText = parts.timestamp.toByteArray() + '.' + request.body;
    if (const SecretPtr secret = chosenSecret(secrets, verdict)) {
        evidence.computed = writeDigest(computeDigest(parts, secret->bytes()));
        evidence.secret = secret->label();
    }
    return evidence;
}

} // namespace signature
