// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/output.h"
#include "commands/samplebody.h"
#include "commands/schemeoptions.h"
#include "commands/secretoptions.h"
#include "commands/trustoptions.h"
#include "core/clock.h"
#include "core/filetrouble.h"
#include "core/outfile.h"
#include "resend/conformancerun.h"
#include "resend/conformancetext.h"
#include "resend/targettrust.h"
#include "signature/signer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::ErrorKind;
using core::Result;

constexpr qint64 hour = 3'600'000'000; // in microseconds

QString tr(const char *text) { return QCoreApplication::translate("commands::Conformance", text); }

Usage usage()
{
    Usage usage{
        .command = u"conformance"_s,
        .purpose = tr(
            "Tests a receiver: sends it good and bad webhooks, and tells which answers are right.\n"
            "Exit status 1 when one is not, 3 when the receiver cannot be reached."),
        .arguments = u"URL"_s,
        .fewest = 1,
        .most = 1,
        .options
        = {{u"scheme"_s, u"ID"_s, tr("The signing rule or a scheme file; default: smile.")},
           {u"timeout"_s, u"S"_s, tr("How many seconds an answer may take; default: 10.")},
           {u"report"_s, u"FILE"_s, tr("Writes the outcome to FILE as well.")},
           {u"against"_s, u"FILE"_s, tr("Tells what was fixed and what got worse since FILE.")},
           {u"json"_s, {}, tr("A JSON line a case.")}},
        .example = u"hookglass conformance --secret-file secret.txt http://localhost:3000/hook"_s};
    usage.options += trustOptions();
    usage.options += secretOptions();
    usage.options += sendingOptions();
    usage.options += bodyOptions();
    return usage;
}

Error refusal(const QString &what, const QString &why)
{
    return {.kind = ErrorKind::Usage, .what = what, .why = why};
}

// A body that tells something of a customer has more that can go wrong than a ping.
Result<resend::Sample> sampleFor(const Options &options, const signature::Scheme &scheme)
{
    const bool chosen
        = options.has(u"body"_s) || options.has(u"topic"_s) || options.has(u"template"_s);
    const bool own = scheme.id != "smile"_L1 && !resend::sampleTopics(scheme.id).isEmpty();
    if (const auto usual = resend::sampleFor(u"smile", u"customer/updated");
        !chosen && !own && usual)
        return *usual;
    return sampleOf(options, scheme);
}

Result<resend::Basis> basisOf(const Options &options, const QUrl &url)
{
    const Result<signature::Scheme> scheme = schemeNamed(options.text(u"scheme"_s, u"smile"_s));
    if (!scheme)
        return scheme.error();
    if (!signature::canSign(*scheme))
        return refusal(tr("Cannot sign for %1.").arg(scheme->name),
                       tr("Only the sender has its private key."));
    const Result<signature::Secrets> secrets = readSecrets(options, &*scheme);
    if (!secrets)
        return secrets.error();
    if (secrets->empty())
        return refusal(tr("There is no secret to sign with."),
                       tr("Name one with --secret-file or --secret-env; a second one is the other "
                          "of a rotation."));
    const Result<resend::Sample> sample = sampleFor(options, *scheme);
    if (!sample)
        return sample.error();
    const qint64 now = core::now();
    resend::Basis basis{.scheme = *scheme, .secrets = *secrets};
    basis.request = requestFor(url, resend::filled(*sample, {.now = now}));
    const auto context = sendingContext(options, url, basis.request.target);
    if (!context)
        return context.error();
    basis.context = *context;
    const QByteArray earlier = resend::filled(*sample, {.now = now - hour}).body;
    if (earlier != basis.request.body)
        basis.earlier = earlier;
    return basis;
}

Result<resend::Order> orderOf(const Options &options)
{
    const QUrl url(options.arguments().constFirst());
    if (const QString why = resend::objection(url); !why.isEmpty())
        return refusal(tr("Cannot send to “%1”.").arg(options.arguments().constFirst()), why);
    const Result<Trust> trust = trustOf(options);
    if (!trust)
        return trust.error();
    const Result<qint64> timeout = options.number(u"timeout"_s, 10, 1, 300);
    if (!timeout)
        return timeout.error();
    return resend::Order{.target = url,
                         .authorityFile = trust->authorityFile,
                         .pin = trust->pin,
                         .checkCertificate = trust->checkCertificate,
                         .timeout = std::chrono::seconds(*timeout)};
}

using Before = QHash<QByteArray, bool>;

Result<Before> beforeOf(const Options &options)
{
    if (!options.has(u"against"_s))
        return Before();
    QFile file(options.text(u"against"_s));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Environment, tr("Cannot read %1.").arg(file.fileName()),
                     core::fileTrouble(file)};
    auto before = resend::readReport(file.readAll());
    if (!before)
        return refusal(tr("Cannot compare with %1.").arg(file.fileName()), before.error().what);
    return before;
}

QByteArray tableLine(const resend::ConformanceOutcome &outcome, resend::Change change)
{
    QString line = u"%1  %2  %3  %4"_s.arg(
        outcome.passed ? u"pass"_s : u"FAIL"_s, outcome.wanted.title.leftJustified(32),
        tr("expected %1").arg(resend::expectedAnswer(outcome.wanted.expects)).leftJustified(19),
        outcome.seen.leftJustified(9));
    if (outcome.milliseconds >= 0)
        line += u"  %1 ms"_s.arg(outcome.milliseconds);
    if (change != resend::Change::None)
        line += change == resend::Change::Fixed ? tr("  fixed") : tr("  regressed");
    QByteArray text = printable(line);
    if (!outcome.passed)
        text += printable(u"      "_s + outcome.reason)
            + printable(u"      "_s + tr("Why it matters: %1").arg(outcome.wanted.why));
    return text;
}

// Before the cases are sent, which takes a while. What is there stays as it is; a pipe is left to
// the report itself, since its reader would take this for the end.
core::Status canWrite(const QString &name)
{
    const QFileInfo there(name);
    if (there.exists() && !there.isFile() && !there.isDir())
        return core::Done{};
    core::OutFile file(name);
    if (file.open())
        return core::Done{};
    return file.error();
}

core::Status writeFile(const QString &name, const QByteArray &bytes)
{
    core::OutFile file(name);
    if (file.open() && file.write(bytes) && file.commit())
        return core::Done{};
    return file.error();
}

int conclude(const Options &options, const resend::ConformanceReport &report)
{
    if (options.has(u"report"_s)) {
        const core::Status written
            = writeFile(options.text(u"report"_s), resend::writeReport(report));
        if (!written)
            return fail(written.error());
    }
    const auto failed
        = std::count_if(report.outcomes.begin(), report.outcomes.end(),
                        [](const resend::ConformanceOutcome &outcome) { return !outcome.passed; });
    say(tr("%1 of %2 cases passed.")
            .arg(report.outcomes.size() - failed)
            .arg(report.outcomes.size()));
    if (const QString untried = resend::untried(report); !untried.isEmpty())
        say(untried);
    return failed == 0 ? Done : SaidNo;
}

int run(const Options &options)
{
    const Result<resend::Order> order = orderOf(options);
    if (!order)
        return fail(order.error());
    const Result<resend::Basis> basis = basisOf(options, order->target);
    if (!basis)
        return fail(basis.error());
    const Result<Before> before = beforeOf(options);
    if (!before)
        return fail(before.error());
    if (options.has(u"report"_s)) {
        const core::Status writable = canWrite(options.text(u"report"_s));
        if (!writable)
            return fail(writable.error());
    }
    resend::ConformanceRun cases(*basis, *order);
    resend::ConformanceReport report{.at = core::now(),
                                     .scheme = basis->scheme.id,
                                     .target = order->target.toString(QUrl::RemoveUserInfo)};
    QEventLoop loop;
    QObject::connect(&cases, &resend::ConformanceRun::judged, &loop,
                     [&](const resend::ConformanceOutcome &outcome) {
                         const auto change = resend::changeOf(outcome, *before);
                         if (!writeOut(options.has(u"json"_s)
                                           ? resend::jsonLine(outcome, change) + '\n'
                                           : tableLine(outcome, change)))
                             loop.exit(BadEnvironment);
                     });
    QObject::connect(&cases, &resend::ConformanceRun::finished, &loop,
                     [&](const QList<resend::ConformanceOutcome> &outcomes) {
                         report.outcomes = outcomes;
                         loop.exit(conclude(options, report));
                     });
    QObject::connect(&cases, &resend::ConformanceRun::failed, &loop,
                     [&](const Error &error) { loop.exit(fail(error)); });
    QMetaObject::invokeMethod(&cases, &resend::ConformanceRun::start, Qt::QueuedConnection);
    return loop.exec();
}

} // namespace

int conformance(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
