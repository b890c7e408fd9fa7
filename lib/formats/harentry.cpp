// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "formats/harreader.h"
#include "formats/typedmembers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("formats::Har", text); }

core::Error refusal(const QString &why)
{
    return {core::ErrorKind::Damaged, tr("Cannot read the entry."), why};
}

http::Fields readHeaders(TypedMembers &message)
{
    http::Fields fields;
    for (TypedMembers &header : message.objects("headers"))
        fields.append({header.neededUtf8("name"), header.utf8("value")});
    return fields;
}

// Text, or Base64 where `encoding` says so.
QByteArray readText(TypedMembers &content)
{
    const QByteArray text = content.utf8("text");
    if (content.text("encoding").compare("base64"_L1, Qt::CaseInsensitive) != 0)
        return text;
    QByteArray lines = text;
    lines.replace("\r", "").replace("\n", "");
    const auto decoded
        = QByteArray::fromBase64Encoding(lines, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        content.refuse("text", tr("It is no Base64."));
    return *decoded;
}

// A form whose text a tool left out; what it encodes is a guess, as any encoding of it is.
QByteArray formText(TypedMembers &content)
{
    QByteArray text;
    for (TypedMembers &parameter : content.objects("params")) {
        const auto encoded = [](const QByteArray &part) {
            return part.toPercentEncoding("*").replace("%20", "+");
        };
        text += (text.isEmpty() ? "" : "&") + encoded(parameter.neededUtf8("name")) + '='
            + encoded(parameter.utf8("value"));
    }
    return text;
}

QByteArray readBody(TypedMembers &request)
{
    // What HTTP Toolkit and others write for a body that is no text.
    if (auto content = request.object("_content"))
        return readText(*content);
    auto content = request.object("postData");
    if (!content)
        return {};
    const QByteArray body = readText(*content);
    const bool form = content->text("mimeType").startsWith("application/x-www-form-urlencoded"_L1);
    return body.isEmpty() && form ? formText(*content) : body;
}

bool hasPlace(uchar c) { return c > 0x20 && c < 0x7F; }

// Bytes that no target may have are percent-encoded, as a browser does before it sends.
QByteArray encoded(QByteArrayView text)
{
    QByteArray out;
    for (const char c : text)
        out += hasPlace(uchar(c)) ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
    return out;
}

struct Url {
    QByteArray authority;
    QByteArray target;
};

std::optional<Url> split(QByteArray url)
{
    if (const qsizetype fragment = url.indexOf('#'); fragment >= 0)
        url.truncate(fragment);
    if (url.startsWith('/'))
        return Url{{}, encoded(url)};
    const qsizetype colon = url.indexOf("://");
    const QByteArray scheme = url.first(std::max<qsizetype>(colon, 0)).toLower();
    if (scheme != "http" && scheme != "https" && scheme != "ws" && scheme != "wss")
        return {};
    const QByteArray rest = url.sliced(colon + 3);
    const auto end
        = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const QByteArray authority = rest.first(end - rest.begin());
    const QByteArray target = encoded(rest.sliced(end - rest.begin()));
    return Url{authority.sliced(authority.lastIndexOf('@') + 1),
               target.startsWith('/') ? target : '/' + target};
}

http::Request readRequest(TypedMembers &members)
{
    http::Request request{.method = members.neededUtf8("method"),
                          .versionMinor = members.text("httpVersion") == "HTTP/1.0"_L1 ? 0 : 1,
                          .fields = readHeaders(members),
                          .body = readBody(members)};
    const auto url = split(members.neededUtf8("url"));
    if (!url)
        members.refuse("url", tr("It is no http or https URL."));
    else
        request.target = url->target;
    return request;
}

// As it stood on the wire, as far as a HAR lets it be told: HTTP/2 has other names for the first
// line and the host, and tools leave the host out.
void complete(http::Request &request, const QByteArray &url)
{
    QByteArray host = split(url)->authority;
    for (const http::Field &field : std::as_const(request.fields)) {
        if (field.name == ":authority")
            host = field.value;
    }
    request.fields.removeIf([](const http::Field &field) { return field.name.startsWith(':'); });
    if (!host.isEmpty() && http::count(request.fields, "Host") == 0)
        request.fields.prepend({"Host", host});
    for (http::Field &field : request.fields)
        field.value = field.value.trimmed();
    const auto encoding = http::value(request.fields, "Transfer-Encoding");
    if (encoding && http::sameName(*encoding, "chunked"))
        request.framing = http::Framing::Chunked;
    else if (!request.body.isEmpty() || http::count(request.fields, "Content-Length") > 0)
        request.framing = http::Framing::ContentLength;
}

// Browsers join a repeated field with line ends.
http::Fields separate(const http::Fields &joined)
{
    http::Fields fields;
    for (const http::Field &field : joined) {
        for (const QByteArray &value : field.value.split('\n')) {
            if (!field.name.startsWith(':'))
                fields.append({field.name, value.trimmed()});
        }
    }
    return fields;
}

std::optional<capture::Answer> readAnswer(TypedMembers &entry)
{
    auto response = entry.object("response");
    if (!response)
        return {};
    capture::Answer answer{.status = int(response->real("status").value_or(0)),
                           .fields = separate(readHeaders(*response)),
                           .source = u"imported"_s};
    if (auto content = response->object("content"))
        answer.body = readText(*content);
    const double time = entry.real("time").value_or(0);
    if (std::isfinite(time) && time > 0 && time < 1e12)
        answer.latency = std::llround(time * 1000);
    const bool known = answer.status >= 100 && answer.status <= 999;
    return known ? std::optional(answer) : std::nullopt;
}

qint64 readTime(TypedMembers &entry, qint64 now)
{
    const QString text = entry.text("startedDateTime");
    if (text.isEmpty())
        return now;
    const qint64 time = core::fromIsoTime(text);
    if (time == -1)
        entry.refuse("startedDateTime", tr("It is no time as 2026-11-23T10:00:00.123Z."));
    return time;
}

Entry readEntryOf(TypedMembers &members, const json::Document &document, QString &fault, qint64 now)
{
    auto request = members.neededObject("request");
    if (!request)
        return {};
    Beside beside{.request = readRequest(*request), .answer = readAnswer(members)};
    if (!fault.isEmpty())
        return {};
    if (const auto own = members.node("_hookglass");
        own && document.kind(*own) == json::Kind::Object)
        return readEntry(document, *own, fault, &beside);
    complete(beside.request, request->utf8("url"));
    auto delivery = std::make_shared<capture::Delivery>();
    delivery->receivedAt = readTime(members, now);
    delivery->endpoint = u"/"_s;
    delivery->request = std::move(beside.request);
    Entry entry;
    entry.record = capture::Record{.answer = beside.answer};
    entry.record->delivery = std::move(delivery);
    return entry;
}

} // namespace

core::Result<Entry> readHarEntry(const QByteArray &text, qint64 now, qint64 line)
{
    auto parsed = json::Document::parse(text);
    if (auto *error = std::get_if<json::SyntaxError>(&parsed)) {
        error->line += line - 1;
        return refusal(tr("It is no JSON (%1).").arg(json::describe(*error)));
    }
    const auto &document = std::get<json::Document>(parsed);
    if (document.kind(0) != json::Kind::Object)
        return refusal(tr("It is no object."));
    QString fault;
    TypedMembers members(document, fault);
    Entry entry = members.text("format") == "hookglass.rejection/1"_L1
        ? readEntry(document, 0, fault)
        : readEntryOf(members, document, fault, now);
    if (!fault.isEmpty())
        return refusal(fault);
    return entry;
}

} // namespace formats
