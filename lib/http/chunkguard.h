// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/limits.h"
#include "http/message.h"
#include "http/parseerror.h"

namespace http
{

// Walks a chunked body in front of llhttp: line ends, sizes, extensions and trailers are held to
// RFC 9112, 7.1 and to the limits. Collects the trailers, and lets llhttp see sizes and data only.
class ChunkGuard
{
public:
    explicit ChunkGuard(const Limits &limits);

    // Takes bytes up to the next line end, or of one chunk's data; returns how many.
    qsizetype feed(QByteArrayView bytes);

    // What of the bytes just taken is for llhttp; valid as long as they are, until the next feed().
    QByteArrayView plain() const { return m_plain; }

    bool complete() const { return m_state == State::Complete; }
    ParseError error() const { return m_error; }
    const Fields &trailers() const { return m_trailers; }

private:
    enum class State { SizeLine, Data, DataEnd, Trailers, Complete, Failed };

    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeData(QByteArrayView bytes);
    qsizetype takeDataEnd(QByteArrayView bytes);
    ParseError readSizeLine(QByteArrayView line);
    ParseError readTrailer(QByteArrayView line);
    void fail(ParseError error);

    const Limits &m_limits;
    State m_state = State::SizeLine;
    ParseError m_error = ParseError::None;
    QByteArrayView m_plain;
    QByteArray m_line; // of a size line or trailer, until its end has come
    QByteArray m_sizeLine; // without extensions
    quint64 m_left = 0; // of the chunk's data, or of its CRLF
    quint64 m_body = 0;
    qsizetype m_extensions = 0;
    qsizetype m_trailerBytes = 0;
    Fields m_trailers;
};

} // namespace http
