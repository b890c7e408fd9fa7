// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/bodydecoder.h"

namespace http
{

// Why an answer is not one; the server's fault, so it is data.
enum class ResponseError {
    None,
    NotHttp, // the first line is no status line
    HeadTooLarge,
    BadHead, // a header line that RFC 9112 refuses
    BadFraming, // length and encoding contradict one another, or are none
    BadChunk,
    Switched, // 101: it speaks another protocol now, which nobody asked for
    BodyTooLarge,
    Cut, // the connection ended before the answer did
};

// A sentence: "The answer is not HTTP."
QString describe(ResponseError error);

// A push parser for one response: bytes in, one Response out; no sockets. Interim answers (1xx) are
// skipped. The raw lines are held to RFC 9112 here, the body is decoded by llhttp in strict mode.
class ResponseParser
{
public:
    // Of the limits: head, fields, chunkExtensions, trailers, body. A response to HEAD has no body
    // whatever it says (RFC 9112, 6.3).
    ResponseParser(const Limits &limits, bool toHead);
    Q_DISABLE_COPY_MOVE(ResponseParser)

    enum class Progress { Head, Body, Complete, Failed };

    // Takes all bytes; what comes after the end of the response is dropped.
    void feed(QByteArrayView bytes);

    // The connection ended: completes a response that lasts until then, or fails.
    void finish();

    Progress progress() const { return m_progress; }
    ResponseError error() const { return m_error; }

    // What is known so far; status and fields once past the head, trailers when complete.
    const Response &response() const { return m_response; }

private:
    qsizetype feedHead(QByteArrayView bytes);
    void takeLine(QByteArrayView line);
    bool readStatusLine(QByteArrayView line);
    bool checkFraming() const;
    bool announcesTooMuch() const;
    void finishHead();
    void takeDecoded();
    void fail(ResponseError error);

    const Limits m_limits;
    const bool m_toHead;
    Progress m_progress = Progress::Head;
    ResponseError m_error = ResponseError::None;
    Response m_response;
    QByteArray m_head;
    qsizetype m_lineStart = 0; // of the line being collected in m_head
    BodyDecoder m_decoder;
    bool m_chunked = false;
};

} // namespace http
