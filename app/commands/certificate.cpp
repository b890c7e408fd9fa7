// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/options.h"
#include "commands/output.h"
#include "core/clock.h"
#include "core/outfile.h"
#include "inspector/settings.h"
#include "tls/authority.h"
#include "tls/trust.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using tls::Authority;

QString tr(const char *text) { return QCoreApplication::translate("commands::Certificate", text); }

Usage usage()
{
    return {.command = u"certificate"_s,
            .purpose = tr("Shows and keeps the local certificate authority; makes it when there is "
                          "none.\n\n"
                          "  show            the authority and the certificate of the listener\n"
                          "  export-ca FILE  writes the authority's certificate as PEM; - is "
                          "standard output\n"
                          "  renew           makes a new key and certificate for the listener\n"
                          "  trust-help      the commands that make a system trust the authority, "
                          "and undo it"),
            .arguments = u"[show|export-ca FILE|renew|trust-help]"_s,
            .fewest = 0,
            .most = 2,
            .options
            = {{u"port"_s, u"N"_s, tr("Where the listener is, for trust-help; default: 8443.")}},
            .example = u"hookglass certificate export-ca hookglass-ca.pem"_s};
}

QString tlsFolder() { return inspector::Places::standard().tlsFolder(); }

// As private as any other first start makes it. One that is there may be on a disk that cannot be
// written, and is of use all the same.
core::Status makeDataFolder()
{
    const auto places = inspector::Places::standard();
    const core::Status made = places.make();
    return made || !QFileInfo(places.dataFolder).isDir() ? made : core::Status(core::Done{});
}

QString date(const QDateTime &time) { return time.toUTC().toString(u"yyyy-MM-dd"_s); }

QByteArray described(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    const QStringList served = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
    QByteArray text;
    const auto line = [&text](const QString &name, const QString &value) {
        text += printable(u"  "_s + name.leftJustified(13) + value);
    };
    line(tr("name"), certificate.subjectInfo(QSslCertificate::CommonName).value(0));
    if (!served.isEmpty())
        line(tr("serves"), served.join(", "_L1));
    line(tr("valid"),
         tr("%1 to %2").arg(date(certificate.effectiveDate()), date(certificate.expiryDate())));
    line(tr("SHA-256"), tls::fingerprint(certificate));
    return text;
}

QByteArray described(const Authority &authority)
{
    return printable(tr("Authority, limited to localhost, 127.0.0.1 and ::1"))
        + described(authority.certificate())
        + printable(u"  "_s + tr("file").leftJustified(13) + authority.certificateFile())
        + printable(tr("Certificate of the listener"))
        + described(authority.leaf().chain.constFirst());
}

int print(const QByteArray &text) { return writeOut(text) ? Done : BadEnvironment; }

int show(const Authority &authority) { return print(described(authority)); }

int exportTo(const Authority &authority, const QString &name)
{
    const QByteArray pem = authority.certificate().toPem();
    if (name == "-"_L1)
        return print(pem);
    core::OutFile file(name);
    if (!file.open() || !file.write(pem) || !file.commit())
        return fail(file.error());
    say(tr("%1 holds the authority's certificate. SHA-256 %2")
            .arg(name, tls::fingerprint(authority.certificate())));
    return Done;
}

int trustHelp(const Authority &authority, quint16 port)
{
    QByteArray text;
    for (const tls::TrustStep &step : tls::trustSteps(authority.certificateFile(), port)) {
        text += printable(step.system) + printable(u"  "_s + step.trust);
        if (!step.undo.isEmpty())
            text += printable(tr("  to undo:")) + printable(u"  "_s + step.undo);
        text += '\n';
    }
    text.chop(1);
    return print(text);
}

int renew()
{
    const auto authority = Authority::openWithNewLeaf(tlsFolder(), core::now());
    if (!authority)
        return fail(authority.error());
    say(tr("A listener that is running takes it when it starts the next time."));
    return show(*authority);
}

int wrongWords(const QString &what)
{
    return fail(
        {core::ErrorKind::Usage, what, tr("“hookglass certificate --help” shows what it takes.")});
}

int run(const Options &options)
{
    const QStringList &words = options.arguments();
    const QString action = words.value(0, u"show"_s);
    const bool exporting = action == "export-ca"_L1;
    const QStringList actions{u"show"_s, u"export-ca"_s, u"renew"_s, u"trust-help"_s};
    if (!actions.contains(action))
        return wrongWords(tr("“%1” is nothing that can be done.").arg(action));
    if (exporting && words.value(1).isEmpty())
        return wrongWords(tr("export-ca needs a file."));
    if (!exporting && words.size() > 1)
        return wrongWords(tr("“%1” is one argument too many.").arg(words.at(1)));
    if (options.has(u"port"_s) && action != "trust-help"_L1)
        return wrongWords(tr("--port goes with trust-help."));
    const auto port = options.number(u"port"_s, inspector::Settings().port, 1, 65535);
    if (!port)
        return fail(port.error());
    if (const auto made = makeDataFolder(); !made)
        return fail(made.error());
    if (action == "renew"_L1)
        return renew();
    const auto authority = Authority::open(tlsFolder(), core::now());
    if (!authority)
        return fail(authority.error());
    if (exporting)
        return exportTo(*authority, words.at(1));
    return action == "trust-help"_L1 ? trustHelp(*authority, quint16(*port)) : show(*authority);
}

} // namespace

int certificate(const QStringList &arguments) { return runWith(usage(), arguments, run); }

} // namespace commands
