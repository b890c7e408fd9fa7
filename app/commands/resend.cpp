// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/repeats.h"
#include "capture/store.h"
#include "commands/filteroption.h"
#include "commands/output.h"
#include "commands/resending.h"
#include "commands/secretoptions.h"
#include "commands/trustoptions.h"
#include "filter/match.h"
#include "inspector/settings.h"
#include "resend/resendclient.h"
#include "resend/targettrust.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Status;
using resend::Signing;

constexpr int slice = 5000; // rows read at a time
constexpr qint64 mostAtOnce = 8;
constexpr qint64 fastest = 100'000; // a second

QString tr(const char *text) { return QCoreApplication::translate("commands::Resend", text); }

Usage usage()
{
    Usage usage{
        .command = u"resend"_s,
        .purpose = tr("Sends stored deliveries to another URL, all of them or those named by id, "
                      "oldest first,\nand keeps what came back with them. Exit status 1 when an "
                      "answer is not 2xx."),
        .arguments = tr("[ID…] URL"),
        .fewest = 1,
        .most = -1,
        .options = {
            {u"store"_s, u"FILE"_s, tr("The store; default: the window's own.")},
            filterUsage(),
            {u"signing"_s, u"HOW"_s,
             tr("as-received (default: the exact bytes, but for Host and Content-Length), now, "
                "stale, future, wrong or none.")},
            {u"concurrency"_s, u"N"_s, tr("So many at a time, at most 8; default: 1.")},
            {u"rate"_s, u"N"_s, tr("At most so many a second; default: as fast as they go.")},
            {u"json"_s, {}, tr("A JSON line an attempt on standard output.")},
        },
        .example = u"hookglass resend --store dev.hookglass 17 18 http://localhost:3000/hook"_s};
    usage.options += trustOptions();
    usage.options += secretOptions();
    return usage;
}

Error refusal(const QString &what, const QString &why)
{
    return {.kind = ErrorKind::Usage, .what = what, .why = why};
}

// The deliveries, oldest first, as they are now.
Result<QList<qint64>> deliveriesIn(const capture::Store &store)
{
    QList<qint64> ids;
    qint64 after = 0;
    while (true) {
        const auto rows = store.summaries(after, slice);
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return ids;
        after = rows->constLast().id;
        for (const capture::Summary &row : *rows) {
            if (!row.rejection)
                ids.append(row.id);
        }
    }
}

Result<QList<qint64>> idsOf(const QStringList &words)
{
    QList<qint64> ids;
    for (const QString &word : words) {
        bool number = false;
        const qint64 id = word.toLongLong(&number);
        if (!number || id < 1)
            return refusal(tr("“%1” is not the id of a delivery.").arg(word),
                           tr("An id is a whole number; the URL comes last."));
        ids.append(id);
    }
    return ids;
}

// Those that the filter lets through.
Result<QList<qint64>> matching(const capture::Store &store, const QList<qint64> &ids,
                               const filter::Filter &filter)
{
    if (filter.isEmpty())
        return ids;
    Result<capture::Repeats> repeats((capture::Repeats()));
    if (filter::asksForRepeats(filter))
        repeats = capture::Repeats::read(store);
    if (!repeats)
        return repeats.error();
    QList<qint64> found;
    for (const qint64 id : ids) {
        auto record = store.record(id);
        if (!record)
            return record.error();
        if (*record)
            repeats->tell(**record);
        if (*record && filter::matches(filter, **record))
            found.append(id);
    }
    return found;
}

Result<QList<qint64>> chosen(const Options &options, const QString &file,
                             const filter::Filter &filter)
{
    const Result<QList<qint64>> named
        = idsOf(options.arguments().first(options.arguments().size() - 1));
    if (!named)
        return named.error();
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return store.error();
    const Result<QList<qint64>> all = deliveriesIn(**store);
    if (!all)
        return all;
    if (named->isEmpty())
        return matching(**store, *all, filter);
    const QSet<qint64> known(all->begin(), all->end());
    QStringList wrong;
    for (const qint64 id : *named) {
        if (!known.contains(id))
            wrong.append(QString::number(id));
    }
    if (!wrong.isEmpty())
        return refusal(tr("There is no delivery %1 in %2.").arg(wrong.join(", "_L1), file),
                       tr("Nothing was sent."));
    return matching(**store, *named, filter);
}

Status readSigning(const Options &options, inspector::ResendPlan &plan)
{
    const QString word = options.text(u"signing"_s, resend::word(Signing::AsReceived));
    const auto signing = resend::signingFromWord(word);
    if (!signing)
        return refusal(tr("--signing does not take “%1”.").arg(word),
                       tr("It takes %1.").arg(resend::signingWords().join(", "_L1)));
    plan.signing = *signing;
    const Result<signature::Secrets> secrets = readSecrets(options, nullptr);
    if (!secrets)
        return secrets.error();
    const bool needed
        = *signing == Signing::Now || *signing == Signing::Stale || *signing == Signing::Future;
    if (needed && secrets->size() != 1)
        return refusal(secrets->empty() ? tr("There is no secret to sign with.")
                                        : tr("There is more than one secret to sign with."),
                       tr("Name one with --secret-file or --secret-env."));
    if (needed)
        plan.secret = secrets->front();
    return core::Done{};
}

Status readTarget(const Options &options, inspector::ResendPlan &plan)
{
    const QString text = options.arguments().constLast();
    plan.target = QUrl(text);
    if (const QString why = resend::objection(plan.target); !why.isEmpty())
        return refusal(tr("Cannot send to “%1”.").arg(text), why);
    const Result<Trust> trust = trustOf(options);
    if (!trust)
        return trust.error();
    plan.authorityFile = trust->authorityFile;
    plan.pin = trust->pin;
    plan.checkCertificate = trust->checkCertificate;
    if (plan.authorityFile.isEmpty() || plan.target.scheme() != "https"_L1)
        return core::Done{};
    const auto trusted
        = resend::clientConfiguration(resend::Order{.authorityFile = plan.authorityFile});
    return trusted ? Status(core::Done{}) : trusted.error();
}

Result<inspector::ResendPlan> planOf(const Options &options, const QString &file,
                                     const filter::Filter &filter)
{
    inspector::ResendPlan plan;
    const auto atOnce = options.number(u"concurrency"_s, 1, 1, mostAtOnce);
    const auto rate = options.number(u"rate"_s, 0, 1, fastest);
    if (!atOnce || !rate)
        return atOnce ? rate.error() : atOnce.error();
    plan.atOnce = int(*atOnce);
    if (const Status read = readTarget(options, plan); !read)
        return read.error();
    if (const Status read = readSigning(options, plan); !read)
        return read.error();
    const Result<QList<qint64>> ids = chosen(options, file, filter);
    if (!ids)
        return ids.error();
    plan.turns = resend::paced(*ids, double(*rate));
    return plan;
}

int run(const Options &options)
{
    const QString file = options.text(u"store"_s, inspector::Places::standard().defaultStore());
    const auto filter = filterOption(options);
    if (!filter)
        return BadUsage;
    const Result<inspector::ResendPlan> plan = planOf(options, file, *filter);
    if (!plan)
        return fail(plan.error());
    Resending resending(file, *plan, options.has(u"json"_s));
    resending.start();
    return QCoreApplication::exec();
}

} // namespace

int resend(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
