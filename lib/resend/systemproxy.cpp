// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/systemproxy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int usualPort = 1080; // curl's, where a proxy's URL has none

// The first of the variables that says something.
QString firstSet(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const QString value = qEnvironmentVariable(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

// Of http curl reads no upper-case variable, since a web server names a request's own header so.
bool hasOwnProxy(const QUrl &target)
{
    return !(target.scheme() == "https"_L1 ? firstSet({"https_proxy", "HTTPS_PROXY"})
                                           : firstSet({"http_proxy"}))
                .isEmpty();
}

QString bareName(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    const qsizetype from = name.startsWith("*."_L1) ? 2 : name.startsWith(u'.') ? 1 : 0;
    return name.sliced(from);
}

// An entry of no_proxy: a name for itself and all below it, an address, a subnet, or * for all.
bool exempts(const QString &entry, const QString &host)
{
    if (entry == u'*')
        return true;
    const QHostAddress address(host);
    if (address.isNull()) {
        const QString name = bareName(entry);
        const QString own = bareName(host);
        return !name.isEmpty()
            && (own.compare(name, Qt::CaseInsensitive) == 0
                || own.endsWith(u'.' + name, Qt::CaseInsensitive));
    }
    if (entry.contains(u'/'))
        return address.isInSubnet(QHostAddress::parseSubnet(entry));
    return QHostAddress(QString(entry).remove(u'[').remove(u']')) == address;
}

bool isExempt(const QUrl &target)
{
    const QStringList entries
        = firstSet({"no_proxy", "NO_PROXY"}).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
    const QString host = target.host(QUrl::FullyEncoded);
    return std::any_of(entries.begin(), entries.end(),
                       [&host](const QString &entry) { return exempts(entry, host); });
}

core::Result<QNetworkProxy> proxyAt(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text);
    const QString scheme = url.scheme();
    const bool socks = scheme == "socks5"_L1 || scheme == "socks5h"_L1;
    if (url.host().isEmpty() || (!socks && scheme != "http"_L1))
        return core::Error{
            .kind = core::ErrorKind::Usage,
            .what = QCoreApplication::translate("resend", "Cannot use the proxy of all_proxy."),
            .why = QCoreApplication::translate("resend",
                                               "The variable all_proxy names no proxy that can be "
                                               "used: it takes http, socks5 and socks5h.")};
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         quint16(url.port(usualPort)), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
}

} // namespace

core::Result<QNetworkProxy> systemProxy(const QUrl &target)
{
    const QString all = hasOwnProxy(target) ? QString() : firstSet({"all_proxy", "ALL_PROXY"});
    if (!all.isEmpty())
        return isExempt(target) ? QNetworkProxy(QNetworkProxy::NoProxy) : proxyAt(all);
    const QList<QNetworkProxy> proxies
        = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(target));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy
            || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability))
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

QString proxyText(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return {};
    QUrl url;
    url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s);
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.toString();
}

} // namespace resend
