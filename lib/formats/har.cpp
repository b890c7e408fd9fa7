// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/har.h"

#include "core/clock.h"
#include "formats/recordwriter.h"
#include "http/lineguard.h"
#include "http/status.h"

#include <QString>

#include <algorithm>

namespace formats
{

namespace
{

using json::Writer;

// HAR has texts only; the exact bytes stand in `_hookglass` then.
QByteArray shown(const QByteArray &bytes)
{
    return json::isUtf8(bytes) ? bytes : QString::fromLatin1(bytes).toUtf8();
}

bool isUtf8(const http::Fields &fields)
{
    return std::all_of(fields.begin(), fields.end(), [](const http::Field &field) {
        return json::isUtf8(field.name) && json::isUtf8(field.value);
    });
}

void writePair(Writer &writer, const QByteArray &name, const QByteArray &value)
{
    writer.beginObject().name("name").string(shown(name));
    writer.name("value").string(shown(value)).endObject();
}

void writeHeaders(Writer &writer, const http::Fields &fields)
{
    writer.name("cookies").beginArray().endArray().name("headers").beginArray();
    for (const http::Field &field : fields)
        writePair(writer, field.name, field.value);
    writer.endArray();
}

void writeQuery(Writer &writer, const QByteArray &target)
{
    writer.name("queryString").beginArray();
    const qsizetype mark = target.indexOf('?');
    const QByteArray query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto decoded = [](QByteArray text) {
            return QByteArray::fromPercentEncoding(text.replace('+', ' '));
        };
        writePair(writer, decoded(equals < 0 ? pair : pair.first(equals)),
                  equals < 0 ? QByteArray() : decoded(pair.sliced(equals + 1)));
    }
    writer.endArray();
}

void writeText(Writer &writer, const QByteArray &body)
{
    if (json::isUtf8(body))
        writer.name("text").string(body);
    else
        writer.name("text").string(body.toBase64()).name("encoding").string("base64");
}

QByteArray contentType(const http::Fields &fields)
{
    return shown(http::value(fields, "Content-Type").value_or(QByteArray()));
}

QByteArray version(const http::Request &request)
{
    return "HTTP/1." + QByteArray::number(request.versionMinor);
}

void writeRequest(Writer &writer, const http::Request &request, bool tls)
{
    writer.beginObject().name("method").string(shown(request.method));
    writer.name("url").string(requestUrl(request, tls));
    writer.name("httpVersion").string(version(request));
    writeHeaders(writer, request.fields);
    writeQuery(writer, request.target);
    if (!request.body.isEmpty()) {
        writer.name("postData").beginObject().name("mimeType").string(contentType(request.fields));
        writeText(writer, request.body);
        writer.endObject();
    }
    writer.name("headersSize").number(request.head.isEmpty() ? -1 : request.head.size());
    writer.name("bodySize").number(request.body.size()).endObject();
}

// Status 0, as browsers write it, where none is known or none was given.
void writeResponse(Writer &writer, const capture::Record &record)
{
    const capture::Answer answer = record.answer.value_or(capture::Answer());
    writer.beginObject().name("status").number(answer.status);
    writer.name("statusText").string(http::reasonPhrase(answer.status));
    writer.name("httpVersion").string(version(record.delivery->request));
    writeHeaders(writer, answer.fields);
    writer.name("content").beginObject().name("size").number(answer.body.size());
    writer.name("mimeType").string(contentType(answer.fields));
    if (!answer.body.isEmpty())
        writeText(writer, answer.body);
    writer.endObject().name("redirectURL");
    writer.string(shown(http::value(answer.fields, "Location").value_or(QByteArray())));
    writer.name("headersSize").number(-1).name("bodySize").number(answer.body.size()).endObject();
}

QByteArray milliseconds(const capture::Record &record)
{
    const qint64 latency = record.answer ? std::max<qint64>(0, record.answer->latency) : 0;
    return QByteArray::number(latency / 1000) + '.'
        + QByteArray::number(latency % 1000).rightJustified(3, '0');
}

bool passesUrl(uchar c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-._~:/?@!$&'()*+,;=").contains(char(c));
}

// What RFC 3986 has no place for is percent-encoded, and a per cent sign that begins no encoding.
QByteArray encoded(QByteArrayView text)
{
    QByteArray out;
    const auto isHex
        = [&](qsizetype at) { return at < text.size() && std::isxdigit(uchar(text[at])) != 0; };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool escape = text[at] == '%' && isHex(at + 1) && isHex(at + 2);
        if (passesUrl(uchar(text[at])) || escape)
            out += text[at];
        else
            out += '%' + QByteArray(1, text[at]).toHex().toUpper();
    }
    return out;
}

bool isAuthority(const QByteArray &host)
{
    const QByteArrayView rest = QByteArrayView(host).sliced(host.startsWith('[') ? 1 : 0);
    return !host.isEmpty() && std::all_of(rest.begin(), rest.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._:]").contains(c);
    });
}

} // namespace

QByteArray requestUrl(const http::Request &request, bool tls)
{
    const QByteArray &target = request.target;
    if (target.startsWith("http://") || target.startsWith("https://"))
        return encoded(target);
    const QByteArray host = http::value(request.fields, "Host").value_or(QByteArray());
    return (tls ? "https://" : "http://") + (isAuthority(host) ? host : QByteArray("localhost"))
        + (target.startsWith('/') ? "" : "/") + encoded(target);
}

QByteArray HarWriter::begin() const
{
    return R"({"log":{"version":"1.2","creator":{"name":"Hookglass","version":")" HOOKGLASS_VERSION
           R"("},"entries":[)";
}

QByteArray HarWriter::entry(const capture::Record &record)
{
    const capture::Delivery &delivery = *record.delivery;
    Writer writer(4096 + delivery.request.body.size() * 4 / 3);
    writer.beginObject().name("startedDateTime").string(core::isoTime(delivery.receivedAt));
    writer.name("time").json(milliseconds(record)).name("request");
    writeRequest(writer, delivery.request, delivery.tls.has_value());
    writer.name("response");
    writeResponse(writer, record);
    writer.name("cache").beginObject().endObject().name("timings").beginObject();
    writer.name("send").number(0).name("wait").json(milliseconds(record));
    writer.name("receive").number(0).endObject().name("_hookglass");
    writeRecord(writer, record,
                {.fields = isUtf8(delivery.request.fields),
                 .body = true,
                 .answerFields = record.answer && isUtf8(record.answer->fields),
                 .answerBody = true});
    writer.endObject();
    const QByteArray separator = m_first ? "\n" : ",\n";
    m_first = false;
    return separator + writer.text();
}

QByteArray HarWriter::rejection(const capture::Rejection &rejection)
{
    Writer writer;
    writeRejection(writer, rejection);
    const QByteArray separator = m_rejections ? ",\n" : "\n],\"_hookglass_rejections\":[\n";
    m_rejections = true;
    return separator + writer.text();
}

QByteArray HarWriter::end() { return "\n]}}\n"; }

} // namespace formats
