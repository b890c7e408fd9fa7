// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/filteroption.h"
#include "commands/interrupt.h"
#include "commands/options.h"
#include "commands/output.h"
#include "inspector/exportjob.h"
#include "inspector/settings.h"
#include "resend/targettrust.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

static core::Result<formats::Redaction> redactionOf(const Options &options,
                                                    const signature::SchemeBook &schemes)
{
    auto redaction = formats::Redaction::read(options.text(u"redact"_s), schemes);
    // What is to be shared must not go out as it is because a variable was not set.
    if (redaction && options.has(u"redact"_s) && redaction->isEmpty())
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = tr("--redact needs a value."),
                           .why = tr("There are header:NAME, json:/pointer, emails, names and "
                                     "signatures.")};
    return redaction;
}

// Each webhook's path begins with the slash that this does not end with.
static core::Result<QByteArray> originOf(const Options &options)
{
    QString url = options.text(u"url"_s, u"https://localhost:8443"_s);
    if (const QString why = resend::objection(QUrl(url)); !why.isEmpty())
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = tr("--url does not take “%1”.").arg(url),
                           .why = why};
    while (url.endsWith(u'/'))
        url.chop(1);
    return url.toUtf8();
}

static core::Result<inspector::ExportOrder> orderOf(const Options &options,
                                                    const signature::SchemeBook &schemes)
{
    const QString word = options.text(u"format"_s);
    const auto format = formats::formatFromWord(word);
    if (!format)
        return core::Error{
            .kind = core::ErrorKind::Usage,
            .what
            = word.isEmpty() ? tr("--format is missing.") : tr("There is no format %1.").arg(word),
            .why = tr("There are ndjson, har, csv, http, curl, curl-cmd, curl-powershell, "
                      "body and hookglass.")};
    const auto columns = formats::readCsvColumns(options.text(u"columns"_s));
    if (!columns)
        return columns.error();
    if (!columns->isEmpty() && *format != formats::Format::Csv)
        return core::Error{
            .kind = core::ErrorKind::Usage, .what = tr("--columns is for csv alone."), .why = {}};
    if (options.has(u"bom"_s) && *format != formats::Format::Csv)
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = tr("--bom is for csv alone."),
                           .why = tr("What reads the other formats would take it for a part of "
                                     "them.")};
    if (*format == formats::Format::Store && !options.has(u"output"_s))
        return core::Error{
            .kind = core::ErrorKind::Usage, .what = tr("A store needs --output."), .why = {}};
    const auto redaction = redactionOf(options, schemes);
    if (!redaction)
        return redaction.error();
    const auto origin = originOf(options);
    if (!origin)
        return origin.error();
    return inspector::ExportOrder{.format = *format,
                                  .target
                                  = {.origin = *origin, .authorityFile = options.text(u"ca"_s)},
                                  .columns = *columns,
                                  .byteOrderMark = options.has(u"bom"_s),
                                  .redaction = *redaction};
}

static bool isCurl(formats::Format format)
{
    return format == formats::Format::Curl || format == formats::Format::CurlCmd
        || format == formats::Format::CurlPowerShell;
}

// The script may be for another computer, so that this is none of the things that are refused.
static void warnOfMissingAuthority(const inspector::ExportOrder &order)
{
    const QString file = order.target.authorityFile;
    if (!file.isEmpty() && isCurl(order.format) && !QFileInfo(file).isFile())
        say(tr("%1 is no file here. Where the script runs, curl needs it there.").arg(file));
}

static int exportToStdout(const capture::Store &store, const inspector::ExportOrder &order)
{
    bool told = false;
    const auto count
        = inspector::exportStore(store, order, [&](const QByteArray &piece) -> core::Status {
              if (writeOut(piece))
                  return core::Done{};
              told = true;
              return core::Error{};
          });
    if (count)
        return Done;
    return told ? BadEnvironment : fail(count.error());
}

// Half a file is left by nothing, a signal neither.
static int exportToFile(const QString &storeFile, const capture::Store &store,
                        const inspector::ExportOrder &order, const QString &output)
{
    const Interrupt interrupt;
    const auto goesOn = [&interrupt](qint64) { return !interrupt.came(); };
    const bool folder = formats::isFileEach(order.format) && QFileInfo(output).isDir();
    const auto count = folder ? inspector::exportToFolder(store, order, output, goesOn)
                              : inspector::exportStore(storeFile, order, output, goesOn);
    if (!count)
        return fail(count.error());
    if (!*count) {
        say(folder ? tr("Stopped; the files that are there are whole.")
                   : tr("Stopped; nothing was written."));
        return SaidNo;
    }
    const QString written = folder ? counted(**count, tr("%1 file"), tr("%1 files"))
        : order.format == formats::Format::Ndjson
        ? counted(**count, tr("%1 line"), tr("%1 lines"))
        : counted(**count, tr("%1 webhook"), tr("%1 webhooks"));
    say(tr("Wrote %1 to %2.").arg(written, output));
    return Done;
}

static int run(const Options &options)
{
    // What is asked wrongly is told before a file is looked for.
    if (const auto order = orderOf(options, {}); !order)
        return fail(order.error());
    const auto filter = filterOption(options);
    if (!filter)
        return BadUsage;
    const QString storeFile
        = options.text(u"store"_s, inspector::Places::standard().defaultStore());
    const auto store = capture::Store::open(storeFile, capture::Access::Read);
    if (!store)
        return fail(store.error());
    const auto schemes = (*store)->schemes();
    if (!schemes)
        return fail(schemes.error());
    auto order = orderOf(options, *schemes);
    if (!order)
        return fail(order.error());
    order->filter = *filter;
    warnOfMissingAuthority(*order);
    if (!options.has(u"output"_s))
        return exportToStdout(**store, *order);
    return exportToFile(storeFile, **store, *order, options.text(u"output"_s));
}

int exportStore(const QStringList &arguments)
{
    const Usage usage{
        .command = u"export"_s,
        .purpose = tr("Writes what a store holds, oldest first."),
        .options
        = {{u"store"_s, u"FILE"_s, tr("The store; default: the window's own.")},
           {u"format"_s, u"FORMAT"_s,
            tr("ndjson: a line a delivery, lossless; har: HAR 1.2; csv: a table; http: raw "
               "requests; curl: a script for sh; curl-cmd, curl-powershell: the same for Windows; "
               "body: the bodies alone; hookglass: a store of its own.")},
           {u"columns"_s, u"NAMES"_s,
            tr("Of a csv, with commas between; default: all. A name that there is not lists "
               "them.")},
           {u"bom"_s,
            {},
            tr("Begins a csv with a byte order mark, by which Excel and LibreOffice know UTF-8.")},
           {u"redact"_s, u"RULES"_s,
            tr("What is replaced by placeholders: header:NAME, json:/pointer, emails, names, "
               "signatures, with commas between. A body that can't be looked through for them is "
               "left out: one that is no text and, for names and json:, one that is neither whole "
               "JSON nor a form. What was sent again is always left out.")},
           filterUsage(),
           {u"output"_s, u"FILE"_s,
            tr("Written beside it first, then renamed, mode 0600; default: standard output. For "
               "http and body a folder that is there gets a file for each.")},
           {u"url"_s, u"ORIGIN"_s, tr("Where curl sends to; default: https://localhost:8443.")},
           {u"ca"_s, u"PEM"_s, tr("The authority that curl is to trust.")}},
        .example = u"hookglass export --store dev.hookglass --format ndjson | jq .event.topic"_s};
    return runWith(usage, arguments, run);
}

} // namespace commands
