// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/options.h"
#include "commands/output.h"
#include "json/writer.h"
#include "signature/catalogue.h"
#include "signature/schemewords.h"

#include <QCoreApplication>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("commands::Schemes", text); }

Usage usage()
{
    return {
        .command = u"schemes"_s,
        .purpose = tr("Lists the signing rules: id, name, algorithm, whether the body is covered, "
                      "and what backs the rule."),
        .options = {{u"json"_s, {}, tr("Writes each rule as a line of JSON.")}},
        .example = u"hookglass schemes"_s,
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

int run(const Options &options)
{
    const bool json = options.has(u"json"_s);
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        if (!writeOut(json ? jsonLine(scheme) : printable(line(scheme))))
            return BadEnvironment;
    }
    return Done;
}

} // namespace

int schemes(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
