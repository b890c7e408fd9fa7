// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/endpoint.h"

namespace capture
{

namespace
{

// Without the query, and for the absolute form (RFC 9112, 3.2.2) without scheme and authority.
QByteArrayView pathOf(QByteArrayView target)
{
    if (!target.startsWith('/')) {
        const qsizetype authority = target.indexOf("://");
        if (authority >= 0) {
            const qsizetype path = target.indexOf('/', authority + 3);
            target = path < 0 ? QByteArrayView("/") : target.sliced(path);
        }
    }
    for (qsizetype i = 0; i < target.size(); ++i) {
        if (target[i] == '?' || target[i] == '#')
            return target.first(i);
    }
    return target;
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

} // namespace capture
