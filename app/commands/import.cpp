// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/options.h"
#include "commands/output.h"
#include "core/clock.h"
#include "core/samefile.h"
#include "formats/entrysource.h"
#include "inspector/importjob.h"
#include "inspector/settings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

static void tell(const inspector::ImportJob &job)
{
    const inspector::ImportSummary &summary = job.summary();
    for (const QString &line : summary.named)
        say(job.faults().contains(line) ? u"hookglass: "_s + line : line);
    if (summary.altered > 0)
        say(tr("Bodies that are not the ones that were exported: %1.").arg(summary.altered));
    say(tr("Imported %1 and %2; wrong and left out: %3.")
            .arg(counted(summary.deliveries, tr("%1 delivery"), tr("%1 deliveries")),
                 counted(summary.rejections, tr("%1 rejection"), tr("%1 rejections")))
            .arg(summary.wrong));
    if (!summary.files.isEmpty())
        say(counted(summary.files.size(), tr("%1 file could not be read: %2."),
                    tr("%1 files could not be read: %2."))
                .arg(summary.files.join(u", "_s)));
}

// Why nothing can be read from any of the files; nothing where something can. A pipe gives what it
// has only once, so that it is taken for one that can.
static QList<core::Error> troubles(const QStringList &files)
{
    QList<core::Error> troubles;
    for (const QString &file : files) {
        const QFileInfo info(file);
        if (file == u'-' || (info.exists() && !info.isFile() && !info.isDir()))
            return {};
        auto source = formats::EntrySource::open(file, core::now());
        std::optional<core::Error> trouble;
        if (!source)
            trouble = source.error();
        else if (!(*source)->next())
            trouble = (*source)->trouble();
        if (!trouble)
            return {};
        troubles.append(*trouble);
    }
    return troubles;
}

static int sayNothingIsRead(const QList<core::Error> &troubles)
{
    int status = SaidNo;
    for (const core::Error &trouble : troubles) {
        say(u"hookglass: "_s + core::describe(trouble));
        if (trouble.kind != core::ErrorKind::Damaged)
            status = BadEnvironment;
    }
    return status;
}

static int run(const Options &options)
{
    const QString file = options.text(u"store"_s);
    if (file.isEmpty())
        return fail({core::ErrorKind::Usage, tr("--store is missing."), {}});
    for (const QString &from : options.arguments()) {
        if (core::isSameFile(from, file))
            return fail({core::ErrorKind::Usage, tr("Cannot import %1.").arg(from),
                         tr("It is the store that it would be brought into.")});
    }
    if (!QFileInfo::exists(file)) { // A wrong name is to leave no empty store behind.
        const QList<core::Error> unread = troubles(options.arguments());
        if (!unread.isEmpty())
            return sayNothingIsRead(unread);
    }
    const auto store = capture::Store::open(file, capture::Access::Write);
    if (!store)
        return fail(store.error());
    const auto schemes = (*store)->schemes();
    const auto endpoints = (*store)->endpoints();
    if (!schemes || !endpoints)
        return fail(schemes ? endpoints.error() : schemes.error());
    inspector::ImportJob job(options.arguments(), {*schemes, *endpoints, {}}, core::now());
    while (job.step(**store)) { }
    const inspector::ImportSummary &summary = job.summary();
    tell(job);
    return summary.broken                               ? BadEnvironment
        : summary.wrong > 0 || !summary.files.isEmpty() ? SaidNo
                                                        : Done;
}

int importFiles(const QStringList &arguments)
{
    const Usage usage{
        .command = u"import"_s,
        .purpose
        = tr("Brings deliveries from files into a store, which is made where there is none: "
             "NDJSON and HAR, raw HTTP and stores; - is standard input.\nWhat is wrong is "
             "named and left out, and the exit status is 1 then. Nothing that a file says "
             "is trusted: signatures are judged anew."),
        .arguments = u"FILE…"_s,
        .fewest = 1,
        .most = -1,
        .options = {{u"store"_s, u"FILE"_s, tr("The store.")}},
        .example = u"hookglass import --store dev.hookglass export.ndjson browser.har"_s};
    return runWith(usage, arguments, run);
}

} // namespace commands
