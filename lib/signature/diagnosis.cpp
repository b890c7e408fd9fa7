// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/diagnosis.h"

#include "signature/examiner.h"
#include "signature/hiddenvalue.h"
#include "signature/hypotheses/clockcause.h"
#include "signature/hypotheses/recheck.h"
#include "signature/hypotheses/search.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

class Diagnostician
{
    Q_DECLARE_TR_FUNCTIONS(signature::Diagnostician)

public:
    Diagnostician(const Question &question, const std::function<bool()> &stopped)
        : m_question(question)
        , m_budget(stopped)
        , m_verdict(verify(question.request, question.scheme, question.secrets, question.receivedAt,
                           question.context))
    {
    }

    Diagnosis diagnose();

private:
    bool isSender() const { return m_question.origin == Origin::Sender; }
    bool computesDigest() const;
    std::optional<Match> search();
    std::optional<Match> searchDigest();
    void prove(const Match &match);
    void fits(const Match &match);
    void hint();
    void proveTime();
    void giveUp();
    bool fittedBefore() const;
    QString guess() const;
    QString sentence(const Match &match) const;

    const Question &m_question;
    Budget m_budget;
    Verdict m_verdict;
    Diagnosis m_diagnosis;
};

bool Diagnostician::computesDigest() const
{
    const Scheme &scheme = m_question.scheme;
    return (scheme.type == Type::Hmac || scheme.type == Type::KeyedDigest) && scheme.each.isEmpty();
}

Diagnosis Diagnostician::diagnose()
{
    if (m_question.scheme.id.isEmpty() && m_question.scheme.message.isEmpty())
        return m_diagnosis;
    if (isSender() && m_verdict.signature == Signature::Verified) {
        m_diagnosis.tried = 1;
        proveTime();
        return m_diagnosis;
    }
    if (isSender() && isSignatureHidden(m_question.request, m_question.scheme)) {
        m_diagnosis.detail = tr("The signature was hidden when this was exported: there is nothing "
                                "to compare with.");
        m_diagnosis.remedy = tr("Ask for an export that does not hide signatures.");
        return m_diagnosis;
    }
    const auto match = search();
    m_diagnosis.tried = m_budget.tried();
    m_diagnosis.attempts = m_budget.attempts();
    m_diagnosis.stopped = m_budget.wasCutShort() && !match;
    if (match && match->causes.isEmpty())
        fits(*match);
    else if (match)
        prove(*match);
    else
        hint();
    return m_diagnosis;
}

std::optional<Match> Diagnostician::search()
{
    if (computesDigest())
        return searchDigest();
    if (!isSender())
        return {};
    if (auto match = otherScheme(m_question, true, m_budget))
        return match;
    if (auto match = recheck(m_question, m_question.otherSecrets, m_budget))
        return match;
    return otherScheme(m_question, false, m_budget);
}

std::optional<Match> Diagnostician::searchDigest()
{
    Search search(m_question, m_question.otherSecrets, m_budget);
    m_diagnosis.expectedText = search.usualText();
    if (m_budget.isSpent())
        return {};
    const auto usual = search.isUseful() ? search.asItIs() : std::nullopt;
    // A scheme that is known to sign with another digest says more than the digest.
    const bool isDigest = usual && usual->causes == QList<Cause>{Cause::Digest};
    if (isSender() && (!usual || isDigest)) {
        if (auto match = otherScheme(m_question, true, m_budget))
            return match;
    }
    if (usual)
        return usual;
    if (search.isUseful()) {
        if (auto match = search.withOneChange())
            return match;
    }
    if (isSender()) {
        if (auto match = otherScheme(m_question, false, m_budget))
            return match;
    }
    return search.isUseful() ? search.withTwoChanges() : std::nullopt;
}

QString Diagnostician::sentence(const Match &match) const
{
    QString clauses = match.clauses.value(0);
    for (qsizetype row = 1; row < match.clauses.size(); ++row)
        clauses = tr("%1, and if %2").arg(clauses, match.clauses[row]);
    return isSender() ? tr("The signature fits if %1.").arg(clauses)
                      : tr("Your value comes out if %1.").arg(clauses);
}

void Diagnostician::prove(const Match &match)
{
    m_diagnosis.certainty = Certainty::Proof;
    m_diagnosis.causes = match.causes;
    m_diagnosis.detail = sentence(match);
    QStringList remedies;
    for (const Cause cause : match.causes) {
        m_diagnosis.detail += u' ' + explanation(cause, m_question.origin);
        remedies.append(remedy(cause, m_question.origin));
    }
    remedies.removeDuplicates();
    m_diagnosis.remedy = remedies.join(u' ');
    m_diagnosis.secret = match.secret;
    m_diagnosis.scheme = match.scheme;
    m_diagnosis.url = match.url;
    m_diagnosis.repaired = match.repaired;
    m_diagnosis.fittingText = match.text;
    if (!match.text.isEmpty() && !m_diagnosis.expectedText.isEmpty())
        m_diagnosis.differences = differencesBetween(m_diagnosis.expectedText, match.text);
}

// Nothing had to be changed.
void Diagnostician::fits(const Match &match)
{
    m_diagnosis.secret = match.secret;
    m_diagnosis.fittingText = match.text;
    if (isSender()) {
        hint();
        return;
    }
    m_diagnosis.right = true;
    m_diagnosis.detail = tr("Your code computes the right value. If it still refuses the request, "
                            "look at what it compares the value with.");
}

void Diagnostician::proveTime()
{
    const auto cause = clockCause(m_question, m_verdict);
    if (!cause)
        return giveUp();
    m_diagnosis.certainty = Certainty::Proof;
    m_diagnosis.causes = {cause->cause};
    m_diagnosis.detail = cause->detail;
    m_diagnosis.remedy = cause->remedy;
}

void Diagnostician::hint()
{
    const auto hint = findHint(m_question, m_verdict);
    if (!hint)
        return giveUp();
    m_diagnosis.certainty = Certainty::Hint;
    m_diagnosis.causes = {hint->cause};
    m_diagnosis.detail = tr("Nothing that was tried fits. %1").arg(hint->detail);
    m_diagnosis.remedy = hint->remedy;
}

void Diagnostician::giveUp()
{
    if (isSender() && m_verdict.signature == Signature::Verified) {
        m_diagnosis.detail = tr("The signature is right.");
    } else if (fittedBefore()) {
        m_diagnosis.guess = guess();
        m_diagnosis.detail = tr("Nothing that was tried fits. %1").arg(m_diagnosis.guess);
        m_diagnosis.remedy = tr("See whether anything on the way changes the request. If nothing "
                                "does, look for the secret of this webhook where the sender shows "
                                "it, and add it beside “%1”.")
                                 .arg(m_question.verifiedBefore);
    } else {
        m_diagnosis.detail
            = tr("Nothing that was tried fits. The secret may be another one, or the "
                 "body may have been changed beyond recognition.");
    }
}

// The secret that fitted before is still there, and nothing but the digest is wrong.
bool Diagnostician::fittedBefore() const
{
    const QString &label = m_question.verifiedBefore;
    const Secrets &secrets = m_question.secrets;
    if (!isSender() || label.isEmpty()
        || std::none_of(secrets.begin(), secrets.end(), [&label](const SecretPtr &secret) {
               return secret && secret->label() == label;
           }))
        return false;
    Examiner examiner(m_question.request, m_question.scheme, secrets, m_question.context);
    return examiner.examine().reason == Reason::Mismatch;
}

// Which of the two it is, no digest can tell.
QString Diagnostician::guess() const
{
    const Scheme &scheme = m_question.scheme;
    const QString changed = !scheme.coversBody ? tr("what is signed or the signature")
        : scheme.time                          ? tr("the body, the time or the signature")
                                               : tr("the body or the signature");
    return tr("Earlier webhooks verified with “%1”. Perhaps %2 was changed after signing, or this "
              "sender signs with another secret.")
        .arg(m_question.verifiedBefore, changed);
}

} // namespace

Diagnosis diagnose(const Question &question, const std::function<bool()> &stopped)
{
    return Diagnostician(question, stopped).diagnose();
}

} // namespace signature
