// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/evidencefile.h"
#include "commands/options.h"
#include "commands/output.h"
#include "commands/proposaloutput.h"
#include "commands/schemeoptions.h"
#include "commands/secretoptions.h"
#include "core/clock.h"
#include "json/writer.h"
#include "signature/catalogue.h"
#include "signature/schemewords.h"
#include "snippets/snippet.h"

#include <QCoreApplication>

#include <algorithm>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("commands::Schemes", text); }

QString languageWords()
{
    QStringList words;
    for (const snippets::Language language : snippets::allLanguages())
        words.append(snippets::word(language));
    return words.join(", "_L1);
}

Usage usage()
{
    return {
        .command = u"schemes"_s,
        .purpose = tr("Lists the signing rules: id, name, algorithm, whether the body is covered, "
                      "and what backs the rule.\nWith --for: those that captured webhooks may be "
                      "signed by, likeliest first, with reasons.\nExit status 1 when none is "
                      "proposed for one of them.\nWith --code: code that verifies the webhooks of "
                      "the rule ID."),
        .arguments = u"[ID]"_s,
        .most = 1,
        .options = QList<Option>{
            {u"for"_s, u"FILE"_s, tr("Looks at a raw HTTP file, an NDJSON export or a store; - is "
                                     "standard input.")},
        } + secretOptions() + receiverOptions() + QList<Option>{
            {u"json"_s, {}, tr("Writes each rule as a line of JSON; with --for each delivery.")},
            {u"code"_s, u"LANGUAGE"_s, tr("Writes code in a language: %1.").arg(languageWords())},
        },
        .example = u"hookglass schemes --code python smile"_s,
    };
}

// "hmac-sha256", "jws", "ed25519"
QString algorithm(const signature::Scheme &scheme)
{
    using signature::Type;
    const QString type = QString::fromLatin1(signature::token(scheme.type));
    const bool hashed = scheme.type == Type::Hmac || scheme.type == Type::KeyedDigest
        || scheme.type == Type::Ecdsa || scheme.type == Type::Rsa;
    return hashed ? type + u'-' + QString::fromLatin1(signature::token(scheme.hash)) : type;
}

QString line(const signature::Scheme &scheme)
{
    const QStringList columns{
        scheme.id.leftJustified(24), algorithm(scheme).leftJustified(13),
        (scheme.coversBody ? tr("body covered") : tr("body not covered")).leftJustified(16),
        QString::fromLatin1(signature::token(scheme.trust)).leftJustified(20), scheme.name};
    return columns.join("  "_L1);
}

QByteArray jsonLine(const signature::Scheme &scheme)
{
    json::Writer writer;
    writer.beginObject();
    writer.name("id").string(scheme.id).name("name").string(scheme.name);
    writer.name("family").string(scheme.family).name("algorithm").string(algorithm(scheme));
    writer.name("signature").beginArray();
    for (const signature::Place &place : scheme.signature)
        writer.string(signature::text(place));
    writer.endArray();
    writer.name("message").string(scheme.message.text);
    writer.name("tolerance_seconds");
    if (scheme.time && scheme.time->tolerance)
        writer.number(*scheme.time->tolerance);
    else
        writer.null();
    writer.name("secret").string(scheme.secretNote);
    writer.name("covers_body").boolean(scheme.coversBody);
    writer.name("evidence").string(signature::token(scheme.trust));
    writer.name("confidence").string(scheme.confirmed ? "verified" : "likely");
    writer.endObject();
    return writer.text() + '\n';
}

int list(bool json)
{
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        if (!writeOut(json ? jsonLine(scheme) : printable(line(scheme))))
            return BadEnvironment;
    }
    return Done;
}

int propose(const QString &file, const signature::Secrets &secrets,
            const signature::Context &context, bool json)
{
    int status = Done;
    const core::Result<qint64> wrong
        = eachDelivery(file, core::now(), [&](const capture::Record &record, const Origin &origin) {
              const capture::Delivery &delivery = *record.delivery;
              const QString name = nameOf(file, delivery);
              const auto detection
                  = signature::detect(delivery.request, secrets, context, origin.schemes.own());
              if (detection.proposals.isEmpty()) {
                  say(tr("%1: There is no signature of a known scheme.").arg(name));
                  status = std::max<int>(status, SaidNo);
              } else {
                  say(u"%1: %2"_s.arg(name, signature::summary(detection)));
              }
              if (writeOut(json ? proposalsJson(file, delivery, detection)
                                : proposalLines(name, detection)))
                  return true;
              status = BadEnvironment;
              return false;
          });
    if (!wrong)
        return fail(wrong.error());
    return *wrong > 0 ? std::max<int>(status, SaidNo) : status;
}

core::Result<QString> codeFor(const Options &options)
{
    const QString word = options.text(u"code"_s);
    const auto language = snippets::languageFromWord(word);
    if (!language)
        return core::Error{core::ErrorKind::Usage, tr("--code does not take “%1”.").arg(word),
                           tr("The languages are %1.").arg(languageWords())};
    if (options.arguments().isEmpty())
        return core::Error{core::ErrorKind::Usage, tr("--code needs the id of a scheme."),
                           tr("“hookglass schemes” lists them.")};
    if (options.given().size() > 1)
        return core::Error{core::ErrorKind::Usage, tr("--code takes no other option beside it."),
                           tr("It writes code alone.")};
    const auto scheme = schemeNamed(options.arguments().constFirst());
    return scheme ? snippets::snippet(*scheme, *language) : scheme.error();
}

int writeCode(const Options &options)
{
    const core::Result<QString> code = codeFor(options);
    if (!code)
        return fail(code.error());
    return writeOut(code->toUtf8()) ? Done : BadEnvironment;
}

int run(const Options &options)
{
    if (options.has(u"code"_s))
        return writeCode(options);
    if (!options.arguments().isEmpty())
        return fail({core::ErrorKind::Usage,
                     tr("“%1” is one argument too many.").arg(options.arguments().constFirst()),
                     tr("Only --code takes the id of a scheme.")});
    const bool json = options.has(u"json"_s);
    if (!options.has(u"for"_s)) {
        for (const Options::Given &given : options.given()) {
            if (given.name != "json"_L1)
                return fail({core::ErrorKind::Usage, tr("--%1 needs --for.").arg(given.name),
                             tr("It tells something of captured webhooks.")});
        }
        return list(json);
    }
    const auto context = contextOf(options);
    if (!context)
        return fail(context.error());
    const auto secrets = readSecrets(options);
    if (!secrets)
        return fail(secrets.error());
    return propose(options.text(u"for"_s), *secrets, *context, json);
}

} // namespace

int schemes(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
