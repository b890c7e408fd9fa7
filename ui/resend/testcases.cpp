// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/testcases.h"

#include "signature/signer.h"

#include <QCoreApplication>

namespace ui
{

using resend::Basis;
using resend::ConformanceCase;
using resend::SignatureChoice;

namespace
{

constexpr qint64 second = 1'000'000; // in microseconds
constexpr qint64 insideBy = 10 * second; // until it is sent and there

QString tr(const char *text) { return QCoreApplication::translate("ui::TestCases", text); }

bool canSign(const Basis &basis)
{
    return !basis.secrets.empty() && signature::canSign(basis.scheme);
}

bool isSingle(const ConformanceCase &wanted)
{
    return wanted.requests == 1 && !wanted.slow && !wanted.promptness;
}

SigningChoices shifted(qint64 by)
{
    return {.signature = SignatureChoice::Again, .time = SigningTime::Shift, .shift = by};
}

// Where choices alone make the case, so that each send has a time of its own.
std::optional<SigningChoices> choicesOf(QByteArrayView id, const Basis &basis)
{
    const qint64 tolerance
        = basis.scheme.time ? basis.scheme.time->tolerance.value_or(0) * second : 0;
    if (id == "good" || id == "as-received" || id == "huge")
        return SigningChoices{};
    if (id == "rotated-secret")
        return SigningChoices{.secret = basis.secrets.at(1)->label()};
    if (id == "wrong-secret")
        return SigningChoices{.signature = SignatureChoice::Wrong};
    if (id == "missing-signature")
        return SigningChoices{.signature = SignatureChoice::LeaveOut};
    if (id == "missing-timestamp")
        return SigningChoices{.time = SigningTime::LeaveOut};
    if (id == "stale")
        return shifted(-signature::staleBy(basis.scheme));
    if (id == "future")
        return shifted(signature::futureBy(basis.scheme));
    if (id == "just-outside")
        return shifted(-tolerance - insideBy);
    if (id == "at-the-limit")
        return shifted(-tolerance);
    if (id == "just-inside")
        return shifted(insideBy - tolerance);
    return {};
}

} // namespace

QList<ConformanceCase> singleCases(const Basis &basis)
{
    QList<ConformanceCase> cases = resend::conformanceCases(basis);
    cases.removeIf([signs = canSign(basis)](const ConformanceCase &wanted) {
        const bool bare = wanted.id == "wrong-secret" || wanted.id == "missing-signature";
        return !isSingle(wanted) || (!signs && !bare);
    });
    return cases;
}

core::Result<CaseSetUp> setUpOf(const ConformanceCase &wanted, const Basis &basis, qint64 now)
{
    const auto choices = choicesOf(wanted.id, basis);
    const bool otherBody = wanted.id == "as-received" || wanted.id == "huge";
    if (choices && !otherBody)
        return CaseSetUp{.signing = *choices};
    const core::Result<http::Request> request = resend::requestOf(wanted, basis, 0, now);
    if (!request)
        return request.error();
    if (choices)
        return CaseSetUp{.signing = *choices, .body = request->body};
    if (request->target != basis.request.target)
        return core::Error{core::ErrorKind::Usage, tr("Cannot set this case up."),
                           tr("%1 has its signature in the URL.").arg(basis.scheme.name)};
    return CaseSetUp{.signing = {.signature = SignatureChoice::Keep, .time = SigningTime::Keep},
                     .fields = request->fields,
                     .body = request->body};
}

QString expectationText(resend::Expectation expects)
{
    switch (expects) {
    case resend::Expectation::Accepts:
        return tr("A right receiver accepts it (2xx).");
    case resend::Expectation::Refuses:
        return tr("A right receiver refuses it (4xx).");
    case resend::Expectation::Either:
        return tr("A right receiver may accept it or refuse it.");
    }
    return {};
}

} // namespace ui
