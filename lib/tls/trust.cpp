// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/trust.h"

#include <QCoreApplication>

namespace tls
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

// For a POSIX shell.
static QString quoted(QString file) { return u'\'' + file.replace(u'\'', R"('\'')"_L1) + u'\''; }

// For PowerShell, which also runs on its own what cmd.exe would split.
static QString quotedForWindows(QString file)
{
    return u'\'' + file.replace(u'\'', "''"_L1) + u'\'';
}

static QList<TrustStep> systems(const QString &file)
{
    return {
        {tr("Debian, Ubuntu"),
         u"sudo install -m 644 %1 /usr/local/share/ca-certificates/hookglass.crt && "
         "sudo update-ca-certificates"_s.arg(file),
         u"sudo rm /usr/local/share/ca-certificates/hookglass.crt && "
         "sudo update-ca-certificates --fresh"_s},
        {tr("Fedora, RHEL"),
         u"sudo install -m 644 %1 /etc/pki/ca-trust/source/anchors/hookglass.pem && "
         "sudo update-ca-trust"_s.arg(file),
         u"sudo rm /etc/pki/ca-trust/source/anchors/hookglass.pem && sudo update-ca-trust"_s},
        {tr("macOS"),
         u"security add-trusted-cert -p ssl -k ~/Library/Keychains/login.keychain-db %1"_s.arg(
             file),
         u"security remove-trusted-cert %1"_s.arg(file)},
    };
}

static TrustStep windows(const QString &file)
{
    return {tr("Windows (PowerShell)"),
            u"Import-Certificate -CertStoreLocation Cert:\\CurrentUser\\Root -FilePath %1"_s.arg(
                quotedForWindows(file)),
            u"Get-ChildItem Cert:\\CurrentUser\\Root | Where-Object Subject -like "
            "'*Hookglass local authority*' | Remove-Item"_s};
}

QList<TrustStep> trustSteps(const QString &authorityFile)
{
    const QString file = quoted(authorityFile);
    QList<TrustStep> steps = systems(file);
    steps.append(windows(authorityFile));
    steps.append(
        {tr("Firefox, Chromium (NSS)"),
         u"for db in ~/.pki/nssdb ~/.mozilla/firefox/*/; do test -e \"$db/cert9.db\" && certutil "
         "-A -d sql:\"$db\" -t C,, -n Hookglass -i %1; done"_s.arg(file),
         u"for db in ~/.pki/nssdb ~/.mozilla/firefox/*/; do test -e \"$db/cert9.db\" && certutil "
         "-D -d sql:\"$db\" -n Hookglass; done"_s});
    steps.append({tr("curl"), u"curl --cacert %1 …"_s.arg(file), {}});
    steps.append({tr("Node"), u"NODE_EXTRA_CA_CERTS=%1 node …"_s.arg(file), {}});
    steps.append({tr("Python"), u"SSL_CERT_FILE=%1 python3 …"_s.arg(file), {}});
    steps.append({tr("Ruby"), u"SSL_CERT_FILE=%1 ruby …"_s.arg(file), {}});
    return steps;
}

} // namespace tls
