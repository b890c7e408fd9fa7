// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/scheme.h"
#include "signature/secret.h"
#include "signature/verdict.h"

namespace signature
{

// Judges a request as received. `receivedAt` in microseconds since the epoch decides the freshness;
// the signature verdict does not depend on it. Compares in constant time. A secret that cannot be
// one of the scheme's counts as none: checkSecret() tells why.
Verdict verify(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
               qint64 receivedAt, const Context &context = {});

// What the details show beside the verdict: both values and the sentence that explains them.
struct Evidence {
    QByteArray received; // the first signature without prefix or version; empty: there is none
    QByteArray computed; // what the secret gives, written the same; empty: nothing can be computed
    QString secret; // label of the secret that computed it
    QByteArray signedText; // an ellipsis stands for a secret in it
    bool coversBody = false; // whether altering the body breaks the signature
    QString signatureSentence; // "The Smile-Signature header is missing."
    QString freshnessSentence; // "Sent 1.1 s before it arrived; the limit is 5 min."
};

// With the matching secret, else with the first one.
Evidence explain(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
                 const Verdict &verdict, qint64 receivedAt, const Context &context = {});

} // namespace signature
