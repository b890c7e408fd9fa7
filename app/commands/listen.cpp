// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/listenrun.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/schemeoptions.h"
#include "commands/secretoptions.h"
#include "commands/trustoptions.h"
#include "inspector/forwardloop.h"
#include "resend/targettrust.h"

#include <QCoreApplication>
#include <QUrl>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

constexpr qint64 countLimit = 1'000'000'000'000;

// The numbers of the command line, each within what makes sense.
static core::Status readNumbers(const Options &options, ListenPlan &plan)
{
    const auto largest = inspector::largestLimits();
    const auto port = options.number(u"port"_s, plan.settings.port, 0, 65535);
    const auto status = options.number(u"status"_s, 200, 200, 599);
    const auto delay = options.number(u"delay"_s, 0, 0, 600'000);
    const auto body = options.number(u"max-body"_s, plan.settings.limits.body, 1, largest.body);
    const auto count = options.number(u"count"_s, 0, 1, countLimit);
    for (const auto *number : {&port, &status, &delay, &body, &count}) {
        if (!*number)
            return number->error();
    }
    plan.settings.port = quint16(*port);
    plan.settings.limits.body = qsizetype(*body);
    plan.endpoint.profile.status = int(*status);
    plan.endpoint.profile.delayMilliseconds = int(*delay);
    plan.count = *count;
    return core::Done{};
}

static core::Status readIdentity(const Options &options, ListenPlan &plan)
{
    plan.settings.certificateFile = options.text(u"certificate"_s);
    plan.settings.keyFile = options.text(u"key"_s);
    if (plan.settings.certificateFile.isEmpty() != plan.settings.keyFile.isEmpty())
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = tr("--certificate and --key belong together."),
                           .why = {}};
    return core::Done{};
}

static QString objectionTo(const QString &target, const inspector::Settings &settings)
{
    const QUrl url(target);
    const QString why = resend::objection(url);
    return why.isEmpty() ? inspector::loopObjection(url, settings.address, settings.port) : why;
}

static core::Status readRules(const Options &options, const signature::Scheme &scheme,
                              ListenPlan &plan)
{
    capture::Rules &rules = plan.endpoint.rules;
    const auto usage = [](const QString &what, const QString &why = {}) {
        return core::Error{.kind = core::ErrorKind::Usage, .what = what, .why = why};
    };
    const auto retries = options.number(u"forward-retries"_s, 0, 0, 1000);
    if (!retries)
        return retries.error();
    const core::Result<Trust> trust = trustOf(options, u"forward-"_s);
    if (!trust)
        return trust.error();
    for (const Options::Given &given : options.given()) {
        if (given.name != "forward"_L1)
            continue;
        if (const QString why = objectionTo(given.value, plan.settings); !why.isEmpty())
            return usage(tr("Cannot forward to “%1”.").arg(given.value), why);
        rules.forwards.append({.target = given.value,
                               .authorityFile = trust->authorityFile,
                               .pin = trust->pin,
                               .checkCertificate = trust->checkCertificate,
                               .relays = options.has(u"relay"_s) && rules.forwards.isEmpty(),
                               .retries = int(*retries)});
    }
    const bool any = !rules.forwards.isEmpty();
    for (const QString &name : {u"forward-ca"_s, u"forward-pin"_s, u"forward-insecure"_s,
                                u"forward-retries"_s, u"relay"_s}) {
        if (options.has(name) && !any)
            return usage(tr("--%1 goes with --forward.").arg(name));
    }
    rules.handshake = options.has(u"handshake"_s);
    if (rules.handshake && !scheme.handshake)
        return usage(tr("%1 has no handshake that is known.").arg(scheme.name));
    return core::Done{};
}

static int run(const Options &options)
{
    ListenPlan plan{.store = options.text(u"store"_s, inspector::Places::standard().defaultStore()),
                    .json = options.has(u"json"_s)};
    plan.settings.address = options.text(u"address"_s, plan.settings.address);
    plan.endpoint.scheme = options.text(u"scheme"_s, plan.endpoint.scheme);
    const auto scheme = schemeNamed(plan.endpoint.scheme, {plan.store});
    if (!scheme)
        return fail(scheme.error());
    if (isSchemeFile(plan.endpoint.scheme))
        plan.scheme = *scheme;
    plan.endpoint.scheme = scheme->id;
    if (const core::Status read = readNumbers(options, plan); !read)
        return fail(read.error());
    if (const core::Status read = readIdentity(options, plan); !read)
        return fail(read.error());
    const auto secrets = givenSecrets(options, &*scheme);
    if (!secrets)
        return fail(secrets.error());
    plan.secrets = secrets->secrets;
    plan.notices = secrets->notices;
    if (const core::Status read = readRules(options, *scheme, plan); !read)
        return fail(read.error());
    ListenRun listening(std::move(plan));
    listening.start();
    return QCoreApplication::exec();
}

int listen(const QStringList &arguments)
{
    Usage usage{
        .command = u"listen"_s,
        .purpose = tr("Receives webhooks until interrupted."),
        .options
        = {{u"address"_s, u"ADDRESS"_s, tr("Where to listen; default: both loopbacks.")},
           {u"port"_s, u"N"_s, tr("The port; default: 8443, 0: any free one.")},
           {u"store"_s, u"FILE"_s, tr("The store; default: the window's own.")},
           {u"scheme"_s, u"ID"_s, tr("How the sender signs, or a scheme file; default: smile.")},
           {u"certificate"_s, u"PEM"_s, tr("Your own certificate chain.")},
           {u"key"_s, u"PEM"_s, tr("Its key.")},
           {u"status"_s, u"N"_s, tr("What senders are answered; default: 200.")},
           {u"delay"_s, u"MS"_s, tr("How long each answer waits.")},
           {u"forward"_s, u"URL"_s,
            tr("Sends each webhook on to URL as well; may be given more than once.")},
           {u"forward-ca"_s, u"PEM"_s, tr("Trusts the authorities in PEM for that, no others.")},
           {u"forward-pin"_s, u"SHA256"_s,
            tr("Accepts the certificate with that fingerprint and no other for that.")},
           {u"forward-insecure"_s, {}, tr("Does not check the certificate of that target.")},
           {u"forward-retries"_s, u"N"_s,
            tr("How often a failed one is sent again; default: 0. A target that cannot be reached "
               "is waited for anyway.")},
           {u"relay"_s,
            {},
            tr("Senders get the first target's own answer. While it cannot be reached they get "
               "--status at once, and the webhook waits for it; where it breaks off, 502.")},
           {u"handshake"_s, {}, tr("Answers the challenge by which the scheme proves an address.")},
           {u"max-body"_s, u"BYTES"_s, tr("The largest body taken; default: 32 MiB.")},
           {u"count"_s, u"N"_s, tr("End after so many deliveries.")},
           {u"json"_s, {}, tr("A JSON line a delivery and a rejection on standard output.")}},
        .example = u"hookglass listen --secret-file client-secret.txt --json"_s};
    usage.options += secretOptions();
    return runWith(usage, arguments, run);
}

} // namespace commands
