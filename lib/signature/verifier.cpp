// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/verifier.h"

#include "signature/examiner.h"
#include "signature/judgedtime.h"

namespace signature
{

Verdict verify(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
               qint64 receivedAt, const Context &context)
{
    Verdict verdict;
    verdict.scheme = scheme.id;
    if (scheme.id.isEmpty())
        return verdict;
    Examiner examiner(request, scheme, secrets, context);
    Finding finding = examiner.examine();
    verdict.signature = finding.signature;
    verdict.secret = std::move(finding.secret);
    const JudgedTime time = judgeTime(scheme, examiner, receivedAt);
    verdict.freshness = time.freshness;
    verdict.ageSeconds = time.ageSeconds;
    return verdict;
}

} // namespace signature
