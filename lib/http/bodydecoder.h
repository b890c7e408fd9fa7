// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/chunkguard.h"

#include <llhttp.h>

#include <optional>

namespace http
{

// Takes the body of a message out of its framing, one message after the other. llhttp in strict
// mode decodes it; what it sees was checked before, and both must agree where the message ends.
class BodyDecoder
{
public:
    // Of the limits: chunkExtensions, trailers, body. Appends to `body`; both must outlive it.
    BodyDecoder(llhttp_type_t type, const Limits &limits, QByteArray &body);
    Q_DISABLE_COPY_MOVE(BodyDecoder)

    void start(bool chunked);
    // The checked head: its first line in two pieces with the line end, and what its fields say.
    void takeHead(QByteArrayView start, QByteArrayView line, const Fields &fields);

    // Takes bytes up to the end of the message at most and returns how many.
    qsizetype takeBody(QByteArrayView bytes);

    bool complete() const { return m_complete; }
    ParseError error() const { return m_error; }
    bool keepsAlive() const { return m_keepsAlive; } // valid once complete
    bool lastsUntilClose() const; // a response without a length (RFC 9112, 6.3)
    Fields trailers() const { return m_chunks ? m_chunks->trailers() : Fields(); }

private:
    static const llhttp_settings_t &settings();
    static int bodyReceived(llhttp_t *parser, const char *at, size_t length);
    static int headComplete(llhttp_t *parser);
    static int messageComplete(llhttp_t *parser);

    qsizetype takeChunked(QByteArrayView bytes);
    void decode(QByteArrayView bytes);

    const llhttp_type_t m_type;
    const Limits &m_limits;
    QByteArray &m_body;
    llhttp_t m_llhttp{};
    std::optional<ChunkGuard> m_chunks;
    ParseError m_error = ParseError::None;
    bool m_complete = false;
    bool m_keepsAlive = false;
};

} // namespace http
