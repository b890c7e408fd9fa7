// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "capture/rejection.h"
#include "http/parseerror.h"
#include "listener/routes.h"

namespace listener
{

// Judges a complete request: matches the endpoint, verifies, describes. Pure but for the values
// given.
capture::Delivery judge(http::Request request, const Routes &routes, qint64 receivedAt);

// The bytes of an answer. Framing fields of a profile give way to the right ones; `closes` says so
// to the sender; a HEAD request gets no body (RFC 9110, 9.3.2).
struct Answering {
    bool closes = false;
    bool head = false;
    int versionMinor = 1; // of the request
    QByteArray date; // IMF-fixdate (RFC 9110, 5.6.7)
};
QByteArray encode(const capture::ResponseProfile &profile, const Answering &answering);

// The row's reason for what the parser refused.
capture::Reason reasonOf(http::ParseError error);

// A refusal says why in a line of text.
capture::ResponseProfile refusal(int status, const QString &sentence);

// "Mon, 23 Nov 2026 10:00:00 GMT"; made once a second.
QByteArray httpDate(qint64 microseconds);

} // namespace listener
