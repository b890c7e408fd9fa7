// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rulewords.h"

#include "ui/views/verdictlook.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using capture::AnswerRule;
using capture::Fault;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("ui::RuleWords", text); }

QString clock(qint64 microseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(microseconds / 1000);
    const bool today = time.date() == QDate::currentDate();
    return today ? time.toString(u"HH:mm"_s) : time.toString(u"d MMM HH:mm"_s);
}

QString faultTitle(const AnswerRule &rule)
{
    switch (rule.fault) {
    case Fault::None:
        return QString::number(rule.answer.status);
    case Fault::Close:
        return tr("closed without an answer");
    case Fault::Reset:
        return tr("reset");
    case Fault::Hang:
        return tr("left hanging");
    case Fault::SlowBody:
        return tr("%1 with a slow body").arg(rule.answer.status);
    }
    Q_UNREACHABLE();
}

bool isOver(const TimedRule &timed, qint64 now)
{
    return timed.rule.until != 0 && timed.rule.until <= now;
}

// Whether its time begins when the rules are taken over.
bool beginsThen(const TimedRule &timed, qint64 now)
{
    return timed.on && timed.minutes > 0 && (isOver(timed, now) || timed.minutes != timed.offered);
}

QString timeText(const TimedRule &timed, qint64 now)
{
    if (!timed.on)
        return isOver(timed, now) ? tr("over since %1").arg(clock(timed.rule.until)) : tr("off");
    if (timed.minutes == 0)
        return tr("until changed");
    if (beginsThen(timed, now) || timed.rule.until == 0)
        return tr("for %1 min").arg(timed.minutes);
    return tr("until %1").arg(clock(timed.rule.until));
}

} // namespace

QStringList ruleConditions(const AnswerRule &rule)
{
    const capture::RuleCondition &when = rule.when;
    QStringList conditions{QString::fromLatin1(when.method), when.path, when.topic, when.account};
    if (when.signature)
        conditions.append(titleOf(*when.signature));
    if (when.freshness)
        conditions.append(titleOf(*when.freshness));
    conditions.removeAll(QString());
    if (rule.failFirst > 0)
        conditions.append(tr("the first %1 of each event").arg(rule.failFirst));
    return conditions;
}

QString answeredText(const AnswerRule &rule)
{
    const bool answers = rule.fault == Fault::None || rule.fault == Fault::SlowBody;
    return answers ? tr("answered %1").arg(faultTitle(rule)) : faultTitle(rule);
}

QString describe(const TimedRule &timed, qint64 now)
{
    QStringList conditions = ruleConditions(timed.rule);
    const bool every = conditions.isEmpty() || (conditions.size() == 1 && timed.rule.failFirst > 0);
    if (every)
        conditions.prepend(tr("Every webhook"));
    return tr("%1: %2, %3")
        .arg(conditions.join(u", "_s), faultTitle(timed.rule), timeText(timed, now));
}

QString timeSentence(const TimedRule &timed, qint64 now)
{
    if (!timed.on)
        return isOver(timed, now)
            ? tr("Its time was over at %1. Switched on it runs anew, for as long as stands here.")
                  .arg(clock(timed.rule.until))
            : tr("It is off. Switched on it runs for as long as stands here.");
    if (timed.minutes == 0)
        return tr("It answers so until you change it.");
    if (beginsThen(timed, now) || timed.rule.until == 0)
        return tr("From when you use these rules. Then the usual reply is given again.");
    return tr("It runs until %1. Another time begins anew.").arg(clock(timed.rule.until));
}

} // namespace ui
