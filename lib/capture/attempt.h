// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"

#include <QString>

#include <optional>

namespace capture
{

// Milliseconds of each leg; -1: not reached.
struct Times {
    int lookup = -1;
    int connect = -1;
    int tls = -1;
    int firstByte = -1;
    int total = -1;

    bool operator==(const Times &) const = default;
};

// One try at a target and what came back.
struct Attempt {
    qint64 id = 0;
    qint64 delivery = 0; // what it was made from; 0: nothing stored
    qint64 sentAt = 0; // microseconds since the epoch
    QString target;
    QString signing; // "as-received", "now", "stale", "future", "wrong", "none"
    QString secret; // label of the one it was signed with; empty: none, or not known
    QString source; // "resend", "forward" or "ping"
    // What went out, where it is not the delivery's own; without a body where that still is.
    std::optional<http::Request> request;
    QByteArray bodyDigest; // SHA-256 of the body that went out
    std::optional<http::Response> response;
    std::optional<core::Error> error; // set when no whole response came
    Times times;
    QString tlsVersion; // "TLSv1.3"; empty: none
    bool certificateChecked = true;
    QString proxy; // what it went through, "http://host:port"; empty: nothing
};

} // namespace capture
