// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/verifier.h"

namespace
{

// A request as lines: method and target, then fields, an empty line, the body.
http::Request requestOf(const QByteArray &text)
{
    http::Request request;
    const qsizetype blank = text.indexOf("\n\n");
    const QByteArray head = blank < 0 ? text : text.first(blank);
    if (blank >= 0)
        request.body = text.sliced(blank + 2);
    bool first = true;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype mark = line.indexOf(first ? ' ' : ':');
        const QByteArray name = mark < 0 ? line : line.first(mark);
        const QByteArray value = mark < 0 ? QByteArray() : line.sliced(mark + 1).trimmed();
        if (first) {
            request.method = name;
            request.target = value;
        } else {
            request.fields.append(http::Field{name, value});
        }
        first = false;
    }
    return request;
}

} // namespace

// Whatever stands in a request, each scheme of the catalogue judges it and can say why, and nothing
// but the secret's owner verifies.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const http::Request request = requestOf(text);
    static const signature::SecretPtr secret = [] {
        QByteArray bytes = "0123456789abcdef0123456789abcdef";
        bytes.detach();
        return signature::Secret::take(QStringLiteral("fuzz"), bytes);
    }();
    const signature::Secrets secrets{secret};
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        const auto verdict = signature::verify(request, scheme, secrets, 1'795'428'000'000'000);
        const auto evidence
            = signature::explain(request, scheme, secrets, verdict, 1'795'428'000'000'000);
        Q_ASSERT(verdict.signature == signature::Signature::Verified || verdict.secret.isEmpty());
        Q_ASSERT(!evidence.signatureSentence.isEmpty());
    }
    return 0;
}
