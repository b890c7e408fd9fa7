// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/rewrite.h"

#include <algorithm>
#include <optional>

namespace resend
{

static const QByteArray lineEnd = "\r\n";

QByteArray targetOf(const QUrl &url, const QByteArray &received)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = '?' + url.query(QUrl::FullyEncoded).toLatin1();
    if (!path.isEmpty())
        return url.hasQuery() ? path + query : path;
    const qsizetype end = received.indexOf('?');
    return url.hasQuery() ? (end < 0 ? received : received.first(end)) + query : received;
}

QByteArray hostOf(const QUrl &url)
{
    // The zone of an IPv6 address is this computer's own affair (RFC 6874, 3).
    const QString host = url.host(QUrl::FullyEncoded).section(u'%', 0, 0);
    const QByteArray text = host.contains(u':') ? '[' + host.toLatin1() + ']' : host.toLatin1();
    return url.port() < 0 ? text : text + ':' + QByteArray::number(url.port());
}

// What must stand in a field of that name; nothing: what stands there.
static std::optional<QByteArray> replacement(QByteArrayView name, const http::Request &request,
                                             const QByteArray &host)
{
    if (http::sameName(name, "Host"))
        return host;
    if (http::sameName(name, "Content-Length"))
        return QByteArray::number(request.body.size());
    return {};
}

static QByteArray lineFor(const QByteArray &line, const http::Request &request,
                          const QByteArray &host)
{
    const qsizetype colon = line.indexOf(':');
    const auto value
        = replacement(QByteArrayView(line).first(std::max(colon, qsizetype(0))), request, host);
    if (!value)
        return line;
    qsizetype start = colon + 1;
    while (start < line.size() && (line[start] == ' ' || line[start] == '\t'))
        ++start;
    return line.first(start) + *value;
}

// Empty when the head is none that these fields were read from.
static QByteArray headFor(const http::Request &request, const QByteArray &target,
                          const QByteArray &host)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < request.head.size();) {
        const qsizetype end = request.head.indexOf(lineEnd, at);
        if (end < 0)
            return {};
        lines.append(request.head.sliced(at, end - at));
        at = end + lineEnd.size();
    }
    const QByteArray start = request.method + ' ' + request.target + ' ';
    if (lines.size() != request.fields.size() + 2 || !lines.constLast().isEmpty()
        || !lines.constFirst().startsWith(start))
        return {};
    QByteArray head = request.method + ' ' + target + ' ' + lines.constFirst().sliced(start.size());
    for (const QByteArray &line : lines.sliced(1))
        head += lineEnd + lineFor(line, request, host);
    return head + lineEnd;
}

http::Request addressed(const http::Request &request, const QUrl &url)
{
    const QByteArray host = hostOf(url);
    http::Request sent = request;
    sent.target = targetOf(url, request.target);
    sent.head = headFor(request, sent.target, host);
    for (http::Field &field : sent.fields)
        field.value = replacement(field.name, request, host).value_or(field.value);
    return sent;
}

// A body without a length would be read as none (RFC 9112, 6.3).
http::Request composed(http::Request request, const QUrl &url)
{
    request.head.clear();
    const bool chunked = request.framing == http::Framing::Chunked;
    if (!chunked && !request.body.isEmpty() && http::count(request.fields, "Content-Length") == 0) {
        request.fields.append(http::Field{"Content-Length", {}});
        request.framing = http::Framing::ContentLength;
    }
    return addressed(request, url);
}

static void askToClose(http::Request &request)
{
    bool asked = false;
    for (http::Field &field : request.fields) {
        if (!http::sameName(field.name, "Connection"))
            continue;
        field.value = "close";
        asked = true;
    }
    if (!asked)
        request.fields.append(http::Field{"Connection", "close"});
}

void force(http::Request &request, const QList<ForcedField> &fields)
{
    bool forcesLength = false;
    for (const ForcedField &forced : fields) {
        qsizetype nth = 0;
        for (http::Field &field : request.fields) {
            if (!http::sameName(field.name, forced.name) || nth++ != forced.nth)
                continue;
            field.value = forced.value;
            forcesLength = forcesLength || http::sameName(field.name, "Content-Length");
        }
    }
    if (fields.isEmpty())
        return;
    request.head.clear(); // It would go out in place of the fields.
    if (forcesLength)
        askToClose(request);
}

bool isAsSet(const http::Field &field, const http::Request &request, const QUrl &url)
{
    return replacement(field.name, request, hostOf(url)).value_or(field.value) == field.value;
}

} // namespace resend
