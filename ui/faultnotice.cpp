// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/faultnotice.h"

#include "capture/answerrules.h"
#include "capture/rulewords.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "ui/messagebar.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

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

constexpr qsizetype mostTold = 2; // rules of an endpoint in words

// "every webhook is answered 503", "what fits customer/* is reset"
QString ruleText(const capture::AnswerRule &rule)
{
    const QStringList conditions = capture::ruleConditions(rule);
    const QString which = conditions.isEmpty()
        ? FaultNotice::tr("every webhook")
        : FaultNotice::tr("what fits %1").arg(conditions.join(u", "_s));
    return FaultNotice::tr("%1 is %2").arg(which, capture::answeredText(rule));
}

struct Troubles {
    QStringList told;
    QList<qint64> until; // of each, also of those that are too many to tell
};

Troubles troublesOf(const capture::Endpoint &endpoint, qint64 now)
{
    Troubles troubles;
    for (const capture::AnswerRule &rule : endpoint.rules.answers) {
        const qint64 until = badUntil(rule, now);
        if (until == 0)
            continue;
        troubles.until.append(until);
        if (troubles.told.size() < mostTold)
            troubles.told.append(ruleText(rule));
    }
    if (const qsizetype more = troubles.until.size() - troubles.told.size(); more > 0)
        troubles.told.append(FaultNotice::tr("and %n more rule(s)", nullptr, int(more)));
    if (endpoint.profile.status / 100 != 2) {
        const QString all = troubles.told.isEmpty()
            ? FaultNotice::tr("every webhook is answered %1")
            : FaultNotice::tr("all else is answered %1");
        troubles.told.append(all.arg(endpoint.profile.status));
        troubles.until.append(capture::forGood);
    }
    return troubles;
}

// How long it takes until all is well, where not all of it takes the same.
QString timeText(const QList<qint64> &until, qint64 now)
{
    const qint64 last = *std::max_element(until.begin(), until.end());
    const bool together = until.count(last) == until.size();
    if (last == capture::forGood)
        return together ? FaultNotice::tr("until you change it")
                        : FaultNotice::tr("some of it until you change it");
    const QString clock = QDateTime::fromMSecsSinceEpoch(last / 1000).toString(u"HH:mm"_s);
    return (together ? FaultNotice::tr("until %1, in %2")
                     : FaultNotice::tr("the last until %1, in %2"))
        .arg(clock, timeLeft(last - now));
}

// "At / every webhook is answered 503, until 17:52, in 9:41; then 200 again."
QString sentence(const capture::Endpoint &endpoint, qint64 now)
{
    const Troubles troubles = troublesOf(endpoint, now);
    const QString text
        = FaultNotice::tr("At %1 %2, %3")
              .arg(endpoint.path, troubles.told.join(u", "_s), timeText(troubles.until, now));
    return troubles.until.contains(capture::forGood)
        ? text + u'.'
        : FaultNotice::tr("%1; then %2 again.").arg(text).arg(endpoint.profile.status);
}

// The first with rules that answer badly; empty: there is none.
QString ruledEndpoint(const QList<capture::Endpoint> &endpoints, qint64 now)
{
    for (const capture::Endpoint &endpoint : endpoints) {
        if (std::ranges::any_of(endpoint.rules.answers, [now](const capture::AnswerRule &rule) {
                return badUntil(rule, now) != 0;
            }))
            return endpoint.path;
    }
    return {};
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
    const QString ruled = ruledEndpoint(m_inspector.endpoints(), core::now());
    if (std::exchange(m_ruled, ruled) == ruled && m_bar.has(key))
        return m_bar.setText(key, text);
    QList<Message::Choice> choices{{tr("Answer 200 again"), [this] { answerWell(); }}};
    if (!ruled.isEmpty())
        choices.append({tr("Answer rules…"), [this, ruled] { Q_EMIT rulesWanted(ruled); }});
    choices.append({tr("Endpoints…"), [this] { Q_EMIT settingsWanted(); }});
    m_bar.show({.key = key,
                .kind = Message::Kind::Warning,
                .title = tr("Some webhooks are not answered 2xx"),
                .text = text,
                .choices = choices,
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
