// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjsonreader.h"

#include "core/clock.h"
#include "formats/attemptreader.h"
#include "formats/typedmembers.h"
#include "signature/digesttext.h"

#include <QCoreApplication>

#include <limits>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qsizetype slice = 64 * 1024; // of a line, read at once
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QString tr(const char *text) { return QCoreApplication::translate("formats::Ndjson", text); }

core::Error refusal(qint64 number, const QString &why)
{
    return {core::ErrorKind::Damaged, tr("Cannot read line %1.").arg(number), why};
}

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

http::Request readRequest(TypedMembers &members, bool &altered)
{
    http::Request request{.method = members.neededBytes("method"),
                          .target = members.neededBytes("target"),
                          .versionMinor = readVersion(members),
                          .fields = members.fields("headers"),
                          .trailers = members.fields("trailers"),
                          .framing = readFraming(members),
                          .body = members.neededBytes("body")};
    if (!members.has("headers"))
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

capture::Answer readAnswer(TypedMembers &members, qint64 id)
{
    return {.id = id,
            .status = int(members.number("status", 0, 999).value_or(0)),
            .fields = members.fields("headers"),
            .body = members.bytes("body").value_or(QByteArray()),
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

NdjsonLine readDelivery(TypedMembers &members)
{
    NdjsonLine line;
    capture::Delivery delivery;
    delivery.id = members.number("id", 1, largest).value_or(0);
    delivery.receivedAt = readTime(members);
    delivery.endpoint = members.text("endpoint");
    if (auto peer = members.object("peer"))
        delivery.peer = readPeer(*peer);
    if (auto tls = members.object("tls"))
        delivery.tls = readTls(*tls);
    if (auto request = members.neededObject("request"))
        delivery.request = readRequest(*request, line.altered);
    if (auto verdict = members.object("verdict"))
        delivery.verdict = readVerdict(*verdict);
    if (auto event = members.object("event"))
        delivery.event = readEvent(*event);
    capture::Record record{.marked = !members.text("mark").isEmpty(), .note = members.text("note")};
    if (auto judged = members.object("judged"))
        record.judged = readVerdict(*judged);
    if (auto answer = members.object("response"))
        record.answer = readAnswer(*answer, delivery.id);
    record.attempts = readAttempts(members, delivery.id);
    record.delivery = std::make_shared<const capture::Delivery>(std::move(delivery));
    line.record = std::move(record);
    return line;
}

// Of a longer line than there may be only a little more than that; null at the end.
QByteArray nextLine(QIODevice &device)
{
    QByteArray line;
    for (;;) {
        const QByteArray piece = device.readLine(slice);
        if (line.size() <= longestLine)
            line += piece;
        if (piece.isEmpty() || piece.endsWith('\n'))
            return line;
    }
}

} // namespace

core::Result<NdjsonLine> readNdjsonLine(const QByteArray &line, qint64 number)
{
    auto parsed = json::Document::parse(line);
    if (auto *error = std::get_if<json::SyntaxError>(&parsed)) {
        error->line = number;
        return refusal(number, tr("It is no JSON (%1).").arg(json::describe(*error)));
    }
    const auto &document = std::get<json::Document>(parsed);
    if (document.kind(0) != json::Kind::Object)
        return refusal(number, tr("It is no object."));
    QString fault;
    TypedMembers members(document, fault);
    const QString format = members.neededText("format");
    NdjsonLine read;
    if (format == "hookglass.delivery/1"_L1)
        read = readDelivery(members);
    else if (fault.isEmpty() && format != "hookglass.rejection/1"_L1)
        members.refuse("format",
                       tr("It is neither hookglass.delivery/1 nor hookglass.rejection/1."));
    if (!fault.isEmpty())
        return refusal(number, fault);
    return read;
}

void eachNdjsonLine(
    QIODevice &device,
    const std::function<bool(qint64 number, const core::Result<NdjsonLine> &line)> &take)
{
    for (qint64 number = 1;; ++number) {
        QByteArray text = nextLine(device);
        if (text.isEmpty())
            return;
        if (number == 1 && text.startsWith(byteOrderMark))
            text.remove(0, byteOrderMark.size());
        if (QByteArrayView(text).trimmed().isEmpty())
            continue;
        const core::Result<NdjsonLine> line = text.size() > longestLine
            ? refusal(number, tr("It is longer than 256 MB."))
            : readNdjsonLine(text, number);
        text.clear();
        if (!take(number, line))
            return;
    }
}

} // namespace formats
