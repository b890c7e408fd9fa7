// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/mac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

namespace signature
{

namespace
{

struct Free {
    void operator()(EVP_MAC *mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

// As in tls/opensslptr.h: a thread that still ends when the process does frees its own state.
[[maybe_unused]] const bool untidied = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

// Out of memory or without SHA-256 nothing can be judged, and a wrong verdict is worse than none.
void demand(bool done)
{
    if (!done)
        qFatal("Cannot compute a SHA-256 with this OpenSSL.");
}

// Looking up an algorithm costs more than a short HMAC: each thread does it once.
class Hmac
{
public:
    Hmac()
        : m_mac(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr))
        , m_context(EVP_MAC_CTX_new(m_mac.get()))
    {
        char digest[] = "SHA256";
        const OSSL_PARAM parameters[] = {
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
            OSSL_PARAM_construct_end(),
        };
        demand(m_context && EVP_MAC_CTX_set_params(m_context.get(), parameters) == 1);
    }

    void start(QByteArrayView key)
    {
        const auto *bytes = reinterpret_cast<const uchar *>(key.data());
        demand(EVP_MAC_init(m_context.get(), bytes, size_t(key.size()), nullptr) == 1);
    }

    void add(QByteArrayView piece)
    {
        const auto *bytes = reinterpret_cast<const uchar *>(piece.data());
        demand(EVP_MAC_update(m_context.get(), bytes, size_t(piece.size())) == 1);
    }

    Digest finish()
    {
        Digest digest;
        size_t length = 0;
        demand(EVP_MAC_final(m_context.get(), digest.data(), &length, digest.size()) == 1);
        // A context keeps its key until it gets the next one: give it one that is no secret.
        start("-");
        return digest;
    }

private:
    std::unique_ptr<EVP_MAC, Free> m_mac;
    std::unique_ptr<EVP_MAC_CTX, Free> m_context;
};

} // namespace

Digest hmacSha256(QByteArrayView key, std::initializer_list<QByteArrayView> pieces)
{
    Q_ASSERT(!key.isEmpty());
    thread_local Hmac hmac;
    hmac.start(key);
    for (const QByteArrayView piece : pieces)
        hmac.add(piece);
    return hmac.finish();
}

Digest sha256(QByteArrayView bytes)
{
    Digest digest;
    demand(EVP_Digest(bytes.data(), size_t(bytes.size()), digest.data(), nullptr, EVP_sha256(),
                      nullptr)
           == 1);
    return digest;
}

bool sameDigest(const Digest &a, const Digest &b)
{
    return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace signature
