// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/headers.h"
#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"

#include <QElapsedTimer>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int batches = 50;
constexpr int rounds = 2'000; // a batch
constexpr qint64 arrival = 1'795'428'000'000'000;

// Microseconds a call, of the fastest batch: what else the machine does only adds to it.
template <typename Call> double time(Call call)
{
    qint64 least = std::numeric_limits<qint64>::max();
    for (int batch = 0; batch < batches; ++batch) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < rounds; ++i)
            call();
        least = std::min(least, timer.nsecsElapsed());
    }
    return double(least) / rounds / 1000;
}

const uchar *bytes(QByteArrayView text) { return reinterpret_cast<const uchar *>(text.data()); }

// What OpenSSL alone takes for the HMAC of a text, and for the digests of others.
double openssl(QByteArrayView text, const QList<QByteArray> &hashed = {})
{
    return time([&] {
        uchar digest[EVP_MAX_MD_SIZE];
        unsigned size = 0;
        HMAC(EVP_sha256(), "0123456789abcdef0123456789abcdef", 32, bytes(text), size_t(text.size()),
             digest, &size);
        for (const QByteArray &other : hashed)
            EVP_Digest(other.data(), size_t(other.size()), digest, &size, EVP_sha256(), nullptr);
    });
}

// A token is signed instead of the body, and binds the digests of URL and body.
double opensslFor(const signature::Scheme &scheme, const http::Request &sent, double usual)
{
    if (scheme.type != signature::Type::Jws)
        return usual;
    const QByteArray token = http::value(sent.fields, scheme.signature.first().name).value();
    return openssl(QByteArrayView(token).first(token.lastIndexOf('.')),
                   {"https://localhost:8443" + sent.target, sent.body});
}

} // namespace

// Prints what a verification costs beside OpenSSL's own work for the same kilobyte, what the first
// look at the catalogue costs, and how many requests a second are judged.
int main()
{
    QElapsedTimer timer;
    timer.start();
    const auto &smile = signature::smile();
    std::printf("Smile's rule read in %.2f ms\n", double(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    const auto count = signature::allSchemes().size();
    std::printf("%lld schemes read in %.2f ms\n", qlonglong(count),
                double(timer.nsecsElapsed()) / 1e6);
    const QByteArray body(1024, 'x');
    const double usual = openssl("1795428000." + body);
    std::printf("%-24s %7.2f µs\n", "HMAC() of OpenSSL", usual);
    for (const auto &id : {u"smile"_s, u"stripe"_s, u"standard_webhooks"_s, u"github"_s,
                           u"twilio"_s, u"messagebird"_s}) {
        const auto scheme = id == smile.id ? smile : *signature::schemeById(id);
        const signature::Secrets secrets{signature::strangeSecret(scheme)};
        http::Request request{.method = "POST", .target = "/hook"};
        request.fields = {{"Host", "localhost:8443"},
                          {"User-Agent", "benchmark"},
                          {"Accept", "*/*"},
                          {"Content-Length", "1024"}};
        request.body = body;
        const auto sent = signature::sign(scheme, *secrets.front(), request,
                                          signature::timestampText(scheme, arrival));
        if (!sent)
            return 1;
        const double each = time([&] { (void)signature::verify(*sent, scheme, secrets, arrival); });
        const auto verdict = signature::verify(*sent, scheme, secrets, arrival);
        std::printf("%-24s %7.2f µs, %+.2f µs, %8.0f a second, %s\n", qPrintable(id), each,
                    each - opensslFor(scheme, *sent, usual), 1e6 / each,
                    qPrintable(word(verdict.signature)));
    }
}
