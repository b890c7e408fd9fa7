// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"

// Values for tests: name only what the test is about.
namespace builders
{

inline capture::Delivery delivery(const QByteArray &body = R"({"topic":"ping"})")
{
    capture::Delivery made;
    made.receivedAt = 1'795'428'000'000'000;
    made.endpoint = QStringLiteral("/");
    made.peer = {.address = QStringLiteral("127.0.0.1"), .port = 51234};
    made.tls = capture::TlsFacts{.version = QStringLiteral("TLSv1.3"),
                                 .cipher = QStringLiteral("TLS_AES_128_GCM_SHA256"),
                                 .serverName = QByteArrayLiteral("localhost")};
    made.request.method = "POST";
    made.request.target = "/";
    made.request.framing = http::Framing::ContentLength;
    made.request.fields
        = {{"Host", "localhost:8443"}, {"Content-Length", QByteArray::number(body.size())}};
    made.request.head = "POST / HTTP/1.1\r\nHost: localhost:8443\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n";
    made.request.body = body;
    made.verdict = {.scheme = QStringLiteral("smile"),
                    .signature = signature::Signature::Verified,
                    .freshness = signature::Freshness::Fresh,
                    .ageSeconds = 1,
                    .secret = QStringLiteral("primary")};
    made.event = {.topic = QStringLiteral("ping"),
                  .account = QStringLiteral("0"),
                  .id = {},
                  .summary = QStringLiteral("Endpoint test")};
    return made;
}

inline capture::DeliveryPtr stored(const capture::Delivery &delivery)
{
    return std::make_shared<const capture::Delivery>(delivery);
}

} // namespace builders
