// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/clockcause.h"

#include "signature/hypotheses/workbench.h"

#include <QCoreApplication>

#include <cmath>

namespace signature
{

namespace
{

constexpr qint64 hour = 3600;
constexpr qint64 nearAnHour = 90; // seconds off a whole hour that delays explain

QString tr(const char *text) { return QCoreApplication::translate("signature::Clock", text); }

QString duration(qint64 seconds)
{
    const qint64 s = std::abs(seconds);
    if (s < 120)
        return tr("%1 s").arg(s);
    if (s < 2 * hour)
        return tr("%1 min %2 s").arg(s / 60).arg(s % 60);
    if (s < 48 * hour)
        return tr("%1 h %2 min").arg(s / hour).arg(s % hour / 60);
    return tr("%1 days").arg(s / (24 * hour));
}

// Digits only, so many that they count milli-, micro- or nanoseconds, or with a fraction.
bool hasOtherUnit(const QByteArray &timestamp)
{
    const qsizetype point = timestamp.indexOf('.');
    const QByteArray whole = point < 0 ? timestamp : timestamp.first(point);
    bool isNumber = false;
    whole.toLongLong(&isNumber);
    return isNumber
        && (point >= 0 || whole.size() == 13 || whole.size() == 16 || whole.size() == 19);
}

QString reason(qint64 age)
{
    const qint64 offHour = std::abs(std::remainder(double(age), double(hour)));
    if (std::abs(age) >= hour - nearAnHour && std::abs(age) < 15 * hour && offHour < nearAnHour)
        return tr("That is close to whole hours, as when a time zone is mixed up.");
    return age > 0 ? tr("It was held back or sent again, or a clock is wrong.")
                   : tr("The sender's clock or the receiver's is wrong.");
}

} // namespace

std::optional<Hint> clockCause(const Question &question, const Verdict &verdict)
{
    if (verdict.signature != Signature::Verified || !question.scheme.time)
        return {};
    const QByteArray timestamp = Workbench(question).timestamp();
    const bool off
        = verdict.freshness == Freshness::Stale || verdict.freshness == Freshness::Future;
    if ((off || verdict.freshness == Freshness::Malformed)
        && question.scheme.time->unit == Unit::Seconds && hasOtherUnit(timestamp))
        return Hint{Cause::TimestampText,
                    tr("The signature is right, but the timestamp “%1” is not in whole seconds, as "
                       "the scheme has it.")
                        .arg(QString::fromLatin1(timestamp)),
                    tr("Send the timestamp in whole seconds since 1970.")};
    if (!off || !verdict.ageSeconds)
        return {};
    const qint64 age = *verdict.ageSeconds;
    const QString limit = duration(question.scheme.time->tolerance.value_or(0));
    const QString detail = age > 0
        ? tr("The signature is right, but the request is %1 old (%2 s); the limit is %3.")
        : tr("The signature is right, but its timestamp is %1 ahead (%2 s); the limit is %3.");
    return Hint{
        Cause::Clock, detail.arg(duration(age)).arg(age).arg(limit) + u' ' + reason(age),
        tr("Compare both clocks with a time server; do not accept old requests, they may be "
           "replayed.")};
}

} // namespace signature
