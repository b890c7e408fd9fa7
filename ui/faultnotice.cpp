// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/faultnotice.h"

#include "capture/answerrules.h"
#include "capture/rulewords.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "ui/messagebar.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

const QString key = u"faults"_s;

QString timeLeft(qint64 microseconds)
{
    const qint64 seconds = (microseconds + 999'999) / 1'000'000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

qint64 badUntil(const capture::AnswerRule &rule, qint64 now)
{
    return capture::answersBadlyUntil({.rules = {.answers = {rule}}}, now);
}

QString timeText(qint64 until, qint64 now)
{
    return until == capture::forGood ? FaultNotice::tr("until you change it")
                                     : FaultNotice::tr("for %1 more").arg(timeLeft(until - now));
}

struct Trouble {
    QString what; // "every webhook is answered 503", "what fits customer/* is reset"
    qint64 until = 0;
};

QList<Trouble> troublesOf(const capture::Endpoint &endpoint, qint64 now)
{
    QList<Trouble> troubles;
    for (const capture::AnswerRule &rule : endpoint.rules.answers) {
        const qint64 until = badUntil(rule, now);
        if (until == 0)
            continue;
        const QStringList conditions = capture::ruleConditions(rule);
        const QString which = conditions.isEmpty()
            ? FaultNotice::tr("every webhook")
            : FaultNotice::tr("what fits %1").arg(conditions.join(u", "_s));
        troubles.append(
            {FaultNotice::tr("%1 is %2").arg(which, capture::answeredText(rule)), until});
    }
    if (endpoint.profile.status / 100 != 2) {
        const QString all = troubles.isEmpty() ? FaultNotice::tr("every webhook is answered %1")
                                               : FaultNotice::tr("all else is answered %1");
        troubles.append({all.arg(endpoint.profile.status), capture::forGood});
    }
    return troubles;
}

QString restText(const QList<Trouble> &rest, qint64 now)
{
    qint64 last = 0;
    for (const Trouble &trouble : rest)
        last = std::max(last, trouble.until);
    return last == capture::forGood
        ? FaultNotice::tr("and %L1 more until you change it").arg(rest.size())
        : FaultNotice::tr("and %L1 more for up to %2").arg(rest.size()).arg(timeLeft(last - now));
}

// "every webhook is answered 503 for 9:41 more". Where the times differ, each has its own behind
// it.
QString whatHappens(const QList<Trouble> &troubles, qint64 now)
{
    constexpr qsizetype mostTold = 4;
    QStringList told;
    QStringList times;
    for (const Trouble &trouble : troubles) {
        told.append(trouble.what);
        times.append(timeText(trouble.until, now));
    }
    const bool together = times.count(times.first()) == times.size();
    if (!together) {
        for (qsizetype i = 0; i < told.size(); ++i)
            told[i] += u' ' + times[i];
    }
    if (told.size() > mostTold)
        told = told.first(mostTold)
            << (together ? FaultNotice::tr("and %L1 more").arg(troubles.size() - mostTold)
                         : restText(troubles.sliced(mostTold), now));
    const QString text = told.join(u", "_s);
    return together ? text + u' ' + times.first() : text;
}

// "At / every webhook is answered 503 for 9:41 more, then 200 again."
QString sentence(const capture::Endpoint &endpoint, qint64 now)
{
    const QString text = FaultNotice::tr("At %1 %2")
                             .arg(endpoint.path, whatHappens(troublesOf(endpoint, now), now));
    return capture::answersBadlyUntil(endpoint, now) == capture::forGood
        ? text + u'.'
        : FaultNotice::tr("%1, then %2 again.").arg(text).arg(endpoint.profile.status);
}

QString sentences(const QList<capture::Endpoint> &endpoints, qint64 now)
{
    QStringList parts;
    bool smile = false;
    for (const capture::Endpoint &endpoint : endpoints) {
        if (capture::answersBadlyUntil(endpoint, now) == 0)
            continue;
        smile = smile || endpoint.scheme == "smile"_L1;
        parts.append(sentence(endpoint, now));
    }
    if (parts.isEmpty())
        return {};
    return parts.join(u' ') + u' '
        + (smile ? FaultNotice::tr("Smile sends these again, and after 24 hours of failures "
                                   "disables the webhook for the whole app.")
                 : FaultNotice::tr("Senders take that for failed deliveries and send them again."));
}

} // namespace

FaultNotice::FaultNotice(inspector::Inspector &inspector, MessageBar &bar)
    : QObject(&bar)
    , m_inspector(inspector)
    , m_bar(bar)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &FaultNotice::refresh);
    connect(&inspector, &inspector::Inspector::endpointsChanged, this, &FaultNotice::refresh);
    refresh();
}

void FaultNotice::refresh()
{
    const QString text = sentences(m_inspector.endpoints(), core::now());
    if (text.isEmpty()) {
        m_second.stop();
        return m_bar.dismiss(key);
    }
    m_second.start();
    if (m_bar.has(key))
        return m_bar.setText(key, text);
    m_bar.show({.key = key,
                .kind = Message::Kind::Warning,
                .title = tr("Some webhooks are not answered 2xx"),
                .text = text,
                .choices = {{tr("Answer 200 again"), [this] { answerWell(); }},
                            {tr("Endpoints…"), [this] { Q_EMIT settingsWanted(); }}},
                .closable = false});
}

// Switches the rules that answer badly off; they stay for another time.
void FaultNotice::answerWell()
{
    const qint64 now = core::now();
    QList<capture::Endpoint> endpoints = m_inspector.endpoints();
    for (capture::Endpoint &endpoint : endpoints) {
        if (endpoint.profile.status / 100 != 2)
            endpoint.profile.status = 200;
        for (capture::AnswerRule &rule : endpoint.rules.answers) {
            if (badUntil(rule, now) != 0)
                rule.until = now;
        }
    }
    m_inspector.setEndpoints(endpoints);
}

} // namespace ui
