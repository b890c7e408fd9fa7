// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/trustoptions.h"

#include "resend/targettrust.h"

#include <QCoreApplication>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands::Trust", text); }

QList<Option> trustOptions()
{
    return {
        {u"ca"_s, u"PEM"_s, tr("Trusts the authorities in PEM and no others.")},
        {u"pin"_s, u"SHA256"_s,
         tr("Accepts the certificate with that fingerprint and no other, whoever signed it.")},
        {u"insecure"_s, {}, tr("Does not check the target's certificate.")},
    };
}

core::Result<Trust> trustOf(const Options &options, const QString &prefix)
{
    const auto refusal = [](const QString &what, const QString &why) {
        return core::Error{.kind = core::ErrorKind::Usage, .what = what, .why = why};
    };
    const QString ca = prefix + u"ca"_s;
    const QString pin = prefix + u"pin"_s;
    const QString insecure = prefix + u"insecure"_s;
    if (options.has(ca) && options.has(insecure))
        return refusal(tr("--%1 and --%2 contradict one another.").arg(ca, insecure),
                       tr("Without a check no authority is asked."));
    if (options.has(pin) && (options.has(ca) || options.has(insecure)))
        return refusal(tr("--%1 contradicts --%2 and --%3.").arg(pin, ca, insecure),
                       tr("The certificate with that fingerprint is accepted and no other."));
    const QString fingerprint = resend::pinOf(options.text(pin));
    if (options.has(pin) && fingerprint.isEmpty())
        return refusal(tr("--%1 takes no “%2”.").arg(pin, options.text(pin)),
                       tr("It takes the SHA-256 of a certificate, 64 hexadecimal digits."));
    return Trust{.authorityFile = options.text(ca),
                 .pin = fingerprint,
                 .checkCertificate = !options.has(insecure)};
}

} // namespace commands
