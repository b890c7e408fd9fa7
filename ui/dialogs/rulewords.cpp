// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rulewords.h"

#include "capture/rulewords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("ui::RuleWords", text); }

QString clock(qint64 microseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(microseconds / 1000);
    const bool today = time.date() == QDate::currentDate();
    return today ? time.toString(u"HH:mm"_s) : time.toString(u"d MMM HH:mm"_s);
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

QString describe(const TimedRule &timed, qint64 now)
{
    return u"%1, %2"_s.arg(capture::ruleTitle(timed.rule), timeText(timed, now));
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
