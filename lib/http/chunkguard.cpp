// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/chunkguard.h"

#include "http/lineguard.h"

#include <algorithm>

namespace http
{

ChunkGuard::ChunkGuard(const Limits &limits)
    : m_limits(limits)
{
}

qsizetype ChunkGuard::feed(QByteArrayView bytes)
{
    m_plain = {};
    switch (m_state) {
    case State::SizeLine:
    case State::Trailers:
        return takeLine(bytes);
    case State::Data:
        return takeData(bytes);
    case State::DataEnd:
        return takeDataEnd(bytes);
    case State::Complete:
    case State::Failed:
        break;
    }
    return 0;
}

qsizetype ChunkGuard::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
    const bool size = m_state == State::SizeLine;
    const qsizetype limit
        = size ? m_limits.chunkExtensions + 18 : m_limits.trailers - m_trailerBytes;
    m_line.append(part.first(std::min(part.size(), limit - m_line.size() + 1)));
    if (const ParseError error = checkBytes(m_line); error != ParseError::None)
        fail(size ? ParseError::BadChunk : error);
    else if (m_line.size() > limit)
        fail(size ? ParseError::ChunkExtensionsTooLong : ParseError::TrailersTooLarge);
    else if (end >= 0 && !m_line.endsWith('\r'))
        fail(ParseError::BareLineEnd);
    if (end < 0 || m_state == State::Failed)
        return part.size();
    m_line.chop(1);
    const ParseError error = size ? readSizeLine(m_line) : readTrailer(m_line);
    m_line.clear();
    if (error != ParseError::None)
        fail(error);
    return end + 1;
}

static int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static QByteArrayView behindSpace(QByteArrayView text)
{
    const auto space = [](char c) { return c == ' ' || c == '\t'; };
    return {std::find_if_not(text.begin(), text.end(), space), text.end()};
}

static QByteArrayView behindToken(QByteArrayView text)
{
    return {std::find_if_not(text.begin(), text.end(), tokenByte), text.end()};
}

// RFC 9110, 5.6.4; all of `text` if the string never ends.
static QByteArrayView behindQuotedString(QByteArrayView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '"')
            return text.sliced(i + 1);
        if (text[i] == '\\')
            ++i;
    }
    return text;
}

// *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] ) (RFC 9112, 7.1.1); white space
// that is bad must be let through (RFC 9110, 5.6.3).
static bool wellFormedExtensions(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const QByteArrayView semicolon = behindSpace(text);
        if (!semicolon.startsWith(';'))
            return false;
        const QByteArrayView name = behindSpace(semicolon.sliced(1));
        text = behindToken(name);
        if (text.size() == name.size())
            return false;
        const QByteArrayView sign = behindSpace(text);
        if (!sign.startsWith('='))
            continue;
        const QByteArrayView value = behindSpace(sign.sliced(1));
        text = value.startsWith('"') ? behindQuotedString(value) : behindToken(value);
        if (text.size() == value.size())
            return false;
    }
    return true;
}

ParseError ChunkGuard::readSizeLine(QByteArrayView line)
{
    quint64 size = 0;
    qsizetype digits = 0;
    for (; digits < line.size() && hexDigit(line[digits]) >= 0; ++digits) {
        if (size >> 60)
            return ParseError::BadChunk;
        size = size << 4 | quint64(hexDigit(line[digits]));
    }
    const QByteArrayView extensions = line.sliced(digits);
    if (digits == 0 || digits > 16 || !wellFormedExtensions(extensions))
        return ParseError::BadChunk;
    m_extensions += extensions.size();
    if (m_extensions > m_limits.chunkExtensions)
        return ParseError::ChunkExtensionsTooLong;
    m_body += size;
    if (size > quint64(m_limits.body) || m_body > quint64(m_limits.body))
        return ParseError::BodyTooLarge;
    m_sizeLine = QByteArray::number(size, 16) + "\r\n";
    m_plain = m_sizeLine;
    m_left = size;
    m_state = size == 0 ? State::Trailers : State::Data;
    return ParseError::None;
}

qsizetype ChunkGuard::takeData(QByteArrayView bytes)
{
    const qsizetype part = qsizetype(std::min<quint64>(m_left, quint64(bytes.size())));
    m_left -= quint64(part);
    if (m_left == 0) {
        m_state = State::DataEnd;
        m_left = 2;
    }
    m_plain = bytes.first(part);
    return part;
}

qsizetype ChunkGuard::takeDataEnd(QByteArrayView bytes)
{
    if (bytes[0] != (m_left == 2 ? '\r' : '\n')) {
        fail(ParseError::BadChunk);
        return 0;
    }
    if (--m_left == 0)
        m_state = State::SizeLine;
    m_plain = bytes.first(1);
    return 1;
}

ParseError ChunkGuard::readTrailer(QByteArrayView line)
{
    m_trailerBytes += line.size() + 2;
    if (m_trailerBytes > m_limits.trailers)
        return ParseError::TrailersTooLarge;
    if (line.isEmpty()) {
        m_state = State::Complete;
        m_plain = "\r\n";
        return ParseError::None;
    }
    if (m_trailers.size() >= m_limits.fields)
        return ParseError::TrailersTooLarge;
    Field field;
    const ParseError error = readField(line, field);
    m_trailers.append(field);
    return error;
}

void ChunkGuard::fail(ParseError error)
{
    m_error = error;
    m_state = State::Failed;
}

} // namespace http
