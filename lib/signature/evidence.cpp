// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/examiner.h"
#include "signature/explanation.h"
#include "signature/verifier.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

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

QString tr(const char *text) { return QCoreApplication::translate("signature::Explanation", text); }

// What was judged may have been judged with other secrets than those at hand.
QString sentenceFor(const Verdict &verdict, const Finding &finding, const http::Request &request,
                    const Scheme &scheme, Examiner &examiner, bool noneAtHand)
{
    if (verdict.signature == Signature::Verified)
        return scheme.keyFormat ? tr("Signed with the key of “%1”.").arg(verdict.secret)
                                : tr("Signed with secret “%1”.").arg(verdict.secret);
    if (finding.signature == verdict.signature)
        return signatureSentence(request, scheme, finding);
    Finding judged{.signature = verdict.signature, .reason = Reason::Mismatch};
    if (verdict.signature == Signature::NoSecret)
        judged.reason = Reason::NoSecret;
    const SignedText text = examiner.signedText({});
    if (verdict.signature == Signature::Invalid && !text.isWhole()) {
        judged.reason = text.tooLong ? Reason::TooLong
            : text.repeated          ? Reason::RepeatedInput
                                     : Reason::MissingInput;
        judged.place = *text.missing;
    } else if (verdict.signature == Signature::Invalid && noneAtHand) {
        return scheme.keyFormat
            ? tr("No key matched when it was checked, and none is at hand any more.")
            : tr("No secret matched when it was checked, and none is at hand any more.");
    }
    return signatureSentence(request, scheme, judged);
}

// A signed token signs itself, and a secret that is sent signs nothing.
bool isMessageSigned(const Scheme &scheme)
{
    return scheme.type != Type::Jws && !scheme.message.isEmpty();
}

// Not null, even where it is empty: that tells it from one that lacks a part.
QByteArray wholeText(const SignedText &text)
{
    const QByteArray joined = text.joined();
    return joined.isEmpty() ? QByteArray("") : joined;
}

// Of a token the part that signs.
QByteArray shownSignature(const Scheme &scheme, const Examiner &examiner)
{
    const QByteArrayView text = examiner.firstSignature();
    if (scheme.type != Type::Jws)
        return text.toByteArray();
    return text.sliced(text.lastIndexOf('.') + 1).toByteArray();
}

} // namespace

Evidence explain(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
                 const Verdict &verdict, qint64 receivedAt, const Context &context)
{
    Evidence evidence;
    if (scheme.id.isEmpty()) {
        evidence.signatureSentence = tr("No signature scheme is set for this endpoint.");
        return evidence;
    }
    Examiner examiner(request, scheme, secrets, context);
    const Finding finding = examiner.examine();
    JudgedTime time = judgeTime(scheme, examiner, receivedAt);
    time.freshness = verdict.freshness;
    time.ageSeconds = verdict.ageSeconds;
    evidence.signatureSentence
        = sentenceFor(verdict, finding, request, scheme, examiner, secrets.empty());
    evidence.freshnessSentence = freshnessSentence(request, scheme, examiner.timestamp(), time);
    evidence.received = shownSignature(scheme, examiner);
    evidence.coversBody = scheme.coversBody;
    const SecretPtr secret = chosenSecret(secrets, verdict);
    // A secret that is part of the text is not shown with it.
    evidence.signedText = examiner.jwsText();
    const SignedText text = examiner.signedText("…");
    if (isMessageSigned(scheme) && text.isWhole())
        evidence.signedText = wholeText(text);
    if (!secret || !hasSignedText(evidence))
        return evidence;
    evidence.computed = examiner.computed(secret->bytes());
    if (!evidence.computed.isEmpty())
        evidence.secret = secret->label();
    return evidence;
}

bool hasSignedText(const Evidence &evidence) { return !evidence.signedText.isNull(); }

QString emptyTextSentence(const http::Request &request, const Scheme &scheme)
{
    return scheme.coversBody && request.body.isEmpty()
        ? tr("The signed text is empty, since the body is.")
        : tr("The signed text is empty, since all that it is made of is.");
}

} // namespace signature
