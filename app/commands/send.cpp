// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/answer.h"
#include "commands/output.h"
#include "commands/samplebody.h"
#include "commands/schemeoptions.h"
#include "commands/secretoptions.h"
#include "commands/trustoptions.h"
#include "core/clock.h"
#include "resend/backoff.h"
#include "resend/resendclient.h"
#include "resend/targettrust.h"
#include "signature/signer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::ErrorKind;
using core::Result;
using signature::Signing;

QString tr(const char *text) { return QCoreApplication::translate("commands::Send", text); }

Usage usage()
{
    Usage usage{
        .command = u"send"_s,
        .purpose = tr("Plays the provider once: sends a signed webhook and prints the answer.\nExit "
                      "status 1 when the answer is not 2xx."),
        .arguments = u"URL"_s,
        .fewest = 1,
        .most = 1,
        .options = {
            {u"scheme"_s, u"ID"_s, tr("The signing rule or a scheme file; default: smile.")},
            {u"secret-file"_s, u"FILE"_s, tr("Signs with the secret in FILE.")},
            {u"secret-env"_s, u"VAR"_s,
             tr("Signs with the secret in the environment variable VAR.")},
            {u"timestamp"_s, u"TEXT"_s, tr("The timestamp as it is to stand in the header.")},
            {u"signing"_s, u"HOW"_s, tr("now (default), stale, future, wrong or none.")},
            {u"retry"_s, {},
             tr("Sends it again, later each time, until the answer is 2xx or 24 hours are over.")},
            {u"speed"_s, u"N"_s, tr("With --retry: how much faster time passes; default: 1.")},
        },
        .example = u"hookglass send --secret-file secret.txt --ca ca.pem https://localhost:8443/"_s,
    };
    usage.options += sendingOptions();
    usage.options += trustOptions();
    usage.options += bodyOptions();
    return usage;
}

Error refusal(const QString &what, const QString &why)
{
    return {.kind = ErrorKind::Usage, .what = what, .why = why};
}

Result<signature::Scheme> schemeOf(const Options &options)
{
    return schemeNamed(options.text(u"scheme"_s, u"smile"_s));
}

Result<Signing> signingOf(const Options &options)
{
    const QString word = options.text(u"signing"_s, u"now"_s);
    const QStringList words{u"now"_s, u"stale"_s, u"future"_s, u"wrong"_s, u"none"_s};
    const qsizetype index = words.indexOf(word);
    if (index < 0)
        return refusal(tr("--signing does not take “%1”.").arg(word),
                       tr("It takes %1.").arg(words.join(", "_L1)));
    const auto signing = Signing(index);
    if (options.has(u"timestamp"_s) && (signing == Signing::Stale || signing == Signing::Future))
        return refusal(tr("--timestamp and --signing %1 contradict one another.").arg(word),
                       tr("Both say what the timestamp is."));
    return signing;
}

Result<QByteArray> timestampOf(const Options &options, const signature::Scheme &scheme,
                               Signing signing)
{
    if (options.has(u"timestamp"_s))
        return options.text(u"timestamp"_s).toUtf8();
    const bool stale = signing == Signing::Stale;
    const bool future = signing == Signing::Future;
    const qint64 away = stale ? signature::staleBy(scheme) : signature::futureBy(scheme);
    if ((stale || future) && away == 0)
        return refusal(
            tr("--signing %1 does not go with %2.").arg(options.text(u"signing"_s), scheme.name),
            tr("It judges no such age."));
    const qint64 shift = stale ? -away : future ? away : 0;
    return signature::timestampText(scheme, core::now() + shift);
}

// Of public keys only the sender can sign; without a signature anything goes.
Result<http::Request> signedAs(const Options &options, const signature::Scheme &scheme,
                               const QUrl &url, const http::Request &request)
{
    const Result<Signing> signing = signingOf(options);
    if (!signing)
        return signing.error();
    const Result<QByteArray> timestamp = timestampOf(options, scheme, *signing);
    if (!timestamp)
        return timestamp.error();
    const bool signs = signature::canSign(scheme);
    if (!signs && *signing != Signing::None)
        return refusal(tr("Cannot sign for %1.").arg(scheme.name),
                       tr("That takes the private key, which only the sender has. With --signing "
                          "none it is sent unsigned."));
    const Result<signature::Secrets> secrets
        = signs ? readSecrets(options, &scheme) : signature::Secrets();
    if (!secrets)
        return secrets.error();
    if (*signing == Signing::None)
        return signature::prepared(scheme, request, *timestamp);
    const auto context = sendingContext(options, url, request.target);
    if (!context)
        return context.error();
    if (*signing == Signing::Wrong)
        return signature::sign(scheme, *signature::strangeSecret(scheme), request, *timestamp,
                               *context);
    if (secrets->size() != 1)
        return refusal(secrets->empty() ? tr("There is no secret to sign with.")
                                        : tr("There is more than one secret to sign with."),
                       tr("Name one with --secret-file or --secret-env, or send --signing none."));
    return signature::sign(scheme, *secrets->front(), request, *timestamp, *context);
}

Result<resend::Order> orderOf(const Options &options)
{
    const QUrl url(options.arguments().constFirst());
    if (const QString why = resend::objection(url); !why.isEmpty())
        return refusal(tr("Cannot send to “%1”.").arg(options.arguments().constFirst()), why);
    const Result<signature::Scheme> scheme = schemeOf(options);
    if (!scheme)
        return scheme.error();
    const Result<resend::Sample> sample = sampleOf(options, *scheme);
    if (!sample)
        return sample.error();
    const Result<http::Request> request = signedAs(
        options, *scheme, url, requestFor(url, resend::filled(*sample, {.now = core::now()})));
    if (!request)
        return request.error();
    const Result<Trust> trust = trustOf(options);
    if (!trust)
        return trust.error();
    return resend::Order{.target = url,
                         .request = *request,
                         .authorityFile = trust->authorityFile,
                         .pin = trust->pin,
                         .checkCertificate = trust->checkCertificate,
                         .signing = options.text(u"signing"_s, u"now"_s)};
}

QString summary(const capture::Attempt &attempt)
{
    const capture::Times &times = attempt.times;
    QString line = tr("%1 in %2 ms (connect %3, TLS %4, first byte %5)")
                       .arg(attempt.response->status)
                       .arg(times.total)
                       .arg(times.connect)
                       .arg(times.tls < 0 ? u"–"_s : QString::number(times.tls))
                       .arg(times.firstByte);
    if (!attempt.certificateChecked)
        line += tr(", certificate not checked");
    if (!attempt.proxy.isEmpty())
        line += tr(", through the proxy %1").arg(attempt.proxy);
    return line;
}

int report(const capture::Attempt &attempt)
{
    if (attempt.error) {
        const int status = fail(*attempt.error);
        if (!attempt.proxy.isEmpty())
            say(tr("It went through the proxy %1.").arg(attempt.proxy));
        return status;
    }
    const http::Response &response = *attempt.response;
    if (!printAnswer(response))
        return BadEnvironment;
    say(summary(attempt));
    const auto location = http::value(response.fields, "Location");
    if (response.status >= 300 && response.status < 400 && location)
        say(tr("It redirects to %1; that is not followed.").arg(QString::fromUtf8(*location)));
    return response.status >= 200 && response.status < 300 ? Done : SaidNo;
}

bool succeeded(const capture::Attempt &attempt)
{
    return attempt.response && attempt.response->status / 100 == 2;
}

// Sends, and sends again as the provider would. Each time it is signed anew: the old timestamp
// would be too old.
class Sender
{
public:
    Sender(const Options &options, bool retries, qint64 speed)
        : m_options(options)
        , m_retries(retries)
        , m_speed(speed)
    {
        QObject::connect(&m_client, &resend::ResendClient::finished, &m_loop,
                         [this](const capture::Attempt &attempt) { take(attempt); });
    }

    int run(const resend::Order &order)
    {
        m_begun = core::now();
        m_client.send(order);
        m_loop.exec();
        return m_status;
    }

private:
    void take(const capture::Attempt &attempt)
    {
        using std::chrono::milliseconds;
        const auto elapsed = milliseconds((core::now() - m_begun) / 1000 * m_speed);
        const auto wait = m_retries && !succeeded(attempt)
            ? resend::nextTry(resend::providerBackoff, ++m_failures, elapsed)
            : std::nullopt;
        if (!wait) {
            m_status = report(attempt);
            return m_loop.quit();
        }
        say(tr("Try %1: %2 Again in %3 s.")
                .arg(QString::number(m_failures),
                     attempt.response ? tr("answered %1.").arg(attempt.response->status)
                                      : attempt.error->why,
                     QString::number(double(wait->count()) / double(m_speed) / 1000)));
        QTimer::singleShot(*wait / m_speed, &m_loop, [this] { again(); });
    }

    void again()
    {
        if (const Result<resend::Order> order = orderOf(m_options))
            m_client.send(*order);
        else
            m_loop.exit(m_status = fail(order.error()));
    }

    const Options &m_options;
    const bool m_retries;
    const qint64 m_speed;
    resend::ResendClient m_client;
    QEventLoop m_loop;
    qint64 m_begun = 0;
    int m_failures = 0;
    int m_status = BadEnvironment;
};

int run(const Options &options)
{
    const Result<qint64> speed = options.number(u"speed"_s, 1, 1, 1'000'000);
    if (!speed)
        return fail(speed.error());
    if (options.has(u"speed"_s) && !options.has(u"retry"_s))
        return fail(refusal(tr("--speed goes with --retry."), {}));
    const Result<resend::Order> order = orderOf(options);
    if (!order)
        return fail(order.error());
    return Sender(options, options.has(u"retry"_s), *speed).run(*order);
}

} // namespace

int send(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
