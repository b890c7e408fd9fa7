// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/attemptrows.h"

#include "capture/rows.h"
#include "http/lineguard.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;

static const QByteArray lineEnd = "\r\n";

QString attemptColumns(int version)
{
    const QString first
        = u"delivery, sent_at, target, signing, source, sent_head, sent_trailers, sent_body, "
          "body_digest, status, head, body, what, why, lookup, connect, tls, first_byte, total, "
          "tls_version, checked"_s;
    return first + (version < 5 ? u", ''"_s : u", proxy"_s)
        + (version < 6 ? u", ''"_s : u", secret"_s);
}

// The status line, the fields, an empty line, and behind that the trailers.
static QByteArray writeHead(const http::Response &response)
{
    return "HTTP/1." + QByteArray::number(response.versionMinor) + ' '
        + QByteArray::number(response.status) + ' ' + response.reason + lineEnd
        + writeFields(response.fields) + lineEnd + writeFields(response.trailers);
}

static http::Response readResponse(int status, const QByteArray &head, const QByteArray &body)
{
    http::Response response{.status = status, .reason = {}, .body = body};
    const qsizetype lineLength = head.indexOf(lineEnd);
    const QByteArray line = head.left(lineLength); // "HTTP/1.1 200 OK"
    response.versionMinor = line.startsWith("HTTP/1.0") ? 0 : 1;
    response.reason = line.mid(line.indexOf(' ', line.indexOf(' ') + 1) + 1);
    if (lineLength < 0)
        return response;
    const QByteArray fields = head.sliced(lineLength + lineEnd.size());
    response.fields = readFields(fields);
    const qsizetype end
        = fields.startsWith(lineEnd) ? 0 : fields.indexOf(lineEnd + lineEnd) + lineEnd.size();
    response.trailers = readFields(fields.mid(end + lineEnd.size()));
    return response;
}

static http::Request readRequest(const QByteArray &head, const QByteArray &trailers,
                                 const QByteArray &body)
{
    http::Request request;
    const qsizetype lineLength = std::max<qsizetype>(head.indexOf(lineEnd), 0);
    http::readRequestLine(QByteArrayView(head).first(lineLength), request);
    request.head = head;
    request.fields = readFields(head.mid(lineLength + lineEnd.size()));
    request.trailers = readFields(trailers);
    request.body = body;
    if (http::count(request.fields, "Transfer-Encoding") > 0)
        request.framing = http::Framing::Chunked;
    else if (http::count(request.fields, "Content-Length") > 0)
        request.framing = http::Framing::ContentLength;
    return request;
}

bool insert(Insertion &to, const Attempt &attempt)
{
    const http::Request request = attempt.request.value_or(http::Request());
    const QByteArray sentHead = request.head.isEmpty() ? writeHead(request) : request.head;
    const QByteArray trailers = writeFields(request.trailers);
    const http::Response response = attempt.response.value_or(http::Response());
    const QByteArray head = writeHead(response);
    to << attempt.delivery << attempt.sentAt << attempt.target << attempt.signing << attempt.source;
    if (attempt.request)
        to << sentHead << trailers << request.body;
    else
        to.null().null().null();
    to << attempt.bodyDigest;
    if (attempt.response)
        to << response.status << head << response.body;
    else
        to.null().null().null();
    if (attempt.error)
        to << attempt.error->what << attempt.error->why;
    else
        to.null().null();
    const Times &times = attempt.times;
    to << times.lookup << times.connect << times.tls << times.firstByte << times.total
       << attempt.tlsVersion << int(attempt.certificateChecked) << attempt.proxy << attempt.secret;
    return to.insert();
}

Attempt readAttempt(const Selection &row)
{
    int column = 0;
    const auto number = [&] { return row.number(column++); };
    const auto text = [&] { return row.text(column++); };
    const auto bytes = [&] { return row.bytes(column++); };
    Attempt attempt;
    attempt.id = number();
    attempt.delivery = number();
    attempt.sentAt = number();
    attempt.target = text();
    attempt.signing = text();
    attempt.source = text();
    const bool edited = !row.isNull(column);
    const QByteArray sentHead = bytes();
    const QByteArray trailers = bytes();
    const QByteArray sentBody = bytes();
    if (edited)
        attempt.request = readRequest(sentHead, trailers, sentBody);
    attempt.bodyDigest = bytes();
    const bool answered = !row.isNull(column);
    const int status = int(number());
    const QByteArray head = bytes();
    const QByteArray body = bytes();
    if (answered)
        attempt.response = readResponse(status, head, body);
    const bool wrong = !row.isNull(column);
    const QString what = text();
    const QString why = text();
    if (wrong)
        attempt.error = core::Error{.what = what, .why = why};
    for (int *time : {&attempt.times.lookup, &attempt.times.connect, &attempt.times.tls,
                      &attempt.times.firstByte, &attempt.times.total})
        *time = int(number());
    attempt.tlsVersion = text();
    attempt.certificateChecked = number() != 0;
    attempt.proxy = text();
    attempt.secret = text();
    return attempt;
}

} // namespace capture
