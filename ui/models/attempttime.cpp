// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attempttime.h"

#include "models/attemptchanges.h"
#include "models/rowtext.h"
#include "signature/verifier.h"

#include <QCoreApplication>

#include <cstdlib>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Verdict;

namespace
{

constexpr qint64 onItsWay = 3; // seconds between signing and sending, at most
constexpr qint64 rounded = 5; // seconds that a shift is told to, far from the limit
constexpr qint64 nearby = 60; // seconds from the limit: there it is told to the second

QString tr(const char *text) { return QCoreApplication::translate("models::AttemptModel", text); }

// The verdict's age is that of the request's own timestamp, wherever its scheme has it.
QString shiftText(qint64 age, std::optional<qint64> limit)
{
    if (std::abs(age) <= onItsWay)
        return tr("Now");
    const qint64 away = (std::abs(age) + rounded / 2) / rounded * rounded;
    const bool exact = away < exactBelow || (limit && std::abs(away - *limit) < nearby);
    return (age > 0 ? u"−%1"_s : u"+%1"_s)
        .arg(exact ? tr("%1 s").arg(std::abs(age)) : spanText(away));
}

} // namespace

QString timestampChoice(const capture::Delivery &received, const signature::Scheme &scheme,
                        const capture::Attempt &attempt)
{
    if (!scheme.time)
        return u"–"_s;
    if (!attempt.request)
        return tr("Kept original");
    http::Request request = *attempt.request;
    request.body = sentBody(received, attempt);
    const Verdict sent = signature::verify(request, scheme, {}, attempt.sentAt);
    if (sent.freshness == Freshness::Missing)
        return tr("Left out");
    if (!sent.ageSeconds)
        return tr("No time");
    const Verdict before = signature::verify(received.request, scheme, {}, attempt.sentAt);
    if (before.ageSeconds == sent.ageSeconds)
        return tr("Kept original");
    return shiftText(*sent.ageSeconds, scheme.time->tolerance);
}

} // namespace models
