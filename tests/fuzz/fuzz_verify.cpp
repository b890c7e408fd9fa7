// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/verifier.h"

#include "textrequest.h"

// Whatever stands in a request, the scheme that the first two bytes choose judges it and can say
// why, and nothing but the secret's owner verifies.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const auto &schemes = signature::allSchemes();
    const signature::Scheme &scheme = schemes[(data[0] + 256 * data[1]) % schemes.size()];
    const QByteArray text(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    const http::Request request = requestOf(text);
    const signature::Secrets secrets = fuzzSecrets();
    constexpr qint64 arrival = 1'795'428'000'000'000;
    const auto verdict = signature::verify(request, scheme, secrets, arrival);
    const auto evidence = signature::explain(request, scheme, secrets, verdict, arrival);
    Q_ASSERT(verdict.signature == signature::Signature::Verified || verdict.secret.isEmpty());
    Q_ASSERT(!evidence.signatureSentence.isEmpty());
    return 0;
}
