// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/parseerror.h"

#include <QCoreApplication>

namespace http
{

int status(ParseError error)
{
    switch (error) {
    case ParseError::None:
        return 200;
    case ParseError::ConnectRefused:
        return 405;
    case ParseError::TargetTooLong:
        return 414;
    case ParseError::VersionNotSupported:
        return 505;
    case ParseError::HeadTooLarge:
    case ParseError::TooManyFields:
    case ParseError::TrailersTooLarge:
        return 431;
    case ParseError::ChunkExtensionsTooLong:
    case ParseError::BodyTooLarge:
        return 413;
    case ParseError::BareLineEnd:
    case ParseError::BadRequestLine:
    case ParseError::BadMethod:
    case ParseError::BadTarget:
    case ParseError::BadFieldName:
    case ParseError::SpaceAroundName:
    case ParseError::FoldedField:
    case ParseError::BadFieldValue:
    case ParseError::MissingHost:
    case ParseError::RepeatedHost:
    case ParseError::BadHost:
    case ParseError::BadLength:
    case ParseError::LengthAndEncoding:
    case ParseError::BadEncoding:
    case ParseError::BadChunk:
    case ParseError::Malformed:
        return 400;
    }
    Q_UNREACHABLE();
}

static const char *sentence(ParseError error)
{
    switch (error) {
    case ParseError::None:
        return "";
    case ParseError::BareLineEnd:
        return QT_TRANSLATE_NOOP("http",
                                 "A line ends with a carriage return or a line feed alone.");
    case ParseError::BadRequestLine:
        return QT_TRANSLATE_NOOP("http", "The first line is not an HTTP request line.");
    case ParseError::BadMethod:
        return QT_TRANSLATE_NOOP("http", "The method has a character that none may have.");
    case ParseError::ConnectRefused:
        return QT_TRANSLATE_NOOP("http", "CONNECT is for proxies; webhooks are not sent with it.");
    case ParseError::BadTarget:
        return QT_TRANSLATE_NOOP("http", "The request target is not a path or a URL with a host.");
    case ParseError::TargetTooLong:
        return QT_TRANSLATE_NOOP("http", "The request target is longer than the limit.");
    case ParseError::VersionNotSupported:
        return QT_TRANSLATE_NOOP("http", "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    case ParseError::HeadTooLarge:
        return QT_TRANSLATE_NOOP("http", "The header block is larger than the limit.");
    case ParseError::TooManyFields:
        return QT_TRANSLATE_NOOP("http", "There are more header fields than the limit.");
    case ParseError::BadFieldName:
        return QT_TRANSLATE_NOOP("http", "A header name is empty or has a forbidden character.");
    case ParseError::SpaceAroundName:
        return QT_TRANSLATE_NOOP("http", "A header name has white space before its colon.");
    case ParseError::FoldedField:
        return QT_TRANSLATE_NOOP("http", "A header line begins with white space (folding).");
    case ParseError::BadFieldValue:
        return QT_TRANSLATE_NOOP("http", "A header value has a control character.");
    case ParseError::MissingHost:
        return QT_TRANSLATE_NOOP("http", "The Host header is missing.");
    case ParseError::RepeatedHost:
        return QT_TRANSLATE_NOOP("http", "The Host header stands more than once.");
    case ParseError::BadHost:
        return QT_TRANSLATE_NOOP("http", "The Host header is not a host and port.");
    case ParseError::BadLength:
        return QT_TRANSLATE_NOOP("http", "Content-Length is not one decimal number.");
    case ParseError::LengthAndEncoding:
        return QT_TRANSLATE_NOOP("http",
                                 "Content-Length and Transfer-Encoding contradict each other.");
    case ParseError::BadEncoding:
        return QT_TRANSLATE_NOOP("http", "Transfer-Encoding is not exactly \"chunked\".");
    case ParseError::BadChunk:
        return QT_TRANSLATE_NOOP("http", "The chunked body is broken.");
    case ParseError::ChunkExtensionsTooLong:
        return QT_TRANSLATE_NOOP("http", "The chunk extensions are longer than the limit.");
    case ParseError::TrailersTooLarge:
        return QT_TRANSLATE_NOOP("http", "The trailers are larger than the limit.");
    case ParseError::BodyTooLarge:
        return QT_TRANSLATE_NOOP("http", "The body is larger than the limit.");
    case ParseError::Malformed:
        return QT_TRANSLATE_NOOP("http", "This is not HTTP as RFC 9112 has it.");
    }
    Q_UNREACHABLE();
}

QString describe(ParseError error) { return QCoreApplication::translate("http", sentence(error)); }

} // namespace http
