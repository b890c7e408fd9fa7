// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/scheme.h"
#include "signature/secret.h"
#include "signature/verdict.h"

namespace signature
{

// Judges a request as received. `receivedAt` in microseconds since the epoch decides the freshness;
// the signature verdict does not depend on it. Compares in constant time.
Verdict verify(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
               qint64 receivedAt);

// What the details show beside the verdict: both values and the sentence that explains them.
struct Evidence {
    QByteArray received; // the signature field's value; empty when there is none
    QByteArray computed; // what the secret gives; empty when nothing may be computed
    QString secret; // label of the secret that computed it
    QByteArray signedText;
    QString signatureSentence; // "The Smile-Signature header is missing."
    QString freshnessSentence; // "Sent 1.1 s before it arrived; the limit is 5 min."
};

// With the matching secret, else with the first one.
Evidence explain(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
                 const Verdict &verdict, qint64 receivedAt);

} // namespace signature
