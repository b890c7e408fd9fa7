// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/recordreader.h"

#include "capture/rows.h"
#include "core/clock.h"
#include "formats/attemptreader.h"
#include "formats/typedmembers.h"
#include "formats/unknownmembers.h"
#include "http/lineguard.h"
#include "signature/digesttext.h"

#include <QCoreApplication>

#include <limits>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 largest = std::numeric_limits<qint64>::max();

QString tr(const char *text) { return QCoreApplication::translate("formats::Ndjson", text); }

// What the members are to say, one function for each object of `hookglass.delivery/1`.

// A port without an address tells nothing.
capture::Peer readPeer(TypedMembers &members)
{
    const capture::Peer peer{.address = members.text("address"),
                             .port = quint16(members.number("port", 0, 0xFFFF).value_or(0))};
    return peer.address.isEmpty() ? capture::Peer() : peer;
}

capture::TlsFacts readTls(TypedMembers &members)
{
    return {.version = members.text("version"),
            .cipher = members.text("cipher"),
            .serverName = members.bytes("server_name")};
}

http::Framing readFraming(TypedMembers &members)
{
    const QString word = members.text("framing");
    if (word == "content-length"_L1)
        return http::Framing::ContentLength;
    if (word == "chunked"_L1)
        return http::Framing::Chunked;
    if (!word.isEmpty() && word != "none"_L1)
        members.refuse("framing", tr("It is none that is known."));
    return http::Framing::None;
}

int readVersion(TypedMembers &members)
{
    const QString version = members.text("http_version");
    if (!version.isEmpty() && version != "1.0"_L1 && version != "1.1"_L1)
        members.refuse("http_version", tr("It is neither 1.0 nor 1.1."));
    return version == "1.0"_L1 ? 0 : 1;
}

// False when size or digest belong to another body.
bool tellsTheBody(TypedMembers &members, const QByteArray &body)
{
    const auto size = members.number("body_size", 0, largest);
    const QString digest = members.text("body_sha256");
    return (!size || *size == body.size())
        && (digest.isEmpty()
            || digest.toLatin1()
                == signature::writeDigest(signature::digest(signature::Hash::Sha256, body),
                                          signature::Encoding::Hex));
}

http::Request readRequest(TypedMembers &members, bool &altered, const Beside *beside)
{
    const bool fields = !beside || members.has("headers");
    const bool bodied = !beside || members.has("body");
    http::Request request{
        .method = members.neededBytes("method"),
        .target = members.neededBytes("target"),
        .versionMinor = readVersion(members),
        .fields = fields ? members.fields("headers") : beside->request.fields,
        .trailers = members.fields("trailers"),
        .framing = readFraming(members),
        .body = bodied ? members.neededBytes("body") : beside->request.body,
    };
    if (!beside && !members.has("headers"))
        members.refuse("headers", tr("It is missing."));
    altered = !tellsTheBody(members, request.body);
    return request;
}

signature::Verdict readVerdict(TypedMembers &members)
{
    signature::Verdict verdict{.scheme = members.text("scheme")};
    const auto signature = signature::signatureFromWord(members.neededText("signature"));
    const auto freshness = signature::freshnessFromWord(members.neededText("freshness"));
    if (!signature)
        members.refuse("signature", tr("It is no verdict that is known."));
    if (!freshness)
        members.refuse("freshness", tr("It is no verdict that is known."));
    verdict.signature = signature.value_or(signature::Signature::NotApplicable);
    verdict.freshness = freshness.value_or(signature::Freshness::NotApplicable);
    verdict.ageSeconds = members.number("age_seconds", -largest - 1, largest);
    verdict.secret = members.text("secret");
    return verdict;
}

capture::Event readEvent(TypedMembers &members)
{
    return {.topic = members.text("topic"),
            .account = members.text("account"),
            .id = members.text("id")};
}

capture::Answer readAnswer(TypedMembers &members, qint64 id, const Beside *beside)
{
    const capture::Answer *known = beside && beside->answer ? &*beside->answer : nullptr;
    return {.id = id,
            .status = int(members.number("status", 0, 999).value_or(0)),
            .fields = known && !members.has("headers") ? known->fields : members.fields("headers"),
            .body = known && !members.has("body") ? known->body
                                                  : members.bytes("body").value_or(QByteArray()),
            .source = members.text("source"),
            .latency = members.number("latency_us", -largest - 1, largest).value_or(0)};
}

qint64 readTime(TypedMembers &members)
{
    const qint64 time = core::fromIsoTime(members.neededText("received_at"));
    if (time == -1)
        members.refuse("received_at", tr("It is no time as 2026-11-23T10:00:00.123456Z."));
    return time;
}

capture::Delivery readDelivery(TypedMembers &members, bool &altered, const Beside *beside)
{
    capture::Delivery delivery;
    delivery.id = members.number("id", 1, largest).value_or(0);
    delivery.receivedAt = readTime(members);
    delivery.endpoint = members.text("endpoint");
    if (auto peer = members.object("peer"))
        delivery.peer = readPeer(*peer);
    if (auto tls = members.object("tls"))
        delivery.tls = readTls(*tls);
    if (auto request = members.neededObject("request"))
        delivery.request = readRequest(*request, altered, beside);
    if (auto verdict = members.object("verdict"))
        delivery.verdict = readVerdict(*verdict);
    if (auto event = members.object("event"))
        delivery.event = readEvent(*event);
    return delivery;
}

capture::Record readRecord(TypedMembers &members, bool &altered, const Beside *beside)
{
    capture::Delivery delivery = readDelivery(members, altered, beside);
    capture::Record record{.marked = !members.text("mark").isEmpty(), .note = members.text("note")};
    if (auto judged = members.object("judged"))
        record.judged = readVerdict(*judged);
    if (auto answer = members.object("response"))
        record.answer = readAnswer(*answer, delivery.id, beside);
    record.attempts = readAttempts(members, delivery.id);
    record.delivery = std::make_shared<const capture::Delivery>(std::move(delivery));
    return record;
}

capture::Rejection readRejection(TypedMembers &members)
{
    capture::Rejection rejection;
    rejection.receivedAt = readTime(members);
    if (auto peer = members.object("peer"))
        rejection.peer = readPeer(*peer);
    const auto reason = capture::reasonFromWord(members.neededText("reason"));
    if (!reason)
        members.refuse("reason", tr("It is none that is known."));
    rejection.reason = reason.value_or(capture::Reason::MalformedHttp);
    rejection.detail = members.text("detail");
    rejection.count = members.number("count", 1, largest).value_or(1);
    return rejection;
}

} // namespace

Entry readEntry(const json::Document &document, json::Document::Node object, QString &fault,
                const Beside *beside)
{
    TypedMembers members(document, fault, object);
    const QString format = members.neededText("format");
    Entry entry;
    if (format == "hookglass.delivery/1"_L1)
        entry.record = readRecord(members, entry.altered, beside);
    else if (format == "hookglass.rejection/1"_L1)
        entry.rejection = readRejection(members);
    else if (fault.isEmpty())
        members.refuse("format",
                       tr("It is neither hookglass.delivery/1 nor hookglass.rejection/1."));
    if (entry.record && fault.isEmpty()) {
        const QByteArray unknown = unknownMembers(document, object);
        if (!unknown.isEmpty())
            entry.record->import = capture::Import{.unknown = unknown};
    }
    return entry;
}

NumberedEntry numbered(qint64 number, const core::Result<Entry> &entry)
{
    return entry ? NumberedEntry{number, *entry, {}} : NumberedEntry{number, {}, entry.error().why};
}

bool canStandInHead(const http::Fields &fields)
{
    return capture::readFields(capture::writeFields(fields)) == fields;
}

bool canStandInHead(const http::Request &request)
{
    http::Request line;
    const QByteArray text = request.method + ' ' + request.target + " HTTP/1."
        + QByteArray::number(request.versionMinor);
    return http::checkBytes(text) == http::ParseError::None
        && http::readRequestLine(text, line) == http::ParseError::None
        && line.method == request.method && line.target == request.target
        && canStandInHead(request.fields) && canStandInHead(request.trailers);
}

} // namespace formats
