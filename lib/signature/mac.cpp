// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/mac.h"

#include "signature/opensslptr.h"
#include "signature/secretinput.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>

namespace signature
{

namespace
{

constexpr size_t hashes = 5;

// As in tls/opensslptr.h: a thread that still ends when the process does frees its own state.
[[maybe_unused]] const bool untidied = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

// Out of memory or without the hash nothing can be judged, and a wrong verdict is worse than none.
void demand(bool done)
{
    if (!done)
        qFatal("Cannot compute a digest with this OpenSSL.");
}

const char *nameOf(Hash hash)
{
    constexpr std::array names{"MD5", "SHA1", "SHA256", "SHA384", "SHA512"};
    return names[size_t(hash)];
}

const uchar *bytes(QByteArrayView piece) { return reinterpret_cast<const uchar *>(piece.data()); }

thread_local bool keepsKeys = false;

// Looking up an algorithm costs more than a short HMAC: each thread does it once.
class Hmac
{
public:
    explicit Hmac(Hash hash)
        : m_mac(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr))
        , m_context(EVP_MAC_CTX_new(m_mac.get()))
        , m_size(digestSize(hash))
    {
        const OSSL_PARAM parameters[] = {
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST,
                                             const_cast<char *>(nameOf(hash)), 0),
            OSSL_PARAM_construct_end(),
        };
        demand(m_context && EVP_MAC_CTX_set_params(m_context.get(), parameters) == 1);
    }

    ~Hmac() { wipe(m_key); }
    Q_DISABLE_COPY_MOVE(Hmac)

    Digest compute(QByteArrayView key, ByteViews pieces)
    {
        start(key);
        for (const QByteArrayView piece : pieces)
            demand(EVP_MAC_update(m_context.get(), bytes(piece), size_t(piece.size())) == 1);
        Digest digest(m_size);
        size_t length = 0;
        demand(EVP_MAC_final(m_context.get(), digest.data(), &length, Digest::largest) == 1);
        // A context keeps its key until it gets the next one: give it one that is no secret.
        if (!keepsKeys)
            setKey("-");
        return digest;
    }

    void forget()
    {
        if (!m_key.isEmpty())
            setKey("-");
        wipe(m_key);
    }

private:
    void start(QByteArrayView key)
    {
        if (sameBytes(key, m_key)) {
            demand(EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) == 1);
            return;
        }
        setKey(key);
        wipe(m_key);
        if (keepsKeys)
            m_key.append(key);
    }

    void setKey(QByteArrayView key)
    {
        demand(EVP_MAC_init(m_context.get(), bytes(key), size_t(key.size()), nullptr) == 1);
    }

    MacPtr m_mac;
    MacContextPtr m_context;
    size_t m_size;
    QByteArray m_key; // that is kept
};

class Hasher
{
public:
    explicit Hasher(Hash hash)
        : m_algorithm(EVP_MD_fetch(nullptr, nameOf(hash), nullptr))
        , m_context(EVP_MD_CTX_new())
        , m_size(digestSize(hash))
    {
        demand(m_algorithm && m_context);
    }

    Digest compute(ByteViews pieces)
    {
        demand(EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr) == 1);
        for (const QByteArrayView piece : pieces)
            demand(EVP_DigestUpdate(m_context.get(), piece.data(), size_t(piece.size())) == 1);
        Digest digest(m_size);
        demand(EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr) == 1);
        return digest;
    }

private:
    DigestPtr m_algorithm;
    DigestContextPtr m_context;
    size_t m_size;
};

template <typename Algorithm> auto &allOnThisThread()
{
    thread_local std::array<std::unique_ptr<Algorithm>, hashes> all;
    return all;
}

template <typename Algorithm> Algorithm &onThisThread(Hash hash)
{
    std::unique_ptr<Algorithm> &one = allOnThisThread<Algorithm>()[size_t(hash)];
    if (!one)
        one = std::make_unique<Algorithm>(hash);
    return *one;
}

} // namespace

size_t digestSize(Hash hash)
{
    constexpr std::array<size_t, hashes> sizes{16, 20, 32, 48, 64};
    return sizes[size_t(hash)];
}

Digest hmac(Hash hash, QByteArrayView key, ByteViews pieces)
{
    Q_ASSERT(!key.isEmpty());
    return onThisThread<Hmac>(hash).compute(key, pieces);
}

Digest hmac(Hash hash, QByteArrayView key, std::initializer_list<QByteArrayView> pieces)
{
    return hmac(hash, key, ByteViews(pieces.begin(), pieces.size()));
}

void keepKeys()
{
    forgetKeys();
    keepsKeys = true;
}

void forgetKeys()
{
    keepsKeys = false;
    for (const auto &one : allOnThisThread<Hmac>()) {
        if (one)
            one->forget();
    }
}

Digest digest(Hash hash, ByteViews pieces) { return onThisThread<Hasher>(hash).compute(pieces); }

Digest digest(Hash hash, QByteArrayView text) { return digest(hash, ByteViews(&text, 1)); }

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

bool sameDigest(const Digest &a, const Digest &b) { return sameBytes(a.view(), b.view()); }

} // namespace signature
