// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/conformanceoutcome.h"

#include "resend/conformancetext.h"

#include <QCoreApplication>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int promptMilliseconds = 5'000;

QString tr(const char *text) { return QCoreApplication::translate("resend::Conformance", text); }

bool asExpected(Expectation expectation, int status)
{
    const bool accepted = status / 100 == 2;
    const bool refused = status / 100 == 4;
    switch (expectation) {
    case Expectation::Accepts:
        return accepted;
    case Expectation::Refuses:
        return refused;
    case Expectation::Either:
        return accepted || refused;
    }
    Q_UNREACHABLE();
}

// The cases that failed by an answer of the same kind.
QList<QByteArray> alsoWrong(const QList<ConformanceOutcome> &outcomes, int status)
{
    QList<QByteArray> ids;
    for (const ConformanceOutcome &outcome : outcomes) {
        if (!outcome.passed && !outcome.wanted.promptness && outcome.status / 100 == status / 100)
            ids.append(outcome.wanted.id);
    }
    return ids;
}

QString reasonOf(const ConformanceCase &wanted, int status, const QList<ConformanceOutcome> &before)
{
    const QString fault = faultOf(wanted.id, alsoWrong(before, status));
    const bool refuses = wanted.expects == Expectation::Refuses;
    if (status >= 500)
        return refuses
            ? tr("It fails with %1 where it should refuse: it did not expect this.").arg(status)
            : tr("It fails with %1.").arg(status) + u' ' + fault;
    if (status / 100 == 3)
        return tr("It redirects with %1; senders do not follow.").arg(status);
    return fault;
}

ConformanceOutcome judgedByTime(ConformanceOutcome outcome, const capture::Attempt &attempt)
{
    outcome.passed = attempt.response && attempt.times.total <= promptMilliseconds;
    if (!outcome.passed)
        outcome.reason = faultOf(outcome.wanted.id);
    return outcome;
}

} // namespace

ConformanceOutcome judged(const ConformanceCase &wanted, const QList<capture::Attempt> &attempts,
                          const QList<ConformanceOutcome> &before)
{
    ConformanceOutcome outcome{.wanted = wanted, .seen = tr("no answer")};
    for (const capture::Attempt &attempt : attempts) {
        outcome.milliseconds = attempt.times.total;
        outcome.status = attempt.response ? attempt.response->status : 0;
        outcome.seen = attempt.response ? QString::number(outcome.status) : tr("no answer");
        if (wanted.promptness)
            return judgedByTime(outcome, attempt);
        if (!attempt.response) {
            outcome.reason = attempt.error ? attempt.error->why : tr("No answer came.");
            return outcome;
        }
        if (!asExpected(wanted.expects, outcome.status)) {
            outcome.reason = reasonOf(wanted, outcome.status, before);
            return outcome;
        }
    }
    outcome.passed = !attempts.isEmpty();
    return outcome;
}

bool needsProbes(const ConformanceOutcome &outcome)
{
    return outcome.wanted.id == "good" && !outcome.passed && outcome.status / 100 == 4;
}

QString refusalReason(const ProbeAnswers &answers)
{
    const auto accepted = [&answers](const char *id) { return answers.value(id) / 100 == 2; };
    if (accepted("second-secret"))
        return tr("It knows the second secret only: the same webhook signed with that one is "
                  "accepted.");
    if (accepted("plain-body"))
        return tr("It has the secret, but does not check the bytes as received: the body {} is "
                  "accepted, this one is not. It parses the JSON and writes it again, or reads it "
                  "in another character set.");
    const bool both = answers.contains("second-secret");
    const QString secrets = both ? tr("It has neither secret") : tr("It has another secret");
    if (answers.value("plain-body") / 100 == 4)
        return tr("It refuses what is signed right, and the body {} as well. %1, or computes "
                  "another text or encoding, or takes no body {}: compare the secret first, then "
                  "the text that it signs, byte by byte.")
            .arg(secrets);
    return tr("It refuses what is signed right. %1, or computes another text or encoding: compare "
              "the secret first, then the text that it signs, byte by byte.")
        .arg(secrets);
}

bool unreachable(const capture::Attempt &attempt, bool secure)
{
    return !attempt.response && (attempt.times.connect < 0 || (secure && attempt.times.tls < 0));
}

Change changeOf(const ConformanceOutcome &outcome, const QHash<QByteArray, bool> &before)
{
    const auto known = before.constFind(outcome.wanted.id);
    if (known == before.constEnd() || *known == outcome.passed)
        return Change::None;
    return outcome.passed ? Change::Fixed : Change::Regressed;
}

} // namespace resend
