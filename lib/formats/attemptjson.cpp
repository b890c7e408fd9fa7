// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/attemptjson.h"

#include "core/clock.h"
#include "formats/bytesjson.h"

namespace formats
{

namespace
{

using capture::Attempt;
using json::Writer;

void writeRequest(Writer &writer, const std::optional<http::Request> &request)
{
    if (!request) {
        writer.null();
        return;
    }
    writer.beginObject().name("method");
    writeBytes(writer, request->method);
    writer.name("target");
    writeBytes(writer, request->target);
    writer.name("headers");
    writeFields(writer, request->fields);
    writer.name("trailers");
    writeFields(writer, request->trailers);
    writer.name("body");
    if (request->body.isEmpty())
        writer.null();
    else
        writeBytes(writer, request->body);
    writer.endObject();
}

void writeResponse(Writer &writer, const std::optional<http::Response> &response)
{
    if (!response) {
        writer.null();
        return;
    }
    writer.beginObject().name("status").number(response->status);
    writer.name("reason");
    writeBytes(writer, response->reason);
    writer.name("http_version").string("1." + QByteArray::number(response->versionMinor));
    writer.name("headers");
    writeFields(writer, response->fields);
    writer.name("trailers");
    writeFields(writer, response->trailers);
    writer.name("body");
    writeBytes(writer, response->body);
    writer.endObject();
}

// Milliseconds; null: not reached.
void writeTimes(Writer &writer, const capture::Times &times)
{
    writer.beginObject();
    for (const auto &[name, time] :
         {std::pair("lookup", times.lookup), std::pair("connect", times.connect),
          std::pair("tls", times.tls), std::pair("first_byte", times.firstByte),
          std::pair("total", times.total)}) {
        writer.name(name);
        if (time < 0)
            writer.null();
        else
            writer.number(time);
    }
    writer.endObject();
}

void writeMembers(Writer &writer, const Attempt &attempt)
{
    writer.name("sent_at").string(core::isoTime(attempt.sentAt));
    writer.name("target").string(attempt.target);
    writer.name("signing").string(attempt.signing);
    writer.name("secret");
    if (attempt.secret.isEmpty())
        writer.null();
    else
        writer.string(attempt.secret);
    writer.name("source").string(attempt.source);
    writer.name("request");
    writeRequest(writer, attempt.request);
    writer.name("body_sha256").string(attempt.bodyDigest.toHex());
    writer.name("response");
    writeResponse(writer, attempt.response);
    writer.name("error");
    if (attempt.error)
        writer.string(core::describe(*attempt.error));
    else
        writer.null();
    writer.name("times_ms");
    writeTimes(writer, attempt.times);
    writer.name("tls");
    if (attempt.tlsVersion.isEmpty())
        writer.null();
    else
        writer.string(attempt.tlsVersion);
    writer.name("proxy");
    if (attempt.proxy.isEmpty())
        writer.null();
    else
        writer.string(attempt.proxy);
    writer.name("certificate_checked").boolean(attempt.certificateChecked);
}

} // namespace

QByteArray ndjsonLine(const Attempt &attempt)
{
    const qsizetype body = attempt.response ? attempt.response->body.size() : 0;
    Writer writer(1024 + body * 4 / 3);
    writer.beginObject().name("format").string("hookglass.attempt/1");
    writer.name("delivery").number(attempt.delivery);
    writeMembers(writer, attempt);
    writer.endObject();
    return writer.take().append('\n');
}

void writeAttempts(Writer &writer, const QList<Attempt> &attempts)
{
    writer.name("attempts").beginArray();
    for (const Attempt &attempt : attempts) {
        writer.beginObject();
        writeMembers(writer, attempt);
        writer.endObject();
    }
    writer.endArray();
}

} // namespace formats
