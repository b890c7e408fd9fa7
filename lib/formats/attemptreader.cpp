// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/attemptreader.h"

#include "core/clock.h"

#include <QCoreApplication>

#include <limits>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;

QString tr(const char *text) { return QCoreApplication::translate("formats::Ndjson", text); }

int versionMinor(const QString &version) { return version == "1.0"_L1 ? 0 : 1; }

http::Request readRequest(TypedMembers &members)
{
    http::Request request{.method = members.neededBytes("method"),
                          .target = members.neededBytes("target"),
                          .fields = members.fields("headers"),
                          .trailers = members.fields("trailers"),
                          .body = members.bytes("body").value_or(QByteArray())};
    if (http::count(request.fields, "Transfer-Encoding") > 0)
        request.framing = http::Framing::Chunked;
    else if (http::count(request.fields, "Content-Length") > 0)
        request.framing = http::Framing::ContentLength;
    return request;
}

http::Response readResponse(TypedMembers &members)
{
    return {.status = int(members.number("status", 0, 999).value_or(0)),
            .reason = members.bytes("reason").value_or(QByteArray()),
            .versionMinor = versionMinor(members.text("http_version")),
            .fields = members.fields("headers"),
            .trailers = members.fields("trailers"),
            .body = members.bytes("body").value_or(QByteArray())};
}

capture::Times readTimes(TypedMembers &members)
{
    const auto leg = [&members](QByteArrayView name) {
        return int(members.number(name, 0, std::numeric_limits<int>::max()).value_or(-1));
    };
    return {.lookup = leg("lookup"),
            .connect = leg("connect"),
            .tls = leg("tls"),
            .firstByte = leg("first_byte"),
            .total = leg("total")};
}

Attempt readAttempt(TypedMembers &members, qint64 delivery)
{
    Attempt attempt{.delivery = delivery,
                    .sentAt = core::fromIsoTime(members.neededText("sent_at")),
                    .target = members.neededText("target"),
                    .signing = members.text("signing"),
                    .secret = members.text("secret"),
                    .source = members.text("source"),
                    .bodyDigest = QByteArray::fromHex(members.text("body_sha256").toLatin1()),
                    .tlsVersion = members.text("tls"),
                    .certificateChecked = members.flag("certificate_checked").value_or(true),
                    .proxy = members.text("proxy")};
    if (attempt.sentAt == -1)
        members.refuse("sent_at", tr("It is no time as 2026-11-23T10:00:00.123456Z."));
    if (auto request = members.object("request"))
        attempt.request = readRequest(*request);
    if (auto response = members.object("response"))
        attempt.response = readResponse(*response);
    if (members.has("error"))
        attempt.error = core::Error{.what = members.text("error"), .why = {}};
    if (auto times = members.object("times_ms"))
        attempt.times = readTimes(*times);
    return attempt;
}

} // namespace

QList<Attempt> readAttempts(TypedMembers &delivery, qint64 id)
{
    QList<Attempt> attempts;
    for (TypedMembers &members : delivery.objects("attempts"))
        attempts.append(readAttempt(members, id));
    return attempts;
}

} // namespace formats
