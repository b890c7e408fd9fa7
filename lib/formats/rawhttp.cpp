// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/rawhttp.h"

#include "http/lineguard.h"
#include "http/parser.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using http::ParseError;

QString tr(const char *text) { return QCoreApplication::translate("formats::RawHttp", text); }

core::Error refusal(const QString &why)
{
    return {core::ErrorKind::Environment, tr("Cannot read the request."), why};
}

core::Error refusalAt(qsizetype line, ParseError error)
{
    return refusal(tr("Line %1: %2").arg(line).arg(http::describe(error)));
}

// How browsers and HAR files name the newer ones, which have no line of their own to copy.
QByteArrayView newerVersion(QByteArrayView line)
{
    for (const QByteArrayView version : {QByteArrayView(" HTTP/2"), QByteArrayView(" HTTP/2.0"),
                                         QByteArrayView(" HTTP/3"), QByteArrayView(" HTTP/3.0")}) {
        if (line.endsWith(version))
            return line.last(version.size());
    }
    return {};
}

// As HTTP/1.1, which alone has such a line.
ParseError readFirstLine(QByteArrayView line, http::Request &request)
{
    if (const QByteArrayView newer = newerVersion(line); !newer.isEmpty())
        return http::readRequestLine(line.chopped(newer.size()).toByteArray() + " HTTP/1.1",
                                     request);
    return http::readRequestLine(line, request);
}

// Reads the head line by line; what is left is the body.
class HeadReader
{
public:
    explicit HeadReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    std::optional<core::Error> read(http::Request &request)
    {
        while (true) {
            const qsizetype end = m_bytes.indexOf('\n', m_at);
            if (end < 0)
                return refusal(tr("The header block does not end with an empty line."));
            ++m_line;
            QByteArrayView line = m_bytes.sliced(m_at, end - m_at);
            if (line.endsWith('\r'))
                line.chop(1);
            m_at = end + 1;
            const bool leading = line.isEmpty() && m_requestLine == 0;
            if (leading)
                m_start = m_at; // RFC 9112, 2.2: empty lines before the request are skipped.
            else if (line.isEmpty())
                break;
            else if (const ParseError error = take(line, request); error != ParseError::None)
                return refusalAt(m_line, error);
        }
        request.head = m_bytes.sliced(m_start, m_at - m_start).toByteArray();
        if (const qsizetype size = m_newer.size(); size > 0)
            request.head.replace(m_newer.data() - (m_bytes.data() + m_start), size, " HTTP/1.1");
        return {};
    }

    QByteArrayView rest() const { return m_bytes.sliced(m_at); }

private:
    ParseError take(QByteArrayView line, http::Request &request)
    {
        const ParseError error = http::checkBytes(line);
        if (error != ParseError::None)
            return error;
        if (m_requestLine == 0) {
            m_requestLine = m_line;
            m_newer = newerVersion(line);
            return readFirstLine(line, request);
        }
        return http::readField(line, request.fields.emplaceBack());
    }

    QByteArrayView m_bytes;
    qsizetype m_start = 0;
    qsizetype m_at = 0;
    qsizetype m_line = 0;
    qsizetype m_requestLine = 0; // 0: not there yet
    QByteArrayView m_newer; // the version at its end
};

// A listener would skip them, too, before a request and behind the last.
QByteArrayView withoutLineEnds(QByteArrayView bytes)
{
    const auto begin
        = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c != '\r' && c != '\n'; });
    return bytes.sliced(begin - bytes.begin());
}

// How much of what follows the head is the request's.
struct Taken {
    std::optional<core::Error> error;
    qsizetype size = 0;
};

Taken takeLength(const QByteArray &length, QByteArrayView rest, http::Request &request)
{
    const bool digits
        = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 size = length.toLongLong(&fits);
    if (!digits || !fits)
        return {refusal(http::describe(ParseError::BadLength))};
    if (rest.size() < size)
        return {refusal(tr("Content-Length says %1 bytes, but %2 follow the header block.")
                            .arg(QLocale().toString(size), QLocale().toString(rest.size())))};
    request.framing = http::Framing::ContentLength;
    request.body = rest.first(size).toByteArray();
    return {{}, size};
}

// The body goes through the listener's own parser, behind a head that says no more than it must.
Taken takeChunks(QByteArrayView rest, http::Request &request)
{
    http::Limits limits;
    limits.body = std::numeric_limits<qsizetype>::max();
    http::RequestParser parser(limits);
    parser.feed("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const qsizetype taken = parser.feed(rest);
    if (parser.progress() == http::RequestParser::Progress::Failed)
        return {refusal(http::describe(parser.error()))};
    if (parser.progress() != http::RequestParser::Progress::Complete)
        return {refusal(tr("The chunked body does not end."))};
    http::Request decoded = parser.take();
    request.framing = http::Framing::Chunked;
    request.body = std::move(decoded.body);
    request.trailers = std::move(decoded.trailers);
    return {{}, taken};
}

bool beginsWithRequest(QByteArrayView bytes)
{
    const QByteArrayView text = withoutLineEnds(bytes);
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return false;
    QByteArrayView line = text.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    http::Request other;
    return http::checkBytes(line) == ParseError::None
        && readFirstLine(line, other) == ParseError::None;
}

bool mayDoWithoutBody(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "DELETE" || method == "OPTIONS";
}

// By RFC 9112, 6.3 no framing means no body, and so it does where another request follows. People
// write files of one request without counting its bytes; there the rest is meant for the body.
Taken takeRest(QByteArrayView rest, http::Request &request)
{
    const bool lineEnds = mayDoWithoutBody(request.method) && withoutLineEnds(rest).isEmpty();
    if (lineEnds || beginsWithRequest(rest))
        return {};
    request.body = rest.toByteArray();
    return {{}, rest.size()};
}

Taken takeBody(QByteArrayView rest, http::Request &request)
{
    const qsizetype lengths = http::count(request.fields, "Content-Length");
    const qsizetype encodings = http::count(request.fields, "Transfer-Encoding");
    if (lengths > 0 && encodings > 0)
        return {refusal(http::describe(ParseError::LengthAndEncoding))};
    if (lengths > 1)
        return {refusal(http::describe(ParseError::BadLength))};
    if (lengths == 1)
        return takeLength(*http::value(request.fields, "Content-Length"), rest, request);
    if (encodings == 0)
        return takeRest(rest, request);
    const QByteArray encoding = *http::value(request.fields, "Transfer-Encoding");
    if (encodings > 1 || !http::sameName(encoding, "chunked"))
        return {refusal(http::describe(ParseError::BadEncoding))};
    return takeChunks(rest, request);
}

// Why there may be nothing behind the body, as of one request in a file of its own.
core::Error surplus(const http::Request &request, QByteArrayView rest)
{
    if (request.framing == http::Framing::Chunked)
        return refusal(tr("There is more behind the chunked body."));
    if (request.framing == http::Framing::None)
        return refusal(tr("Another request stands behind it."));
    return refusal(
        tr("Content-Length says %1 bytes, but %2 follow the header block.")
            .arg(QLocale().toString(request.body.size()), QLocale().toString(rest.size())));
}

QByteArray headFrom(const http::Request &request)
{
    QByteArray head = request.method + ' ' + request.target + " HTTP/1."
        + QByteArray::number(request.versionMinor) + "\r\n";
    for (const http::Field &field : request.fields)
        head += field.name + ": " + field.value + "\r\n";
    return head + "\r\n";
}

} // namespace

core::Result<http::Request> readRawHttp(QByteArrayView bytes, qsizetype *used)
{
    if (bytes.trimmed().isEmpty())
        return refusal(tr("It is empty."));
    http::Request request;
    HeadReader reader(bytes);
    if (const auto error = reader.read(request))
        return *error;
    const QByteArrayView rest = reader.rest();
    const Taken taken = takeBody(rest, request);
    if (taken.error)
        return *taken.error;
    if (used)
        *used = bytes.size() - rest.size() + taken.size;
    else if (!withoutLineEnds(rest.sliced(taken.size)).isEmpty())
        return surplus(request, rest);
    return request;
}

http::Request framed(http::Request request)
{
    const bool told = http::count(request.fields, "Content-Length") > 0
        || http::count(request.fields, "Transfer-Encoding") > 0;
    if (told || request.body.isEmpty())
        return request;
    const http::Field length{"Content-Length", QByteArray::number(request.body.size())};
    request.fields.append(length);
    request.framing = http::Framing::ContentLength;
    if (request.head.isEmpty())
        return request;
    const qsizetype end = request.head.endsWith("\r\n") ? 2 : 1; // of the line that ends it
    request.head.insert(request.head.size() - end,
                        length.name + ": " + length.value + request.head.last(end));
    return request;
}

QByteArray writeRawHttp(const http::Request &request)
{
    const QByteArray head = request.head.isEmpty() ? headFrom(request) : request.head;
    if (request.framing != http::Framing::Chunked)
        return head + request.body;
    QByteArray text = head;
    if (!request.body.isEmpty())
        text += QByteArray::number(request.body.size(), 16) + "\r\n" + request.body + "\r\n";
    text += "0\r\n";
    for (const http::Field &field : request.trailers)
        text += field.name + ": " + field.value + "\r\n";
    return text + "\r\n";
}

} // namespace formats
