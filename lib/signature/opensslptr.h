// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <memory>

namespace signature
{

// Calls OpenSSL's own function to free what it made.
template <auto release> struct Release {
    template <typename T> void operator()(T *object) const { release(object); }
};

using CertificatePtr = std::unique_ptr<X509, Release<X509_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using DigestPtr = std::unique_ptr<EVP_MD, Release<EVP_MD_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using MacContextPtr = std::unique_ptr<EVP_MAC_CTX, Release<EVP_MAC_CTX_free>>;
using MacPtr = std::unique_ptr<EVP_MAC, Release<EVP_MAC_free>>;
using PairPtr = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using ParameterBuildPtr = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using ParametersPtr = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;

} // namespace signature
