// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/issuing.h"

#include "tls/pem.h"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include <algorithm>

namespace tls
{

static constexpr qint64 second = 1'000'000;
static constexpr qint64 day = 86'400 * second;
static constexpr qint64 authorityDays = 3652;
static constexpr qint64 leafDays = 396;
static constexpr qint64 clockSkew = day; // A client whose clock is a little behind takes it too.

KeyPtr newKey() { return KeyPtr(EVP_EC_gen("P-256")); }

static bool addExtension(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

static bool setSerial(X509 *certificate)
{
    const NumberPtr number(BN_new());
    return number && BN_rand(number.get(), 128, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

static bool addName(X509_NAME *name, const char *kind, const QByteArray &value)
{
    return X509_NAME_add_entry_by_txt(name, kind, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(value.data()),
                                      int(value.size()), -1, 0)
        == 1;
}

static bool setValidity(X509 *certificate, qint64 from, qint64 until)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(from / second))
        && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(until / second));
}

// Two machines' authorities in one trust store are told apart by a part of the key's digest.
static QByteArray authorityName(EVP_PKEY *key)
{
    unsigned char *encoded = nullptr;
    const int size = i2d_PUBKEY(key, &encoded);
    const BytesPtr owned(encoded);
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (size < 0 || EVP_Digest(encoded, size_t(size), digest, nullptr, EVP_sha256(), nullptr) != 1)
        return {};
    const QByteArray start(reinterpret_cast<const char *>(digest), 4);
    return "Hookglass local authority " + start.toHex();
}

static CertificatePtr blank(EVP_PKEY *key, qint64 from, qint64 until)
{
    CertificatePtr made(X509_new());
    const bool done = made && X509_set_version(made.get(), X509_VERSION_3) == 1
        && setSerial(made.get()) && setValidity(made.get(), from, until)
        && X509_set_pubkey(made.get(), key) == 1
        && addName(X509_get_subject_name(made.get()), "O", "Hookglass");
    return done ? std::move(made) : nullptr;
}

CertificatePtr newAuthority(EVP_PKEY *key, qint64 now)
{
    CertificatePtr made = blank(key, now - clockSkew, now + authorityDays * day - clockSkew);
    if (!made)
        return nullptr;
    X509 *certificate = made.get();
    X509_NAME *name = X509_get_subject_name(certificate);
    // Kinds of names without a permitted one would be free: mail and URI get a name nobody has.
    const bool done = addName(name, "CN", authorityName(key))
        && X509_set_issuer_name(certificate, name) == 1
        && addExtension(certificate, certificate, NID_basic_constraints,
                        "critical,CA:TRUE,pathlen:0")
        && addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(certificate, certificate, NID_name_constraints,
                        "critical,permitted;DNS:localhost,"
                        "permitted;IP:127.0.0.1/255.255.255.255,"
                        "permitted;IP:::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,"
                        "permitted;email:hookglass.invalid,permitted;URI:hookglass.invalid")
        && addExtension(certificate, certificate, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, certificate, NID_subject_key_identifier, "hash")
        && addExtension(certificate, certificate, NID_authority_key_identifier, "keyid:always")
        && X509_sign(certificate, key, EVP_sha256()) > 0;
    return done ? std::move(made) : nullptr;
}

CertificatePtr newLeaf(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey, qint64 now)
{
    CertificatePtr made = blank(key, std::max(now - clockSkew, validFrom(authority)),
                                std::min(now + leafDays * day, validUntil(authority)));
    if (!made)
        return nullptr;
    X509 *certificate = made.get();
    const bool done = addName(X509_get_subject_name(certificate), "CN", "localhost")
        && X509_set_issuer_name(certificate, X509_get_subject_name(authority)) == 1
        && addExtension(certificate, authority, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate, authority, NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate, authority, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, authority, NID_subject_alt_name,
                        "DNS:localhost,IP:127.0.0.1,IP:::1")
        && addExtension(certificate, authority, NID_subject_key_identifier, "hash")
        && addExtension(certificate, authority, NID_authority_key_identifier, "keyid:always")
        && X509_sign(certificate, authorityKey, EVP_sha256()) > 0;
    return done ? std::move(made) : nullptr;
}

} // namespace tls
