// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

#include <QList>
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

// A Host or Content-Length that goes out as it is written, right or wrong.
struct ForcedField {
    QByteArray name;
    qsizetype nth = 0; // of those with that name
    QByteArray value;

    bool operator==(const ForcedField &) const = default;
};

// Puts them into the request where those fields stand; where one is not there any more, nothing.
// Behind a forced Content-Length the receiver cannot tell where the request ends, so it is asked to
// close the connection (RFC 9112, 9.6), and nothing that follows is read as a part of it.
void force(http::Request &request, const QList<ForcedField> &fields);

// Whether the field says what addressed() would write there; true of all others.
bool isAsSet(const http::Field &field, const http::Request &request, const QUrl &url);

} // namespace resend
