// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/weburl.h"

#include <algorithm>

namespace signature
{

namespace
{

// Where the colon of a port stands in an authority, -1: there is none. An IPv6 address has colons
// of its own, in brackets, and so may a password.
qsizetype portColon(QByteArrayView authority)
{
    const qsizetype host = authority.lastIndexOf('@') + 1;
    const qsizetype bracket = authority.lastIndexOf(']');
    const qsizetype colon = authority.lastIndexOf(':');
    return colon >= host && colon > bracket ? colon : -1;
}

// What HubSpot decodes before it signs, and nothing else. None of the marks can become part of
// another escape.
QByteArray withPlainMarks(QByteArray text)
{
    for (const char mark : QByteArrayView(":/?@!$'()*,;")) {
        const QByteArray escape = '%' + QByteArray(1, mark).toHex();
        const QByteArray plain(1, mark);
        text.replace(escape.toUpper(), plain).replace(escape, plain);
    }
    return text;
}

} // namespace

WebUrl splitUrl(QByteArrayView url)
{
    WebUrl parts;
    const qsizetype mark = url.indexOf("://");
    if (mark >= 0 && url.first(mark).indexOf('/') < 0 && url.first(mark).indexOf('?') < 0) {
        parts.scheme = url.first(mark);
        url = url.sliced(mark + 3);
        const auto end = std::find_if(url.begin(), url.end(),
                                      [](char c) { return c == '/' || c == '?' || c == '#'; });
        parts.authority = url.first(end - url.begin());
        url = url.sliced(parts.authority.size());
    }
    if (const qsizetype fragment = url.indexOf('#'); fragment >= 0)
        url = url.first(fragment);
    const qsizetype question = url.indexOf('?');
    parts.hasQuery = question >= 0;
    parts.path = parts.hasQuery ? url.first(question) : url;
    if (parts.hasQuery)
        parts.query = url.sliced(question + 1);
    return parts;
}

QByteArray urlOf(const http::Request &request)
{
    if (!splitUrl(request.target).scheme.isEmpty())
        return request.target;
    if (http::count(request.fields, "Host") != 1)
        return {};
    return "https://" + *http::value(request.fields, "Host") + request.target;
}

static QByteArray withLowerQuery(QByteArray url, QByteArrayView query)
{
    if (query.isEmpty())
        return url;
    return url.replace(query.data() - url.constData(), query.size(), query.toByteArray().toLower());
}

QByteArray varied(const QByteArray &url, UrlVariant variant)
{
    const WebUrl parts = splitUrl(url);
    if (variant == UrlVariant::AsIs || parts.scheme.isEmpty())
        return url;
    const qsizetype colon = portColon(parts.authority);
    const qsizetype authorityEnd = parts.scheme.size() + 3 + parts.authority.size();
    switch (variant) {
    case UrlVariant::AsIs:
        return url;
    case UrlVariant::StripPort:
        return colon < 0 ? url
                         : QByteArray(url).remove(parts.scheme.size() + 3 + colon,
                                                  parts.authority.size() - colon);
    case UrlVariant::AddStandardPort: {
        const bool plain = parts.scheme.compare("http", Qt::CaseInsensitive) == 0;
        return colon >= 0 ? url : QByteArray(url).insert(authorityEnd, plain ? ":80" : ":443");
    }
    case UrlVariant::LowerQuery:
        return withLowerQuery(url, parts.query);
    case UrlVariant::DecodeMarks:
        return url.first(authorityEnd) + withPlainMarks(url.sliced(authorityEnd));
    case UrlVariant::OtherSlash: {
        const qsizetype pathEnd = authorityEnd + parts.path.size();
        return parts.path.endsWith('/') ? QByteArray(url).remove(pathEnd - 1, 1)
                                        : QByteArray(url).insert(pathEnd, '/');
    }
    }
    Q_UNREACHABLE();
}

QByteArrayView withoutQuery(QByteArrayView url)
{
    const auto end
        = std::find_if(url.begin(), url.end(), [](char c) { return c == '?' || c == '#'; });
    return url.first(end - url.begin());
}

} // namespace signature
