// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/pem.h"

#include <QDateTime>
#include <QFile>

#include <openssl/pem.h>

// Certificates of any kind, good and bad ones, for tests.
namespace support
{

struct Issued {
    tls::KeyPtr key;
    tls::CertificatePtr certificate;

    QByteArray pem() const { return tls::toPem(certificate.get()); }
    QByteArray keyPem() const { return tls::toPem(key.get()); }
};

struct Wanted {
    QByteArray name = "localhost"; // the subject's common name
    QByteArray alternatives = "DNS:localhost,IP:127.0.0.1,IP:::1"; // empty: none
    int fromDay = -1; // relative to today
    int untilDay = 30;
    bool authority = false;
    const Issued *issuer = nullptr; // none: self-signed
    const EVP_MD *digest = EVP_sha256();
};

inline void extend(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const tls::ExtensionPtr extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension.get(), -1);
}

inline tls::KeyPtr ecKey(const char *curve = "P-256") { return tls::KeyPtr(EVP_EC_gen(curve)); }

inline tls::KeyPtr rsaKey(unsigned bits = 2048) { return tls::KeyPtr(EVP_RSA_gen(bits)); }

inline Issued issue(const Wanted &wanted = {}, tls::KeyPtr key = ecKey())
{
    static long serial = 1000;
    Issued issued{.key = std::move(key), .certificate = tls::CertificatePtr(X509_new())};
    X509 *certificate = issued.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 86'400L * wanted.fromDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86'400L * wanted.untilDay);
    X509_set_pubkey(certificate, issued.key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wanted.name.constData()),
                               int(wanted.name.size()), -1, 0);
    const Issued &issuer = wanted.issuer ? *wanted.issuer : issued;
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer.certificate.get()));
    extend(certificate, NID_basic_constraints, wanted.authority ? "critical,CA:TRUE" : "CA:FALSE");
    if (!wanted.authority && !wanted.alternatives.isEmpty())
        extend(certificate, NID_subject_alt_name, wanted.alternatives);
    X509_sign(certificate, issuer.key.get(), wanted.digest);
    return issued;
}

inline QByteArray encryptedKeyPem(EVP_PKEY *key, const QByteArray &password)
{
    const tls::BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, EVP_aes_256_cbc(), password.data(),
                                  int(password.size()), nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

// `cipher`: a PBE's number for key and certificates; 0: OpenSSL's own choice, -1: not encrypted.
inline QByteArray pkcs12(const Issued &issued, const QByteArray &password, int cipher = 0)
{
    const tls::Pkcs12Ptr bundle(PKCS12_create(password.constData(), "test", issued.key.get(),
                                              issued.certificate.get(), nullptr, cipher, cipher, 0,
                                              0, 0));
    Q_ASSERT(bundle);
    unsigned char *data = nullptr;
    const int size = i2d_PKCS12(bundle.get(), &data);
    const tls::BytesPtr owned(data);
    return {reinterpret_cast<const char *>(data), size};
}

inline QByteArray contents(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

inline QString write(const QString &file, const QByteArray &bytes)
{
    QFile device(file);
    if (device.open(QIODevice::WriteOnly))
        device.write(bytes);
    return file;
}

} // namespace support
