// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "commands/filteroption.h"
#include "commands/options.h"
#include "commands/output.h"
#include "inspector/exportjob.h"
#include "inspector/settings.h"

#include <QCoreApplication>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

static int exportToStdout(const QString &storeFile, const filter::Filter &filter)
{
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return fail(store.error());
    bool told = false;
    const auto write = [&](const QByteArray &line) -> core::Status {
        if (writeOut(line))
            return core::Done{};
        told = true;
        return core::Error{};
    };
    const auto lines = inspector::exportNdjson(**store, write, filter);
    if (lines)
        return Done;
    return told ? BadEnvironment : fail(lines.error());
}

static int run(const Options &options)
{
    const QString storeFile
        = options.text(u"store"_s, inspector::Places::standard().defaultStore());
    if (const QString format = options.text(u"format"_s); format != "ndjson"_L1)
        return fail({.kind = core::ErrorKind::Usage,
                     .what = format.isEmpty() ? tr("--format is missing.")
                                              : tr("There is no format %1.").arg(format),
                     .why = tr("This version writes ndjson.")});
    const auto filter = filterOption(options);
    if (!filter)
        return BadUsage;
    if (!options.has(u"output"_s))
        return exportToStdout(storeFile, *filter);
    const QString output = options.text(u"output"_s);
    const auto lines = inspector::exportNdjson(storeFile, output, *filter);
    if (!lines)
        return fail(lines.error());
    say(tr("Wrote %1 lines to %2.").arg(*lines).arg(output));
    return Done;
}

int exportStore(const QStringList &arguments)
{
    const Usage usage{
        .command = u"export"_s,
        .purpose = tr("Writes what a store holds, oldest first."),
        .options = {{u"store"_s, u"FILE"_s, tr("The store; default: the window's own.")},
                    {u"format"_s, u"FORMAT"_s, tr("ndjson: a line a delivery, lossless.")},
                    filterUsage(),
                    {u"output"_s, u"FILE"_s,
                     tr("Written beside it first, then renamed, mode 0600; "
                        "default: standard output.")}},
        .example = u"hookglass export --store dev.hookglass --format ndjson | jq .event.topic"_s};
    return runWith(usage, arguments, run);
}

} // namespace commands
