// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"
#include "signature/scheme.h"
#include "signature/secret.h"

#include <QHash>
#include <QUrl>

#include <optional>

namespace resend
{

// How a re-send is signed. The words stand on the command line, in stores and in exports.
enum class Signing { AsReceived, Now, Stale, Future, Wrong, None };
QString word(Signing signing); // "as-received"
std::optional<Signing> signingFromWord(QStringView word);
QStringList signingWords();

enum class SignatureChoice { Keep, Again, Wrong, LeaveOut };
enum class TimeChoice { Keep, At, LeaveOut };

// What becomes of the signature and of the timestamp that it covers, each by itself.
struct Resigning {
    SignatureChoice signature = SignatureChoice::Again;
    TimeChoice time = TimeChoice::At;
    qint64 at = 0; // microseconds since the epoch
    signature::SecretPtr secret; // to sign again with
    QHash<QByteArray, QByteArray> parameters; // of the endpoint, for {config:…}
};

// The request with its old signature headers replaced where they stand, or without them. `url` is
// what the receiver knows the request by, for schemes that sign it. An error says what cannot be
// done with this scheme, and why.
core::Result<http::Request> resigned(const http::Request &request, const signature::Scheme &scheme,
                                     const Resigning &how, const QUrl &url);

// What a re-send of a stored delivery is made by.
struct Rewriting {
    QUrl target; // http or https
    Signing signing = Signing::AsReceived;
    signature::Scheme scheme; // what is signed by; as received none is needed
    signature::SecretPtr secret; // for now, stale and future
    QHash<QByteArray, QByteArray> parameters; // of the endpoint, for {config:…}
    qint64 delivery = 0; // told in the header that marks a re-send; 0: no such header
    qint64 now = 0; // microseconds since the epoch
};

constexpr char markName[] = "Hookglass-Resend"; // its value is the delivery's id
void mark(http::Request &request, qint64 delivery);

// As received: the very bytes but for what addressed() replaces. Else signed as told and marked.
core::Result<http::Request> rewrite(const http::Request &received, const Rewriting &how);

} // namespace resend
