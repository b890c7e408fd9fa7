// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/recordwriter.h"

#include "core/clock.h"
#include "formats/attemptjson.h"
#include "formats/bytesjson.h"
#include "formats/unknownmembers.h"
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

void writePeer(Writer &writer, const capture::Peer &peer, const UnknownMembers &unknown)
{
    if (peer.address.isEmpty()) {
        writer.null();
        return;
    }
    writer.beginObject().name("address").string(peer.address);
    writer.name("port").number(peer.port).members(unknown.of("peer")).endObject();
}

void writeTls(Writer &writer, const std::optional<capture::TlsFacts> &tls,
              const UnknownMembers &unknown)
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
    writer.members(unknown.of("tls")).endObject();
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

void writeRequest(Writer &writer, const http::Request &request, const LeftOut &leftOut,
                  const UnknownMembers &unknown)
{
    const signature::Digest digest = signature::digest(signature::Hash::Sha256, request.body);
    writer.beginObject().name("method");
    writeBytes(writer, request.method);
    writer.name("target");
    writeBytes(writer, request.target);
    writer.name("http_version").string("1." + QByteArray::number(request.versionMinor));
    if (!leftOut.fields) {
        writer.name("headers");
        writeFields(writer, request.fields);
    }
    writer.name("trailers");
    writeFields(writer, request.trailers);
    writer.name("framing").string(word(request.framing));
    if (!leftOut.body) {
        writer.name("body");
        writeBytes(writer, request.body);
    }
    writer.name("body_size").number(request.body.size());
    writer.name("body_sha256").string(hex(digest)).members(unknown.of("request")).endObject();
}

void writeVerdict(Writer &writer, const signature::Verdict &verdict, const QByteArray &unknown = {})
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
    writer.members(unknown).endObject();
}

void writeEvent(Writer &writer, const capture::Event &event, const UnknownMembers &unknown)
{
    writer.beginObject().name("topic");
    writeKnown(writer, event.topic);
    writer.name("account");
    writeKnown(writer, event.account);
    writer.name("id");
    writeKnown(writer, event.id);
    writer.members(unknown.of("event")).endObject();
}

void writeAnswer(Writer &writer, const std::optional<capture::Answer> &answer,
                 const LeftOut &leftOut, const UnknownMembers &unknown)
{
    if (!answer) {
        writer.null();
        return;
    }
    writer.beginObject().name("status").number(answer->status);
    if (!leftOut.answerFields) {
        writer.name("headers");
        writeFields(writer, answer->fields);
    }
    if (!leftOut.answerBody) {
        writer.name("body");
        writeBytes(writer, answer->body);
    }
    writer.name("source").string(answer->source);
    writer.name("latency_us").number(answer->latency);
    writer.members(unknown.of("response")).endObject();
}

void writeId(Writer &writer, qint64 id)
{
    writer.name("id");
    if (id > 0)
        writer.number(id);
    else
        writer.null();
}

} // namespace

void writeRecord(Writer &writer, const capture::Record &record, const LeftOut &leftOut)
{
    const capture::Delivery &delivery = *record.delivery;
    const UnknownMembers unknown(record.import ? record.import->unknown : QByteArray());
    writer.beginObject().name("format").string("hookglass.delivery/1");
    writeId(writer, delivery.id);
    writer.name("received_at").string(core::isoTime(delivery.receivedAt));
    writer.name("endpoint").string(delivery.endpoint);
    writer.name("peer");
    writePeer(writer, delivery.peer, unknown);
    writer.name("tls");
    writeTls(writer, delivery.tls, unknown);
    writer.name("request");
    writeRequest(writer, delivery.request, leftOut, unknown);
    if (!leftOut.verdicts) {
        writer.name("verdict");
        writeVerdict(writer, delivery.verdict, unknown.of("verdict"));
    }
    writer.name("event");
    writeEvent(writer, delivery.event, unknown);
    if (!leftOut.verdicts) {
        writer.name("judged");
        if (record.judged)
            writeVerdict(writer, *record.judged);
        else
            writer.null();
    }
    writer.name("response");
    writeAnswer(writer, record.answer, leftOut, unknown);
    writer.name("mark");
    if (record.marked)
        writer.string("flag");
    else
        writer.null();
    writer.name("note").string(record.note);
    if (!record.attempts.isEmpty() && !leftOut.attempts)
        writeAttempts(writer, record.attempts);
    writer.members(unknown.of("")).endObject();
}

void writeRejection(Writer &writer, const capture::Rejection &rejection)
{
    writer.beginObject().name("format").string("hookglass.rejection/1");
    writer.name("received_at").string(core::isoTime(rejection.receivedAt));
    writer.name("peer");
    writePeer(writer, rejection.peer, UnknownMembers({}));
    writer.name("reason").string(capture::word(rejection.reason));
    writer.name("detail").string(rejection.detail);
    writer.name("count").number(rejection.count).endObject();
}

} // namespace formats
