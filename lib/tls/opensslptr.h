// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tls
{

// OpenSSL does not tidy up when the process ends: QThread::wait() returns shortly before its thread
// is over, and that one still frees its own state with what tidying up takes away. Runs before
// main().
inline const bool untidied = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

// Calls OpenSSL's own function to free what it made.
template <auto release> struct Release {
    template <typename T> void operator()(T *object) const { release(object); }
};

inline void releaseCertificates(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}

inline void releaseBytes(unsigned char *bytes) { OPENSSL_free(bytes); }

using BioPtr = std::unique_ptr<BIO, Release<BIO_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using CertificatePtr = std::unique_ptr<X509, Release<X509_free>>;
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), Release<releaseCertificates>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using Pkcs12Ptr = std::unique_ptr<PKCS12, Release<PKCS12_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using SslContextPtr = std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>>;
using BytesPtr = std::unique_ptr<unsigned char, Release<releaseBytes>>;

} // namespace tls
