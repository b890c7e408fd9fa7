// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/endpoint.h"

namespace capture
{

namespace
{

// For the absolute form (RFC 9112, 3.2.2) what stands behind scheme and authority.
QByteArrayView originForm(QByteArrayView target)
{
    const qsizetype authority = target.startsWith('/') ? -1 : target.indexOf("://");
    if (authority < 0)
        return target;
    const qsizetype path = target.indexOf('/', authority + 3);
    return path < 0 ? QByteArrayView("/") : target.sliced(path);
}

QByteArrayView pathOf(QByteArrayView target)
{
    target = originForm(target);
    for (qsizetype i = 0; i < target.size(); ++i) {
        if (target[i] == '?' || target[i] == '#')
            return target.first(i);
    }
    return target;
}

// With its "?"; empty when there is none.
QByteArrayView queryOf(QByteArrayView target)
{
    const QByteArrayView whole = originForm(target);
    return whole.sliced(pathOf(whole).size());
}

// What the target's path has behind the endpoint's: "/b" of "/a/b" below "/a".
QByteArrayView behind(const Endpoint &endpoint, QByteArrayView target)
{
    QByteArray prefix = endpoint.path.toUtf8();
    if (prefix.endsWith('/'))
        prefix.chop(1);
    const QByteArrayView path = pathOf(target);
    return path.startsWith(prefix) ? path.sliced(prefix.size()) : QByteArrayView("");
}

// "/" takes every target, "*" of an OPTIONS request as well.
bool covers(QByteArrayView prefix, QByteArrayView path)
{
    if (prefix == "/")
        return true;
    if (prefix.isEmpty() || !path.startsWith(prefix))
        return false;
    return path.size() == prefix.size() || prefix.endsWith('/') || path[prefix.size()] == '/';
}

} // namespace

const Endpoint *match(const QList<Endpoint> &endpoints, QByteArrayView target)
{
    const QByteArrayView path = pathOf(target);
    const Endpoint *best = nullptr;
    qsizetype longest = -1;
    for (const Endpoint &endpoint : endpoints) {
        const QByteArray prefix = endpoint.path.toUtf8();
        if (!endpoint.enabled || prefix.size() <= longest || !covers(prefix, path))
            continue;
        best = &endpoint;
        longest = prefix.size();
    }
    return best;
}

QByteArray senderUrl(const Endpoint &endpoint, QByteArrayView target)
{
    QByteArray url = endpoint.publicUrl.toUtf8();
    if (url.isEmpty() || url.contains('?'))
        return url;
    const QByteArrayView rest = behind(endpoint, target);
    if (rest != "/" && !url.endsWith(rest)) {
        if (url.endsWith('/'))
            url.chop(1);
        url += rest;
    }
    if (const qsizetype authority = url.indexOf("://"); url.indexOf('/', authority + 3) < 0)
        url += '/';
    return url.append(queryOf(target));
}

QString publicUrlFor(const Endpoint &endpoint, QByteArrayView target, const QByteArray &url)
{
    QByteArrayView stem = url;
    if (const QByteArrayView query = queryOf(target); stem.endsWith(query))
        stem.chop(query.size());
    const QByteArrayView rest = behind(endpoint, target);
    Endpoint general = endpoint;
    for (const qsizetype length : {rest.size(), qsizetype(0)}) {
        if (!stem.endsWith(rest.first(length)))
            continue;
        general.publicUrl = QString::fromUtf8(stem.chopped(length));
        if (senderUrl(general, target) == url)
            return general.publicUrl;
    }
    return QString::fromUtf8(url);
}

} // namespace capture
