// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/decidedby.h"

#include "ui/shownbytes.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("ui::decidedBy", text); }

QString ruleText(const QString &rule)
{
    static const QRegularExpression cut(
        u" \\((\\d+) of (\\d+) bytes, then the connection ended\\)$"_s);
    const QRegularExpressionMatch match = cut.match(rule);
    const QString name
        = tr("the rule “%1”")
              .arg(shownText(rule.first(match.hasMatch() ? match.capturedStart() : rule.size())));
    if (!match.hasMatch())
        return name;
    return tr("%1. The connection ended after %2 of %3 bytes.")
        .arg(name, match.captured(1), match.captured(2));
}

// Where only one of the targets answered so.
QString targetText(const inspector::Details &details)
{
    QStringList targets;
    for (const capture::Attempt &attempt : details.attempts) {
        if (attempt.source == "forward"_L1 && attempt.response
            && attempt.response->status == details.answer->status)
            targets += attempt.target;
    }
    targets.removeDuplicates();
    return targets.size() == 1 ? tr("the target's answer (%1)").arg(shownText(targets.first()))
                               : tr("the target's answer");
}

} // namespace

QString decidedBy(const inspector::Details &details)
{
    const QString &source = details.answer->source;
    if (source == "handshake: no secret"_L1)
        return tr("A challenge came. Its answer needs a secret of this endpoint, and "
                  "there was none.");
    if (const qsizetype end = source.indexOf(": "_L1); end >= 0)
        return ruleText(source.sliced(end + 2));
    if (source == "profile"_L1)
        return tr("the endpoint's reply");
    if (source == "handshake"_L1)
        return tr("the answer to a challenge");
    if (source == "rule"_L1)
        return tr("a rule");
    return source == "forward"_L1 ? targetText(details) : shownText(source);
}

} // namespace ui
