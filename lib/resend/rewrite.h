// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

#include <QUrl>

namespace resend
{

// What the URL says a request's target is: its path and query as they stand, percent signs and all.
// A URL without a path keeps the received path, and without a query the received query too.
QByteArray targetOf(const QUrl &url, const QByteArray &received);

// The Host of a request to that URL; a port only where the URL has one.
QByteArray hostOf(const QUrl &url);

// The request on its way to the URL: target, Host and Content-Length replaced where they stand, all
// else byte for byte as it was. A received head stays a head, its white space kept.
http::Request addressed(const http::Request &request, const QUrl &url);

// The same for a request that was edited, of which no head is left: a Content-Length is added where
// a body would have none, and what chunks is as it was.
http::Request composed(http::Request request, const QUrl &url);

} // namespace resend
