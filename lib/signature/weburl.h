// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/scheme.h"

namespace signature
{

// A URL taken apart by its marks alone; nothing is decoded or put in order. Views into it.
struct WebUrl {
    QByteArrayView scheme; // "https"
    QByteArrayView authority; // "user@host:8443"
    QByteArrayView path;
    QByteArrayView query; // without its question mark
    bool hasQuery = false;
};

WebUrl splitUrl(QByteArrayView url);

// The URL as the request tells: https, its Host and its target. Empty without exactly one Host.
QByteArray urlOf(const http::Request &request);

// The URL as the variant has it; where it changes nothing, the same.
QByteArray varied(const QByteArray &url, UrlVariant variant);

// Everything in front of the query.
QByteArrayView withoutQuery(QByteArrayView url);

} // namespace signature
