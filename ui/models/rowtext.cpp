// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowtext.h"

#include "models/shownbytes.h"
#include "signature/verdicttitle.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

namespace
{

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("models::rowtext", text, nullptr, n);
}

constexpr qint64 oneSecond = 1'000'000; // in microseconds
constexpr qint64 mostTold = std::numeric_limits<qint32>::max(); // in seconds: a row's largest

// Signed times are whole seconds, so the fraction of the arrival is that of the age.
qint64 exactAge(qint64 seconds, qint64 receivedAt)
{
    const qint64 fraction = receivedAt % oneSecond;
    return seconds * oneSecond + (fraction < 0 ? fraction + oneSecond : fraction);
}

QString ageText(Freshness freshness, qint64 seconds, qint64 receivedAt)
{
    const QString span = ageSpan(seconds, receivedAt);
    if (freshness == Freshness::Future) // a sign goes before a number only
        return seconds <= -mostTold ? span : u'+' + span;
    if (exactAge(std::clamp<qint64>(seconds, -60, 60), receivedAt) < 0)
        return tr("%1 ahead").arg(span);
    return span;
}

QString sinceText(qint64 microseconds)
{
    const double seconds = double(microseconds) / 1e6;
    return (seconds < 0 ? QString() : u"+"_s) + QLocale().toString(seconds, 'f', 3) + tr(" s");
}

// "a@b.c · 1240 pts" with the number as the user's country writes it.
QString grouped(const QString &text)
{
    static const QRegularExpression number(u" · (\\d{4,15})(?= )"_s);
    const QRegularExpressionMatch match = number.match(text);
    if (!match.hasMatch())
        return text;
    const qsizetype start = match.capturedStart(1);
    return text.first(start) + QLocale().toString(match.captured(1).toLongLong())
        + text.sliced(match.capturedEnd(1));
}

} // namespace

QString signatureText(const capture::Summary &row)
{
    return row.rejection ? capture::title(*row.rejection) : signatureWord(row.signature);
}

QString freshnessText(const capture::Summary &row)
{
    if (row.rejection)
        return {};
    const QString word = freshnessWord(row.freshness);
    const bool dated = row.freshness == Freshness::Fresh || row.freshness == Freshness::Stale
        || row.freshness == Freshness::Future;
    if (!dated || !row.ageSeconds)
        return word;
    return u"%1 · %2"_s.arg(word, ageText(row.freshness, *row.ageSeconds, row.receivedAt));
}

QString summaryText(const capture::Summary &row)
{
    // What no provider's words tell of is still told apart by what was asked for.
    if (row.text.isEmpty() && !row.rejection)
        return shownBytes(row.target.isEmpty() ? row.method : row.method + ' ' + row.target);
    const QString text = grouped(shownText(row.text));
    if (row.rejection && row.count > 1)
        return tr("%1 · %n times", int(row.count)).arg(text);
    return text;
}

QString signatureWord(Signature signature)
{
    if (signature == Signature::Invalid)
        return tr("Invalid");
    return signature == Signature::Malformed ? tr("Malformed") : titleOf(signature);
}

QString freshnessWord(Freshness freshness)
{
    if (freshness == Freshness::Future)
        return tr("Future");
    return freshness == Freshness::Malformed ? tr("Malformed") : titleOf(freshness);
}

QString spanText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 year = 365 * day;
    if (seconds < minute)
        return tr("%1 s").arg(seconds);
    if (seconds < hour)
        return tr("%1 min").arg(seconds / minute);
    if (seconds < 2 * day)
        return tr("%1 h").arg(seconds / hour);
    if (seconds < 2 * year)
        return tr("%1 days").arg(seconds / day);
    if (seconds >= mostTold)
        return tr("over %1 years").arg(mostTold / year);
    return tr("%1 years").arg(seconds / year);
}

QString exactSpan(qint64 seconds)
{
    return seconds < exactBelow ? tr("%1 s").arg(seconds) : spanText(seconds);
}

QString ageSpan(qint64 seconds, qint64 receivedAt)
{
    if (seconds <= -60 || seconds >= 60)
        return exactSpan(std::abs(std::max(seconds, -std::numeric_limits<qint64>::max())));
    const qint64 tenths = std::abs(exactAge(seconds, receivedAt)) / (oneSecond / 10);
    return tr("%1 s").arg(QLocale().toString(double(tenths) / 10, 'f', 1));
}

QString timeText(qint64 microseconds, TimeForm form, qint64 reference)
{
    const qint64 milliseconds = microseconds / 1000;
    switch (form) {
    case TimeForm::Clock:
        return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"HH:mm:ss.zzz"_s);
    case TimeForm::Utc:
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(u"HH:mm:ss.zzz"_s);
    case TimeForm::SinceFirst:
    case TimeForm::SincePrevious:
        return sinceText(microseconds - reference);
    }
    return {};
}

QString fullTimeText(qint64 microseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(microseconds / 1000);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString latencyText(qint64 microseconds)
{
    if (microseconds < 0)
        return {};
    if (microseconds < 1000)
        return tr("%1 µs").arg(microseconds);
    if (microseconds < 1'000'000)
        return tr("%1 ms").arg(QLocale().toString(double(microseconds) / 1e3, 'f', 1));
    return tr("%1 s").arg(QLocale().toString(double(microseconds) / 1e6, 'f', 1));
}

QString noAnswerText(QStringView source)
{
    const qsizetype end = source.indexOf(u':'); // behind it stands which rule wanted it
    const QStringView word = end < 0 ? source : source.first(end);
    if (word == u"close")
        return tr("closed without an answer");
    if (word == u"reset")
        return tr("reset without an answer");
    if (word == u"hang")
        return tr("held without an answer");
    return word == u"gone" ? tr("not answered, the connection ended") : tr("not answered");
}

bool documentedTopic(QStringView topic) { return topic == u"ping" || topic == u"customer/updated"; }

} // namespace models
