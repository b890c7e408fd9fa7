// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rulewords.h"

#include "signature/verdicttitle.h"

#include <QCoreApplication>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("capture::RuleWords", text); }

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

} // namespace

QStringList ruleConditions(const AnswerRule &rule)
{
    const RuleCondition &when = rule.when;
    QStringList conditions{QString::fromLatin1(when.method), when.path, when.topic};
    if (!when.account.isEmpty()) // a number alone would not say of what
        conditions.append(tr("account %1").arg(when.account));
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

QString ruleTitle(const AnswerRule &rule)
{
    QStringList conditions = ruleConditions(rule);
    const bool every = conditions.isEmpty() || (conditions.size() == 1 && rule.failFirst > 0);
    if (every)
        conditions.prepend(tr("Every webhook"));
    return u"%1: %2"_s.arg(conditions.join(u", "_s), faultTitle(rule));
}

} // namespace capture
