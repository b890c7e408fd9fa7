// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/verifier.h"

#include "signature/signedparts.h"
#include "signature/timestamp.h"

#include <algorithm>

namespace signature
{

namespace
{

// An empty key would sign anything: it counts as none.
bool isUsable(const SecretPtr &secret) { return secret && !secret->bytes().isEmpty(); }

void judgeSignature(const SignedParts &parts, const Secrets &secrets, Verdict &verdict)
{
    if (parts.signatures == 0) {
        verdict.signature = Signature::Unsigned;
        return;
    }
    const DigestText received = readDigest(parts.signature);
    if (parts.signatures > 1 || received.fault != DigestFault::None) {
        verdict.signature = Signature::Malformed;
        return;
    }
    if (std::none_of(secrets.begin(), secrets.end(), isUsable)) {
        verdict.signature = Signature::NoSecret;
        return;
    }
    verdict.signature = Signature::Invalid;
    if (!parts.isComputable())
        return;
    for (const SecretPtr &secret : secrets) {
        if (!isUsable(secret)
            || !sameDigest(received.digest, computeDigest(parts, secret->bytes())))
            continue;
        verdict.signature = Signature::Verified;
        verdict.secret = secret->label();
        return;
    }
}

void judgeFreshness(const SignedParts &parts, const Scheme &scheme, qint64 receivedAt,
                    Verdict &verdict)
{
    if (parts.timestamps == 0) {
        verdict.freshness = Freshness::Missing;
        return;
    }
    const auto timestamp = readTimestamp(parts.timestamp);
    if (parts.timestamps > 1 || !timestamp) {
        verdict.freshness = Freshness::Malformed;
        return;
    }
    verdict.ageSeconds = ageInSeconds(receivedAt, *timestamp);
    verdict.freshness = judgeAge(*verdict.ageSeconds, scheme);
}

} // namespace

Verdict verify(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
               qint64 receivedAt)
{
    Verdict verdict;
    verdict.scheme = scheme.id;
    if (scheme.id.isEmpty())
        return verdict;
    const SignedParts parts = findParts(request, scheme);
    judgeSignature(parts, secrets, verdict);
    judgeFreshness(parts, scheme, receivedAt, verdict);
    return verdict;
}

} // namespace signature
