// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/event.h"
#include "capture/prints.h"
#include "capture/subjects.h"
#include "http/message.h"
#include "signature/verdict.h"

#include <memory>
#include <optional>

namespace capture
{

struct Peer {
    QString address;
    quint16 port = 0;

    bool operator==(const Peer &) const = default;
};

struct TlsFacts {
    QString version; // "TLSv1.3"
    QString cipher; // "TLS_AES_128_GCM_SHA256"
    std::optional<QByteArray> serverName; // from the ClientHello; nothing where it was not whole

    bool operator==(const TlsFacts &) const = default;
};

// One webhook request as received: immutable. The answer, marks, notes and later judgements are
// records of their own, keyed by the id.
struct Delivery {
    qint64 id = 0; // 0 until stored
    qint64 receivedAt = 0; // microseconds since the epoch, UTC
    QString endpoint; // path prefix; empty when none matched
    Peer peer;
    std::optional<TlsFacts> tls;
    http::Request request;
    signature::Verdict verdict; // as judged at arrival
    Event event;
    Prints prints; // by the scheme at arrival
    std::optional<ToldSubject> told; // at arrival, which spares the store's thread to read the body
    bool test = false; // this program sent it to its own listener

    bool operator==(const Delivery &) const = default;
};

using DeliveryPtr = std::shared_ptr<const Delivery>;

// What we answered, written after the delivery itself; or that it ended without an answer.
struct Answer {
    qint64 id = 0; // the delivery's
    int status = 0; // 0: there was none, and the source says why
    http::Fields fields;
    QByteArray body;
    // Who decided it: "profile", "rule", "handshake" or "forward"; without an answer "close",
    // "reset" or "hang", as a rule wants it, or "gone": the connection ended before. More may
    // follow a colon: the words of the rule, or what a handshake has not ("no secret").
    QString source = QStringLiteral("profile");
    qint64 latency = 0; // microseconds from the request's last byte to our answer, or to its end

    bool operator==(const Answer &) const = default;
};

// A later judgement of a delivery.
struct Judgement {
    qint64 id = 0; // the delivery's
    qint64 judgedAt = 0;
    signature::Verdict verdict;
    std::optional<Event> event; // where another scheme finds it; else the delivery's own holds
};

} // namespace capture
