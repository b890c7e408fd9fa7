// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjson.h"

#include "core/clock.h"
#include "formats/attemptjson.h"
#include "formats/bytesjson.h"
#include "signature/mac.h"

namespace formats
{

namespace
{

using json::Writer;

// Nothing known is null, never an empty text.
void writeKnown(Writer &writer, const QString &text)
{
    if (text.isEmpty())
        writer.null();
    else
        writer.string(text);
}

void writePeer(Writer &writer, const capture::Peer &peer)
{
    if (peer.address.isEmpty()) {
        writer.null();
        return;
    }
    writer.beginObject().name("address").string(peer.address);
    writer.name("port").number(peer.port).endObject();
}

void writeTls(Writer &writer, const std::optional<capture::TlsFacts> &tls)
{
    if (!tls) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.name("version").string(tls->version);
    writer.name("cipher").string(tls->cipher);
    writer.name("server_name");
    if (tls->serverName)
        writeBytes(writer, *tls->serverName);
    else
        writer.null();
    writer.endObject();
}

QByteArrayView word(http::Framing framing)
{
    switch (framing) {
    case http::Framing::None:
        return "none";
    case http::Framing::ContentLength:
        return "content-length";
    case http::Framing::Chunked:
        return "chunked";
    }
    Q_UNREACHABLE();
}

QByteArray hex(const signature::Digest &digest)
{
    return QByteArray::fromRawData(digest.view().data(), digest.view().size()).toHex();
}

void writeRequest(Writer &writer, const http::Request &request)
{
    const signature::Digest digest = signature::digest(signature::Hash::Sha256, request.body);
    writer.beginObject().name("method");
    writeBytes(writer, request.method);
    writer.name("target");
    writeBytes(writer, request.target);
    writer.name("http_version").string("1." + QByteArray::number(request.versionMinor));
    writer.name("headers");
    writeFields(writer, request.fields);
    writer.name("trailers");
    writeFields(writer, request.trailers);
    writer.name("framing").string(word(request.framing));
    writer.name("body");
    writeBytes(writer, request.body);
    writer.name("body_size").number(request.body.size());
    writer.name("body_sha256").string(hex(digest)).endObject();
}

void writeVerdict(Writer &writer, const signature::Verdict &verdict)
{
    writer.beginObject().name("scheme");
    writeKnown(writer, verdict.scheme);
    writer.name("signature").string(signature::word(verdict.signature));
    writer.name("freshness").string(signature::word(verdict.freshness));
    writer.name("age_seconds");
    if (verdict.ageSeconds)
        writer.number(*verdict.ageSeconds);
    else
        writer.null();
    writer.name("secret");
    writeKnown(writer, verdict.secret);
    writer.endObject();
}

void writeEvent(Writer &writer, const capture::Event &event)
{
    writer.beginObject().name("topic");
    writeKnown(writer, event.topic);
    writer.name("account");
    writeKnown(writer, event.account);
    writer.name("id");
    writeKnown(writer, event.id);
    writer.endObject();
}

void writeAnswer(Writer &writer, const std::optional<capture::Answer> &answer)
{
    if (!answer) {
        writer.null();
        return;
    }
    writer.beginObject().name("status").number(answer->status);
    writer.name("headers");
    writeFields(writer, answer->fields);
    writer.name("body");
    writeBytes(writer, answer->body);
    writer.name("source").string(answer->source);
    writer.name("latency_us").number(answer->latency).endObject();
}

} // namespace

QByteArray ndjsonLine(const capture::Record &record)
{
    const capture::Delivery &delivery = *record.delivery;
    const http::Request &request = delivery.request;
    Writer writer(2048 + request.head.size() + request.body.size() * 4 / 3);
    writer.beginObject().name("format").string("hookglass.delivery/1");
    writer.name("id");
    if (delivery.id > 0)
        writer.number(delivery.id);
    else
        writer.null();
    writer.name("received_at").string(core::isoTime(delivery.receivedAt));
    writer.name("endpoint").string(delivery.endpoint);
    writer.name("peer");
    writePeer(writer, delivery.peer);
    writer.name("tls");
    writeTls(writer, delivery.tls);
    writer.name("request");
    writeRequest(writer, request);
    writer.name("verdict");
    writeVerdict(writer, delivery.verdict);
    writer.name("event");
    writeEvent(writer, delivery.event);
    writer.name("judged");
    if (record.judged)
        writeVerdict(writer, *record.judged);
    else
        writer.null();
    writer.name("response");
    writeAnswer(writer, record.answer);
    writer.name("mark");
    if (record.marked)
        writer.string("flag");
    else
        writer.null();
    writer.name("note").string(record.note);
    if (!record.attempts.isEmpty())
        writeAttempts(writer, record.attempts);
    writer.endObject();
    return writer.take().append('\n');
}

QByteArray ndjsonLine(const capture::Rejection &rejection)
{
    Writer writer;
    writer.beginObject().name("format").string("hookglass.rejection/1");
    writer.name("received_at").string(core::isoTime(rejection.receivedAt));
    writer.name("peer");
    writePeer(writer, rejection.peer);
    writer.name("reason").string(capture::word(rejection.reason));
    writer.name("detail").string(rejection.detail);
    writer.name("count").number(rejection.count).endObject();
    return writer.take().append('\n');
}

} // namespace formats
