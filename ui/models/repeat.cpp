// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/repeat.h"

#include "capture/repeats.h"
#include "models/rowtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace models
{

namespace
{

constexpr qint64 oneMinute = 60'000'000; // in microseconds

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("models::Repeat", text, nullptr, n);
}

QString gap(qint64 microseconds)
{
    return microseconds < oneMinute ? latencyText(microseconds)
                                    : spanText(microseconds / 1'000'000);
}

QString placeSentence(const Repeat &repeat)
{
    if (repeat.first == 0 && repeat.previous == 0)
        return tr("Those before it are no longer in the list.");
    if (repeat.first != 0 && (repeat.sinceFirst < 0 || repeat.sincePrevious < 0))
        return tr("The first is #%1.").arg(repeat.first);
    if (repeat.first == 0)
        return tr("It came %1 after the one before (#%2).")
            .arg(gap(std::max<qint64>(repeat.sincePrevious, 0)))
            .arg(repeat.previous);
    if (repeat.first == repeat.previous || repeat.previous == 0)
        return tr("It came %1 after the first (#%2).")
            .arg(gap(repeat.sinceFirst))
            .arg(repeat.first);
    return tr("It came %1 after the one before (#%2) and %3 after the first (#%4).")
        .arg(gap(repeat.sincePrevious))
        .arg(repeat.previous)
        .arg(gap(repeat.sinceFirst))
        .arg(repeat.first);
}

} // namespace

QString repeatTitle(const Repeat &repeat)
{
    if (repeat.copied)
        return tr("Imported copy");
    return tr("Attempt %L1 of %L2").arg(repeat.attempt).arg(repeat.attempts);
}

QString repeatSentence(const Repeat &repeat)
{
    if (repeat.copied)
        return repeat.first == 0
            ? tr("The webhook that it is a copy of is no longer in the list.")
            : tr("An import brought #%1 again: this is neither a retry nor a replay.")
                  .arg(repeat.first);
    if (repeat.attempt == 1) {
        const int more = int(repeat.attempts - 1);
        return repeat.byId ? tr("The sender's id came %n more time(s).", more)
                           : tr("The same body came %n more time(s).", more);
    }
    QStringList sentences{repeat.byId ? tr("The sender's id was there before.")
                                      : tr("The same body was there before."),
                          placeSentence(repeat)};
    const qint64 left = capture::longestRetrying - repeat.sinceFirst;
    if (repeat.ofSmile && repeat.first != 0 && repeat.signing != Repeat::Signing::Same
        && repeat.sinceFirst >= 0 && left > 0)
        sentences += tr("Smile tries for 24 hours, of which %1 are left.").arg(gap(left));
    return sentences.join(u' ');
}

QString signingSentence(const Repeat &repeat)
{
    if (repeat.attempt == 1 || repeat.signing == Repeat::Signing::None)
        return {};
    return repeat.signing == Repeat::Signing::Anew
        ? tr("It is signed anew, as a retry is.")
        : tr("Its signature and its time were there before as well: it was replayed, or something "
             "on the way sent it twice.");
}

QString answerSentence(const Repeat &repeat)
{
    if (repeat.attempt == 1 || repeat.first == 0)
        return {};
    if (repeat.firstStatus == 0)
        return tr("The first got no answer, or it is not known.");
    return (repeat.firstStatus / 100 == 2
                ? tr("The first was answered %1, so there was no need to send it again.")
                : tr("The first was answered %1, so it was to be sent again."))
        .arg(repeat.firstStatus);
}

} // namespace models
