// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/responseparser.h"

#include "http/lineguard.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

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
{
    start();
}

const llhttp_settings_t &ResponseParser::settings()
{
    static const llhttp_settings_t settings = [] {
        llhttp_settings_t made;
        llhttp_settings_init(&made);
        made.on_body = bodyReceived;
        made.on_headers_complete = headComplete;
        made.on_message_complete = messageComplete;
        return made;
    }();
    return settings;
}

void ResponseParser::start()
{
    llhttp_init(&m_llhttp, HTTP_RESPONSE, &settings());
    m_llhttp.data = this;
    m_response = {};
    m_head.clear();
    m_lineStart = 0;
    m_chunks.reset();
    m_unchecked.clear();
    m_decoded = false;
}

int ResponseParser::bodyReceived(llhttp_t *parser, const char *at, size_t length)
{
    auto *self = static_cast<ResponseParser *>(parser->data);
    if (self->m_response.body.size() + qsizetype(length) > self->m_limits.body)
        return HPE_USER;
    self->m_response.body.append(at, qsizetype(length));
    return HPE_OK;
}

int ResponseParser::headComplete(llhttp_t *parser)
{
    parser->upgrade = 0; // An offered upgrade is ignored: the body that follows is HTTP.
    return static_cast<ResponseParser *>(parser->data)->m_toHead ? 1 : 0;
}

int ResponseParser::messageComplete(llhttp_t *parser)
{
    static_cast<ResponseParser *>(parser->data)->m_decoded = true;
    return HPE_PAUSED;
}

void ResponseParser::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        switch (m_progress) {
        case Progress::Head:
            bytes = bytes.sliced(feedHead(bytes));
            break;
        case Progress::Body:
            bytes = bytes.sliced(feedBody(bytes));
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
bool ResponseParser::readFraming()
{
    const qsizetype lengths = count(m_response.fields, "Content-Length");
    const qsizetype encodings = count(m_response.fields, "Transfer-Encoding");
    if (encodings > 0) {
        const bool chunked = encodings == 1 && lengths == 0 && m_response.versionMinor == 1
            && sameName(value(m_response.fields, "Transfer-Encoding").value_or(QByteArray()),
                        "chunked");
        if (chunked)
            m_chunks.emplace(m_limits);
        return chunked;
    }
    if (lengths == 0)
        return true;
    const QByteArray length = value(m_response.fields, "Content-Length").value_or(QByteArray());
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
        start();
        return;
    }
    if (!readFraming())
        return fail(ResponseError::BadFraming);
    const bool bodiless = m_toHead || m_response.status == 204 || m_response.status == 304;
    if (!bodiless && announcesTooMuch())
        return fail(ResponseError::BodyTooLarge);
    m_progress = Progress::Body;
    if (bodiless || (decode(m_head) && m_decoded))
        m_progress = Progress::Complete;
}

qsizetype ResponseParser::feedBody(QByteArrayView bytes)
{
    if (!m_chunks) {
        if (decode(bytes) && m_decoded)
            m_progress = Progress::Complete;
        return bytes.size();
    }
    const qsizetype taken = m_chunks->feed(bytes);
    if (const ParseError error = m_chunks->error(); error != ParseError::None) {
        fail(error == ParseError::BodyTooLarge ? ResponseError::BodyTooLarge
                                               : ResponseError::BadChunk);
        return taken;
    }
    if (m_chunks->insideLine()) { // llhttp sees lines that passed only, however they are split.
        m_unchecked += bytes.first(taken);
        return taken;
    }
    const QByteArray line = std::exchange(m_unchecked, {});
    if ((!line.isEmpty() && !decode(line)) || !decode(bytes.first(taken)))
        return taken;
    if (m_chunks->complete() != m_decoded) // Two readers that disagree about the end.
        fail(ResponseError::BadChunk);
    else if (m_decoded) {
        m_response.trailers = m_chunks->trailers();
        m_progress = Progress::Complete;
    }
    return taken;
}

// Gives llhttp what the checks let through; false when it refuses.
bool ResponseParser::decode(QByteArrayView bytes)
{
    const llhttp_errno_t result = llhttp_execute(&m_llhttp, bytes.data(), size_t(bytes.size()));
    if (result == HPE_OK || (result == HPE_PAUSED && m_decoded))
        return true;
    const bool tooLarge = result == HPE_USER;
    fail(tooLarge       ? ResponseError::BodyTooLarge
             : m_chunks ? ResponseError::BadChunk
                        : ResponseError::BadFraming);
    return false;
}

void ResponseParser::finish()
{
    if (m_progress == Progress::Complete || m_progress == Progress::Failed)
        return;
    const bool lastsUntilClose
        = m_progress == Progress::Body && !m_chunks && llhttp_message_needs_eof(&m_llhttp) == 1;
    if (lastsUntilClose)
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
