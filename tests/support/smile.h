// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/secret.h"

// A signed ping. The signatures of the tests were computed with Python's hmac and openssl dgst.
namespace smile
{

constexpr char key[] = "smile-app-client-secret-0123456789";
constexpr char ping[] = R"({"account_id":0,"data":{},"topic":"ping"})";
constexpr char pingSignature[] = "uHd+f/MzkQuVyioyGYdledVmPrAE/j/0V9EJ5tAWt4k=";
constexpr qint64 sentAt = 1'795'428'000; // seconds; "1795428000" in the header

inline signature::SecretPtr secret(const QString &label, const QByteArray &bytes = key)
{
    QByteArray copy(bytes.constData(), bytes.size()); // taking wipes it
    return signature::Secret::take(label, copy);
}

inline http::Request request(const QByteArray &body = ping,
                             const QByteArray &signature = pingSignature,
                             const QByteArray &timestamp = "1795428000")
{
    http::Request made;
    made.method = "POST";
    made.target = "/";
    made.framing = http::Framing::ContentLength;
    made.fields = {{"Host", "localhost:8443"},
                   {"Smile-Timestamp", timestamp},
                   {"Smile-Signature", signature},
                   {"Content-Length", QByteArray::number(body.size())}};
    made.body = body;
    return made;
}

// Without the fields of that name.
inline http::Request without(http::Request request, const QByteArray &name)
{
    request.fields.removeIf([&](const http::Field &field) { return field.name == name; });
    return request;
}

} // namespace smile
