// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/bodydecoder.h"

#include <QVarLengthArray>

#include <algorithm>

namespace http
{

constexpr qsizetype usualHead = 1024; // bytes

BodyDecoder::BodyDecoder(llhttp_type_t type, const Limits &limits, QByteArray &body)
    : m_type(type)
    , m_limits(limits)
    , m_body(body)
{
    start(false);
}

const llhttp_settings_t &BodyDecoder::settings()
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

void BodyDecoder::start(bool chunked)
{
    llhttp_init(&m_llhttp, m_type, &settings());
    m_llhttp.data = this;
    m_chunks.reset();
    if (chunked)
        m_chunks.emplace(m_limits);
    m_error = ParseError::None;
    m_complete = false;
    m_keepsAlive = false;
}

int BodyDecoder::bodyReceived(llhttp_t *parser, const char *at, size_t length)
{
    auto *self = static_cast<BodyDecoder *>(parser->data);
    if (self->m_body.size() + qsizetype(length) > self->m_limits.body)
        return HPE_USER;
    self->m_body.append(at, qsizetype(length));
    return HPE_OK;
}

int BodyDecoder::headComplete(llhttp_t *parser)
{
    parser->upgrade = 0; // An offered upgrade is ignored: the body that follows is HTTP.
    return 0;
}

int BodyDecoder::messageComplete(llhttp_t *parser)
{
    auto *self = static_cast<BodyDecoder *>(parser->data);
    self->m_complete = true;
    self->m_keepsAlive = llhttp_should_keep_alive(parser);
    return HPE_PAUSED;
}

// Without the white space around values, which means nothing (RFC 9110, 5.5): llhttp stumbles over
// a TAB behind "chunked", and takes "close" with one for another word.
void BodyDecoder::takeHead(QByteArrayView start, QByteArrayView line, const Fields &fields)
{
    QVarLengthArray<char, usualHead> head;
    const auto add = [&head](QByteArrayView text) { head.append(text.data(), text.size()); };
    add(start);
    add(line);
    for (const Field &field : fields) {
        add(field.name);
        add(": ");
        add(field.value);
        add("\r\n");
    }
    add("\r\n");
    decode(head);
}

qsizetype BodyDecoder::takeBody(QByteArrayView bytes)
{
    if (m_chunks)
        return takeChunked(bytes);
    const bool untilClose = lastsUntilClose();
    const QByteArrayView part = untilClose
        ? bytes
        : bytes.first(std::min(qsizetype(m_llhttp.content_length), bytes.size()));
    decode(part);
    return part.size();
}

qsizetype BodyDecoder::takeChunked(QByteArrayView bytes)
{
    const qsizetype taken = m_chunks->feed(bytes);
    m_error = m_chunks->error();
    if (m_error == ParseError::None && !m_chunks->plain().isEmpty())
        decode(m_chunks->plain());
    // Two readers that disagree about the end: smuggling.
    if (m_error == ParseError::None && m_chunks->complete() != m_complete)
        m_error = ParseError::BadChunk;
    return taken;
}

void BodyDecoder::decode(QByteArrayView bytes)
{
    switch (llhttp_execute(&m_llhttp, bytes.data(), size_t(bytes.size()))) {
    case HPE_OK:
        break;
    case HPE_PAUSED:
        m_error = m_complete ? ParseError::None : ParseError::Malformed;
        break;
    case HPE_USER:
        m_error = ParseError::BodyTooLarge;
        break;
    case HPE_INVALID_URL:
        m_error = ParseError::BadTarget;
        break;
    default:
        m_error = ParseError::Malformed;
    }
}

bool BodyDecoder::lastsUntilClose() const
{
    return !m_chunks && llhttp_message_needs_eof(&m_llhttp) == 1;
}

} // namespace http
