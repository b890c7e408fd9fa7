// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/detection.h"
#include "signature/verifier.h"

#include "textrequest.h"

// Whatever stands in a request: what is proposed has reasons, ranks ascend, and what is proposed as
// verified is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const http::Request request = requestOf(text);
    const auto detection = signature::detect(request, fuzzSecrets());
    Q_ASSERT(signature::summary(detection).isEmpty() == detection.proposals.isEmpty());
    int rank = 1;
    for (const signature::Proposal &proposal : detection.proposals) {
        Q_ASSERT(proposal.rank == rank || proposal.rank == rank + 1);
        rank = proposal.rank;
        Q_ASSERT(!proposal.reasons.isEmpty());
        const auto scheme = signature::schemeById(proposal.scheme);
        Q_ASSERT(scheme);
        const auto verdict = signature::verify(request, *scheme, fuzzSecrets(), 0);
        const bool verified = verdict.signature == signature::Signature::Verified;
        Q_ASSERT(verdict.signature != signature::Signature::Unsigned);
        Q_ASSERT(verified == (proposal.likeness == signature::Likeness::Verified));
    }
    return 0;
}
