// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/bodydecoder.h"

namespace http
{

// A push parser for requests: bytes in, one Request after the other out; no sockets. What RFC 9112
// says must be refused is refused: the raw lines are checked here, the rest by llhttp in strict
// mode.
class RequestParser
{
public:
    explicit RequestParser(const Limits &limits);
    Q_DISABLE_COPY_MOVE(RequestParser)

    enum class Progress { Idle, Head, Body, Complete, Failed };

    // Takes bytes up to the end of the current request at most and returns how many; the rest
    // belongs to the next one. Takes nothing once complete or failed.
    qsizetype feed(QByteArrayView bytes);

    Progress progress() const { return m_progress; }
    ParseError error() const { return m_error; }

    // What is known so far; method, target and fields once past the head.
    const Request &request() const { return m_request; }

    // The peer waits for "100 Continue" before it sends the body (RFC 9110, 10.1.1).
    bool expectsContinue() const { return m_expectsContinue; }

    // Whether the connection may go on after this request; valid once complete.
    bool keepsAlive() const { return m_decoder.keepsAlive(); }

    // The bytes of a request until it is taken, at most 64 KiB.
    QByteArray received() const;

    // Hands over the complete request and starts with the next.
    Request take();

    // Lets go of what came of a request that nobody wants, and takes nothing more.
    void drop();

private:
    qsizetype feedHead(QByteArrayView bytes);
    void takeLine();
    void finishHead();
    ParseError checkFraming();
    void takeDecoded();
    void fail(ParseError error);

    const Limits &m_limits;
    Progress m_progress = Progress::Idle;
    ParseError m_error = ParseError::None;
    Request m_request;
    BodyDecoder m_decoder;
    qsizetype m_lineStart = 0; // of the line being collected in m_request.head
    qsizetype m_checked = 0; // up to here the head's bytes are checked
    bool m_expectsContinue = false;
};

} // namespace http
