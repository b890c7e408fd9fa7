// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/responseparser.h"

#include "http/lineguard.h"

#include <QCoreApplication>

#include <algorithm>

namespace http
{

QString describe(ResponseError error)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("http", text); };
    switch (error) {
    case ResponseError::None:
        return {};
    case ResponseError::NotHttp:
        return tr("The answer is not HTTP/1.");
    case ResponseError::HeadTooLarge:
        return tr("The header block of the answer is larger than the limit.");
    case ResponseError::BadHead:
        return tr("The answer has a malformed header line.");
    case ResponseError::BadFraming:
        return tr("The answer contradicts itself about its length.");
    case ResponseError::BadChunk:
        return tr("The answer has a malformed chunk.");
    case ResponseError::Switched:
        return tr("The answer switches to another protocol, which was not asked for.");
    case ResponseError::BodyTooLarge:
        return tr("The answer is larger than the limit.");
    case ResponseError::Cut:
        return tr("The connection ended before the answer was whole.");
    }
    Q_UNREACHABLE();
}

ResponseParser::ResponseParser(const Limits &limits, bool toHead)
    : m_limits(limits)
    , m_toHead(toHead)
    , m_decoder(HTTP_RESPONSE, m_limits, m_response.body)
{
}

void ResponseParser::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        switch (m_progress) {
        case Progress::Head:
            bytes = bytes.sliced(feedHead(bytes));
            break;
        case Progress::Body:
            bytes = bytes.sliced(m_decoder.takeBody(bytes));
            takeDecoded();
            break;
        case Progress::Complete:
        case Progress::Failed:
            return;
        }
    }
}

qsizetype ResponseParser::feedHead(QByteArrayView bytes)
{
    const qsizetype newline = bytes.indexOf('\n');
    const QByteArrayView part = newline < 0 ? bytes : bytes.first(newline + 1);
    m_head.append(part.first(std::min(part.size(), m_limits.head - m_head.size() + 1)));
    // Whoever does not begin like HTTP is refused before a whole line of it has come.
    const QByteArrayView start("HTTP/1.");
    if (m_lineStart == 0
        && !start.startsWith(QByteArrayView(m_head).first(std::min(m_head.size(), start.size()))))
        fail(ResponseError::NotHttp);
    else if (m_head.size() > m_limits.head)
        fail(ResponseError::HeadTooLarge);
    else if (newline >= 0)
        takeLine(QByteArrayView(m_head).sliced(m_lineStart).chopped(1));
    return part.size();
}

void ResponseParser::takeLine(QByteArrayView line)
{
    const bool first = m_lineStart == 0;
    if (!line.endsWith('\r') || checkBytes(line) != ParseError::None)
        return fail(ResponseError::BadHead);
    line.chop(1);
    if (first && !readStatusLine(line))
        return fail(ResponseError::NotHttp);
    if (line.isEmpty())
        return finishHead();
    if (!first) {
        if (m_response.fields.size() >= m_limits.fields)
            return fail(ResponseError::HeadTooLarge);
        if (readField(line, m_response.fields.emplaceBack()) != ParseError::None)
            return fail(ResponseError::BadHead);
    }
    m_lineStart = m_head.size();
}

static bool digit(char byte) { return byte >= '0' && byte <= '9'; }

// "HTTP/1.1 200 OK"; the reason and the space before it may be missing.
bool ResponseParser::readStatusLine(QByteArrayView line)
{
    if (line.size() < 12 || (line[7] != '0' && line[7] != '1') || line[8] != ' '
        || !std::all_of(line.begin() + 9, line.begin() + 12, digit) || line[9] == '0'
        || (line.size() > 12 && line[12] != ' '))
        return false;
    m_response.versionMinor = line[7] - '0';
    m_response.status = line.sliced(9, 3).toByteArray().toInt();
    m_response.reason = line.sliced(std::min(line.size(), qsizetype(13))).toByteArray();
    return true;
}

// RFC 9112, 6.1 and 6.3: one whole length or the coding "chunked" alone, never both.
bool ResponseParser::checkFraming() const
{
    const qsizetype lengths = count(m_response.fields, "Content-Length");
    const qsizetype encodings = count(m_response.fields, "Transfer-Encoding");
    if (encodings > 0)
        return encodings == 1 && lengths == 0 && m_response.versionMinor == 1
            && sameName(*value(m_response.fields, "Transfer-Encoding"), "chunked");
    if (lengths == 0)
        return true;
    const QByteArray length = *value(m_response.fields, "Content-Length");
    return lengths == 1 && !length.isEmpty() && std::ranges::all_of(length, digit);
}

bool ResponseParser::announcesTooMuch() const
{
    const auto length = value(m_response.fields, "Content-Length");
    bool fits = true;
    return length && (length->toULongLong(&fits) > quint64(m_limits.body) || !fits);
}

void ResponseParser::finishHead()
{
    if (m_response.status == 101)
        return fail(ResponseError::Switched);
    if (m_response.status < 200) { // Interim; the final answer follows.
        m_response = {};
        m_head.clear();
        m_lineStart = 0;
        return;
    }
    if (!checkFraming())
        return fail(ResponseError::BadFraming);
    m_progress = Progress::Complete;
    if (m_toHead || m_response.status == 204 || m_response.status == 304)
        return;
    if (announcesTooMuch())
        return fail(ResponseError::BodyTooLarge);
    m_progress = Progress::Body;
    m_chunked = count(m_response.fields, "Transfer-Encoding") > 0;
    m_decoder.start(m_chunked);
    m_decoder.takeHead({}, QByteArrayView(m_head).first(m_head.indexOf('\n') + 1),
                       m_response.fields);
    takeDecoded();
}

void ResponseParser::takeDecoded()
{
    const ParseError error = m_decoder.error();
    if (error != ParseError::None)
        return fail(error == ParseError::BodyTooLarge ? ResponseError::BodyTooLarge
                        : m_chunked                   ? ResponseError::BadChunk
                                                      : ResponseError::BadFraming);
    if (!m_decoder.complete())
        return;
    m_response.trailers = m_decoder.trailers();
    m_progress = Progress::Complete;
}

void ResponseParser::finish()
{
    if (m_progress == Progress::Complete || m_progress == Progress::Failed)
        return;
    if (m_progress == Progress::Body && m_decoder.lastsUntilClose())
        m_progress = Progress::Complete;
    else
        fail(ResponseError::Cut);
}

void ResponseParser::fail(ResponseError error)
{
    m_error = error;
    m_progress = Progress::Failed;
}

} // namespace http
