// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/parser.h"

#include "http/lineguard.h"

#include <algorithm>
#include <utility>

namespace http
{

constexpr qsizetype receivedLimit = 64 * 1024;
constexpr qsizetype usualHead = 512; // bytes
constexpr qsizetype usualFields = 8;

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
    , m_decoder(HTTP_REQUEST, limits, m_request.body)
{
}

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(taken);
        switch (m_progress) {
        case Progress::Idle:
        case Progress::Head:
            taken += feedHead(rest);
            break;
        case Progress::Body:
            taken += m_decoder.takeBody(rest);
            takeDecoded();
            break;
        case Progress::Complete:
        case Progress::Failed:
            return taken;
        }
    }
    return taken;
}

// Collects up to the next line end, and looks at every byte as it comes, so that a bad one is
// answered at once and not when the sender gives up. However the bytes are split, the outcome is
// the same.
qsizetype RequestParser::feedHead(QByteArrayView bytes)
{
    QByteArray &head = m_request.head;
    const qsizetype newline = bytes.indexOf('\n');
    const QByteArrayView part = newline < 0 ? bytes : bytes.first(newline + 1);
    const bool first = m_lineStart == 0;
    const qsizetype limit = first ? std::min(m_limits.head, m_limits.target + 64) : m_limits.head;
    if (head.isEmpty())
        head.reserve(usualHead);
    head.append(part.first(std::min(part.size(), limit - head.size() + 1)));
    m_progress = Progress::Head;

    const bool whole = head.endsWith('\n');
    const QByteArrayView unchecked
        = QByteArrayView(head).sliced(m_checked, head.size() - m_checked - (whole ? 1 : 0));
    m_checked = head.size() - 1; // A CR at the end is looked at again with what follows it.
    const char start = head[m_lineStart];
    ParseError error = !first && (start == ' ' || start == '\t') ? ParseError::FoldedField
                                                                 : checkBytes(unchecked);
    if (error == ParseError::BadFieldValue && first)
        error = ParseError::BadRequestLine;
    if (first) { // What is wrong before a bad byte counts, as it would if that came later.
        const qsizetype good = unchecked.data() - head.constData() + goodBytes(unchecked);
        const ParseError before = checkRequestLine(QByteArrayView(head).first(good));
        error = before == ParseError::None ? error : before;
    }
    if (error == ParseError::None && head.size() > limit)
        error
            = first && limit < m_limits.head ? ParseError::TargetTooLong : ParseError::HeadTooLarge;
    if (error != ParseError::None)
        fail(error);
    else if (whole)
        takeLine();
    return part.size();
}

void RequestParser::takeLine()
{
    const qsizetype end = m_request.head.size();
    QByteArrayView line = QByteArrayView(m_request.head).sliced(m_lineStart, end - m_lineStart - 1);
    if (!line.endsWith('\r'))
        return fail(ParseError::BareLineEnd);
    line.chop(1);
    const bool first = m_lineStart == 0;
    if (first && line.isEmpty()) { // RFC 9112, 2.2: an empty line before the request is skipped.
        m_request.head.clear();
        m_checked = 0;
        m_progress = Progress::Idle;
        return;
    }
    ParseError error = ParseError::None;
    if (first) {
        m_request.fields.reserve(usualFields);
        error = readRequestLine(line, m_request);
        if (error == ParseError::None)
            error = checkReceivedTarget(m_request.target);
    } else if (line.isEmpty())
        return finishHead();
    else if (m_request.fields.size() >= m_limits.fields)
        error = ParseError::TooManyFields;
    else
        error = readField(line, m_request.fields.emplaceBack());
    if (first && m_request.target.size() > m_limits.target)
        error = ParseError::TargetTooLong;
    if (error != ParseError::None)
        return fail(error);
    m_lineStart = end;
    m_checked = end;
}

ParseError RequestParser::checkFraming()
{
    const Fields &fields = m_request.fields;
    const qsizetype lengths = count(fields, "Content-Length");
    const qsizetype encodings = count(fields, "Transfer-Encoding");
    if (lengths > 0 && encodings > 0)
        return ParseError::LengthAndEncoding;
    if (encodings > 0) {
        // HTTP/1.0 has no chunks; a message that claims them is faulty (RFC 9112, 6.1).
        const bool chunked = encodings == 1 && m_request.versionMinor == 1
            && sameName(*value(fields, "Transfer-Encoding"), "chunked");
        if (!chunked)
            return ParseError::BadEncoding;
        m_request.framing = Framing::Chunked;
    }
    if (lengths == 0)
        return ParseError::None;
    const QByteArray length = *value(fields, "Content-Length");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (lengths > 1 || length.isEmpty() || !std::all_of(length.begin(), length.end(), digit))
        return ParseError::BadLength;
    m_request.framing = Framing::ContentLength;
    bool fits = false;
    const quint64 bytes = length.toULongLong(&fits);
    return !fits || bytes > quint64(m_limits.body) ? ParseError::BodyTooLarge : ParseError::None;
}

// In any field of that name, alone or in a list; what else is expected is no reason to keep the
// sender waiting for an answer (RFC 9110, 10.1.1).
static bool waitsForContinue(const Request &request)
{
    if (request.versionMinor == 0)
        return false;
    for (const Field &field : request.fields) {
        if (!sameName(field.name, "Expect"))
            continue;
        for (const QByteArray &expectation : field.value.split(',')) {
            if (sameName(expectation.trimmed(), "100-continue"))
                return true;
        }
    }
    return false;
}

void RequestParser::finishHead()
{
    ParseError error = checkHost(m_request);
    if (error == ParseError::None)
        error = checkFraming();
    if (error != ParseError::None)
        return fail(error);
    m_expectsContinue = waitsForContinue(m_request);
    m_progress = Progress::Body;
    m_decoder.start(m_request.framing == Framing::Chunked);
    // llhttp knows some methods only, and treats a few of them apart; any token is one to us.
    const QByteArrayView head(m_request.head);
    const QByteArrayView behindMethod
        = head.first(head.indexOf('\n') + 1).sliced(m_request.method.size());
    m_decoder.takeHead("POST", behindMethod, m_request.fields);
    takeDecoded();
}

void RequestParser::takeDecoded()
{
    if (m_decoder.error() != ParseError::None)
        return fail(m_decoder.error());
    if (!m_decoder.complete())
        return;
    m_request.trailers = m_decoder.trailers();
    m_progress = Progress::Complete;
}

void RequestParser::fail(ParseError error)
{
    m_error = error;
    m_progress = Progress::Failed;
}

QByteArray RequestParser::received() const
{
    return (m_request.head + m_request.body.first(std::min(m_request.body.size(), receivedLimit)))
        .first(std::min(m_request.head.size() + m_request.body.size(), receivedLimit));
}

Request RequestParser::take()
{
    m_progress = Progress::Idle;
    m_error = ParseError::None;
    m_lineStart = 0;
    m_checked = 0;
    m_expectsContinue = false;
    return std::exchange(m_request, {});
}

void RequestParser::drop()
{
    m_progress = Progress::Failed;
    m_request = {};
}

} // namespace http
