// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/filteroption.h"

#include "commands/output.h"
#include "filter/parse.h"

#include <QCoreApplication>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

Option filterUsage()
{
    return {u"filter"_s, u"F"_s,
            tr("Only what matches, as in the window: topic:customer/* sig:invalid.")};
}

std::optional<filter::Filter> filterOption(const Options &options)
{
    const QString text = options.text(u"filter"_s);
    const filter::Parsed parsed = filter::parse(text);
    if (!parsed.fault)
        return parsed.filter;
    const filter::Fault &fault = *parsed.fault;
    fail({.kind = core::ErrorKind::Usage,
          .what = tr("The filter cannot be read."),
          .why = fault.text});
    const QStringList lines = filter::marked(text, fault).split(u'\n');
    for (const QString &line : lines)
        say(line);
    // A shell takes quotes away that are not quoted themselves.
    if (fault.suggestion.startsWith(u'"'))
        say(tr("In quotes it is a word; they belong to the filter: %1").arg(fault.suggestion));
    else if (!fault.suggestion.isEmpty())
        say(tr("Did you mean %1?").arg(fault.suggestion));
    return {};
}

} // namespace commands
