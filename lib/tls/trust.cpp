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

// Each runs as it is, and its environment serves other commands of the program as well.
static QList<TrustStep> programs(const QString &file, quint16 port)
{
    const QString url = u"https://localhost:%1/"_s.arg(port);
    return {
        {tr("curl"), u"curl --cacert %1 %2"_s.arg(file, url), {}},
        {tr("Node"),
         u"NODE_EXTRA_CA_CERTS=%1 node -e \"require('https').get('%2', "
         "answer => { console.log(answer.statusCode); answer.destroy(); })\""_s.arg(file, url),
         {}},
        {tr("Python"),
         u"SSL_CERT_FILE=%1 python3 -c \"from http.client import HTTPSConnection as C; "
         "c = C('localhost', %2); c.request('GET', '/'); print(c.getresponse().status)\""_s.arg(
             file, QString::number(port)),
         {}},
        {tr("Ruby"),
         u"SSL_CERT_FILE=%1 ruby -r net/http -e \"puts Net::HTTP.get_response(URI('%2')).code\""_s
             .arg(file, url),
         {}},
    };
}

QList<TrustStep> trustSteps(const QString &authorityFile, quint16 port)
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
    steps += programs(file, port);
    return steps;
}

} // namespace tls
