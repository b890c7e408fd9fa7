// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/answerrules.h"

#include <algorithm>
#include <array>

namespace capture
{

namespace
{

constexpr std::array<QByteArrayView, 5> faultWords{"none", "close", "reset", "hang", "slow-body"};

// Goes back to the last "*" where a character does not fit, so it takes no more steps than the
// product of both lengths.
bool isLike(QStringView text, QStringView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == u'*') {
            star = in++;
            resume = at;
        } else if (in < pattern.size() && pattern[in] == text[at]) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + in, pattern.end(), [](QChar c) { return c == u'*'; });
}

bool letsPass(const QString &pattern, const QString &text)
{
    return pattern.isEmpty() || isLike(text, pattern);
}

QString pathOf(QByteArrayView target)
{
    const qsizetype query = target.indexOf('?');
    return QString::fromUtf8(query < 0 ? target : target.first(query));
}

bool isOn(const AnswerRule &rule, qint64 now) { return rule.until == 0 || now < rule.until; }

bool isBad(const AnswerRule &rule)
{
    const bool answers = rule.fault == Fault::None || rule.fault == Fault::SlowBody;
    return !answers || rule.answer.status / 100 != 2;
}

} // namespace

bool fits(const AnswerRule &rule, const Delivery &delivery, int occurrence, qint64 now)
{
    const RuleCondition &when = rule.when;
    return isOn(rule, now) && (rule.failFirst == 0 || occurrence <= rule.failFirst)
        && (when.method.isEmpty() || when.method == delivery.request.method)
        && letsPass(when.path, pathOf(delivery.request.target))
        && letsPass(when.topic, delivery.event.topic)
        && letsPass(when.account, delivery.event.account)
        && (!when.signature || *when.signature == delivery.verdict.signature)
        && (!when.freshness || *when.freshness == delivery.verdict.freshness);
}

qint64 answersBadlyUntil(const Endpoint &endpoint, qint64 now)
{
    if (!endpoint.enabled)
        return 0;
    qint64 until = endpoint.profile.status / 100 == 2 ? 0 : forGood;
    for (const AnswerRule &rule : endpoint.rules.answers) {
        if (isOn(rule, now) && isBad(rule))
            until = std::max(until, rule.until == 0 ? forGood : rule.until);
    }
    return until;
}

QByteArray word(Fault fault) { return faultWords[size_t(fault)].toByteArray(); }

std::optional<Fault> faultFromWord(QByteArrayView word)
{
    const auto *found = std::find(faultWords.begin(), faultWords.end(), word);
    if (found == faultWords.end())
        return {};
    return Fault(found - faultWords.begin());
}

} // namespace capture
