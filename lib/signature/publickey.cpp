// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/publickey.h"

#include "signature/jwk.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

constexpr qsizetype ed25519Size = 32;

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

QByteArray withoutSpace(QByteArrayView text)
{
    QByteArray result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return !isSpace(c); });
    return result;
}

const uchar *bytes(QByteArrayView text) { return reinterpret_cast<const uchar *>(text.data()); }

KeyPtr keyFromInfo(QByteArrayView der)
{
    const uchar *at = bytes(der);
    return KeyPtr(d2i_PUBKEY(nullptr, &at, long(der.size())));
}

KeyPtr keyFromCertificate(QByteArrayView der)
{
    const uchar *at = bytes(der);
    const CertificatePtr certificate(d2i_X509(nullptr, &at, long(der.size())));
    return KeyPtr(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

KeyPtr keyFromRaw(QByteArrayView raw)
{
    return KeyPtr(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(raw), size_t(raw.size())));
}

KeyPtr keyFromRsa(QByteArrayView der)
{
    const uchar *at = bytes(der);
    return KeyPtr(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &at, long(der.size())));
}

std::optional<QByteArray> fromBase64(const QByteArray &text)
{
    auto result = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!result || (*result).isEmpty())
        return {};
    return std::move(*result);
}

// The first block counts; its lines may have become one.
KeyPtr keyFromPem(QByteArrayView text, KeyFault &fault)
{
    constexpr QByteArrayView begin("-----BEGIN ");
    constexpr QByteArrayView dashes("-----");
    const qsizetype labelAt = text.indexOf(begin) + begin.size();
    const qsizetype labelEnd = text.indexOf(dashes, labelAt);
    if (labelEnd < 0)
        return {};
    const QByteArrayView label = text.sliced(labelAt, labelEnd - labelAt);
    if (label.contains("PRIVATE KEY")) {
        fault = KeyFault::Private;
        return {};
    }
    const qsizetype dataAt = labelEnd + dashes.size();
    const qsizetype dataEnd = text.indexOf(dashes, dataAt);
    if (dataEnd < 0)
        return {};
    const auto der = fromBase64(withoutSpace(text.sliced(dataAt, dataEnd - dataAt)));
    if (!der)
        return {};
    if (label.contains("CERTIFICATE"))
        return keyFromCertificate(*der);
    return label == "RSA PUBLIC KEY" ? keyFromRsa(*der) : keyFromInfo(*der);
}

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const char letter = char(c | 0x20);
        return (c >= '0' && c <= '9') || (letter >= 'a' && letter <= 'f');
    });
}

KeyPtr keyFromBare(QByteArrayView text, KeyFault &fault)
{
    QByteArray bare = withoutSpace(text);
    if (bare.startsWith("whsk_")) {
        fault = KeyFault::Private;
        return {};
    }
    if (bare.startsWith("whpk_"))
        bare.remove(0, 5);
    else if (bare.size() == 2 * ed25519Size && isHex(bare))
        return keyFromRaw(QByteArray::fromHex(bare));
    const auto raw = fromBase64(bare);
    if (!raw)
        return {};
    return raw->size() == ed25519Size ? keyFromRaw(*raw) : keyFromInfo(*raw);
}

bool fits(const Scheme &scheme, const EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    switch (scheme.type) {
    case Type::Ed25519:
        return kind == EVP_PKEY_ED25519;
    case Type::Ecdsa:
        return kind == EVP_PKEY_EC;
    case Type::Rsa:
        return kind == EVP_PKEY_RSA;
    default:
        return kind == EVP_PKEY_ED25519 || kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA;
    }
}

const EVP_MD *algorithm(Hash hash)
{
    constexpr std::array all{EVP_md5, EVP_sha1, EVP_sha256, EVP_sha384, EVP_sha512};
    return all[size_t(hash)]();
}

} // namespace

PublicKeys readPublicKeys(const Scheme &scheme, QByteArrayView text)
{
    // What OpenSSL notes of our tries must not reach a TLS socket of this thread.
    ERR_set_mark();
    PublicKeys all;
    if (text.trimmed().startsWith('{')) {
        all.keys = readJwks(text.trimmed());
    } else {
        KeyPtr key = text.contains("-----BEGIN ") ? keyFromPem(text, all.fault)
                                                  : keyFromBare(text, all.fault);
        if (key)
            all.keys.push_back({std::move(key), {}});
    }
    ERR_pop_to_mark();
    if (all.keys.empty() && all.fault == KeyFault::None)
        all.fault = KeyFault::Unreadable;
    std::erase_if(all.keys, [&](const PublicKey &key) { return !fits(scheme, key.key.get()); });
    if (all.keys.empty() && all.fault == KeyFault::None)
        all.fault = KeyFault::OtherKind;
    return all;
}

const PublicKeys &publicKeys(const Scheme &scheme, const SecretPtr &secret)
{
    struct Kept {
        std::weak_ptr<const Secret> secret;
        Type type = Type::Hmac;
        PublicKeys keys;
    };
    thread_local std::array<Kept, 4> kept;
    thread_local size_t next = 0;
    for (const Kept &one : kept) {
        const bool same = !one.secret.owner_before(secret) && !secret.owner_before(one.secret);
        if (same && one.type == scheme.type)
            return one.keys;
    }
    Kept &one = kept[next++ % kept.size()];
    one.keys = readPublicKeys(scheme, secret->bytes());
    one.secret = secret;
    one.type = scheme.type;
    return one.keys;
}

bool verifies(EVP_PKEY *key, std::optional<Hash> hash, QByteArrayView signature,
              QByteArrayView message)
{
    ERR_set_mark();
    const DigestContextPtr context(EVP_MD_CTX_new());
    const EVP_MD *md = hash ? algorithm(*hash) : nullptr;
    const bool good = context && EVP_DigestVerifyInit(context.get(), nullptr, md, nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()),
                            bytes(message), size_t(message.size()))
            == 1;
    ERR_pop_to_mark();
    return good;
}

bool isKeyOf(QByteArrayView algorithm, const EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (algorithm == "EdDSA")
        return kind == EVP_PKEY_ED25519;
    if (algorithm.startsWith("RS"))
        return kind == EVP_PKEY_RSA;
    const int bits = algorithm.endsWith("256") ? 256 : algorithm.endsWith("384") ? 384 : 521;
    return algorithm.startsWith("ES") && kind == EVP_PKEY_EC && EVP_PKEY_get_bits(key) == bits;
}

QByteArray derFromPair(QByteArrayView pair)
{
    if (pair.isEmpty() || pair.size() % 2 != 0)
        return {};
    const int half = int(pair.size() / 2);
    const PairPtr numbers(ECDSA_SIG_new());
    NumberPtr r(BN_bin2bn(bytes(pair), half, nullptr));
    NumberPtr s(BN_bin2bn(bytes(pair) + half, half, nullptr));
    if (!numbers || !r || !s || ECDSA_SIG_set0(numbers.get(), r.get(), s.get()) != 1)
        return {};
    r.release(); // The pair owns them now.
    s.release();
    const int size = i2d_ECDSA_SIG(numbers.get(), nullptr);
    QByteArray der(std::max(size, 0), Qt::Uninitialized);
    auto *at = reinterpret_cast<uchar *>(der.data());
    i2d_ECDSA_SIG(numbers.get(), &at);
    return der;
}

bool isDerPair(QByteArrayView der)
{
    ERR_set_mark();
    const uchar *at = bytes(der);
    const PairPtr numbers(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    ERR_pop_to_mark();
    return numbers && at == bytes(der) + der.size();
}

} // namespace signature
