// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/explanation.h"
#include "signature/explanationtext.h"
#include "signature/hiddenvalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace signature
{

namespace
{

// Writes the sentence about the time.
class FreshnessExplanation
{
    Q_DECLARE_TR_FUNCTIONS(signature::Explanation)

public:
    FreshnessExplanation(const Scheme &scheme, const JudgedTime &time)
        : m_scheme(scheme)
        , m_time(time)
    {
    }

    QString fresh() const;
    QString stale() const;
    QString future() const;
    QString unjudged() const;
    QString malformed(const Value &timestamp) const;
    QString missing() const;
    QString hidden() const
    {
        return tr("The timestamp was hidden with the signature when this was exported.");
    }

private:
    std::optional<qint64> limit() const
    {
        if (m_scheme.type == Type::Jws)
            return m_scheme.jws.maxAge;
        return m_scheme.time ? m_scheme.time->tolerance : std::nullopt;
    }
    QString distance() const;

    const Scheme &m_scheme;
    const JudgedTime &m_time;
};

QString FreshnessExplanation::fresh() const
{
    if (!limit())
        return tr("It arrived in the time that the token allows.");
    const bool ahead = m_time.ageMicroseconds.value_or(m_time.ageSeconds.value_or(0)) < 0;
    const QString sentence = ahead
        ? tr("The timestamp is %1 ahead of this computer; the limit is %2.")
        : tr("Sent %1 before it arrived; the limit is %2.");
    return sentence.arg(distance(), duration(quint64(*limit())));
}

QString FreshnessExplanation::stale() const
{
    if (m_time.reason == TimeReason::Expired)
        return tr("The token had expired when it arrived.");
    return tr("Sent %1 before it arrived. A proxy may have held it back, or an old webhook was "
              "replayed.")
        .arg(distance());
}

QString FreshnessExplanation::future() const
{
    if (m_time.reason == TimeReason::NotYet)
        return tr("The token was not valid yet when it arrived. Check the clock.");
    const QString sentence
        = tr("The timestamp is %1 ahead of this computer. Check the clock.").arg(distance());
    if (m_scheme.id != smile().id)
        return sentence;
    return sentence + u' ' + tr("Smile's sample code would accept it.");
}

QString FreshnessExplanation::unjudged() const
{
    if (!m_time.ageSeconds || !m_scheme.time)
        return {};
    const bool ahead = *m_time.ageSeconds < 0;
    const QString sentence = ahead
        ? tr("The timestamp is %1 ahead of this computer; this scheme sets no limit.")
        : tr("Sent %1 before it arrived; this scheme sets no limit.");
    return sentence.arg(distance());
}

QString FreshnessExplanation::malformed(const Value &timestamp) const
{
    if (m_scheme.type == Type::Jws || !m_scheme.time)
        return tr("A time in the token is no number.");
    const QString got = quotable(timestamp.text);
    switch (m_scheme.time->unit) {
    case Unit::Seconds:
        return tr("Expected a Unix time, got “%1”.").arg(got);
    case Unit::Milliseconds:
        return tr("Expected a Unix time in milliseconds, got “%1”.").arg(got);
    case Unit::SecondsOrMilliseconds:
        return tr("Expected a Unix time in seconds or milliseconds, got “%1”.").arg(got);
    case Unit::Iso8601:
        return tr("Expected a date and time like 2026-11-23T10:00:00Z, got “%1”.").arg(got);
    case Unit::HttpDate:
        return tr("Expected a date and time like Mon, 23 Nov 2026 10:00:00 GMT, got “%1”.")
            .arg(got);
    }
    Q_UNREACHABLE();
}

QString FreshnessExplanation::missing() const
{
    if (m_scheme.time)
        return missingSentence(m_scheme.time->from);
    const bool isIssueTime = m_scheme.jws.maxAge && !m_time.ageSeconds;
    return missingSentence({Source::Claim, isIssueTime ? "iat" : "exp"});
}

// As exact as the timestamp where it is small.
QString FreshnessExplanation::distance() const
{
    const qint64 age = m_time.ageSeconds.value_or(0);
    if (age <= -60 || age >= 60)
        return duration(age < 0 ? ~quint64(age) + 1 : quint64(age));
    const qint64 exact = m_time.ageMicroseconds.value_or(age * 1'000'000);
    const double seconds = double(std::abs(exact)) / 1'000'000;
    // Cut, not rounded: 59.99 s is not yet 60.0 s.
    return tr("%1 s").arg(QLocale().toString(std::floor(seconds * 10) / 10, 'f', 1));
}

// What stands beside the signature, or in the token that it signs.
bool isHiddenWithSignature(const http::Request &request, const Scheme &scheme)
{
    const bool beside = scheme.type == Type::Jws
        || (scheme.time && scheme.time->from.source == Source::SignatureField);
    return beside && isSignatureHidden(request, scheme);
}

} // namespace

QString freshnessSentence(const http::Request &request, const Scheme &scheme,
                          const Value &timestamp, const JudgedTime &time)
{
    const FreshnessExplanation explanation(scheme, time);
    switch (time.freshness) {
    case Freshness::Fresh:
        return explanation.fresh();
    case Freshness::Stale:
        return explanation.stale();
    case Freshness::Future:
        return explanation.future();
    case Freshness::Missing:
        return isHiddenWithSignature(request, scheme) ? explanation.hidden()
                                                      : explanation.missing();
    case Freshness::Malformed:
        if (timestamp.state == Value::State::Repeated && scheme.time)
            return repeatedSentence(scheme.time->from,
                                    http::count(request.fields, scheme.time->from.name));
        return explanation.malformed(timestamp);
    case Freshness::NotApplicable:
        return explanation.unjudged();
    }
    Q_UNREACHABLE();
}

QString duration(quint64 seconds)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("signature::Explanation", text);
    };
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

} // namespace signature
