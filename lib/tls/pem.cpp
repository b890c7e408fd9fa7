// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/pem.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>

namespace tls
{

using core::Error;
using core::ErrorKind;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

static BioPtr reading(const QByteArray &bytes)
{
    return BioPtr(BIO_new_mem_buf(bytes.data(), int(bytes.size())));
}

core::Result<Certificates> certificatesFromPem(const QByteArray &pem, const QString &file)
{
    const BioPtr bio = reading(pem);
    Certificates certificates;
    ERR_clear_error();
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        certificates.emplace_back(certificate);
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE)
        return certificates;
    return Error{ErrorKind::Unusable, tr("Cannot read the certificate in %1.").arg(file),
                 tr("It is damaged.")};
}

namespace
{
struct Asked {
    QByteArrayView password;
    bool asked = false;
};
} // namespace

static int givePassword(char *buffer, int size, int, void *data)
{
    auto *asked = static_cast<Asked *>(data);
    asked->asked = true;
    if (asked->password.isEmpty() || asked->password.size() > size)
        return -1;
    memcpy(buffer, asked->password.data(), size_t(asked->password.size()));
    return int(asked->password.size());
}

bool needsLegacyProvider()
{
    bool found = false;
    while (const unsigned long code = ERR_get_error())
        found = found
            || (ERR_GET_LIB(code) == ERR_LIB_EVP // others say it of what a wrong password leaves
                && (ERR_GET_REASON(code) == ERR_R_UNSUPPORTED
                    || ERR_GET_REASON(code) == EVP_R_UNSUPPORTED_ALGORITHM));
    return found;
}

static Error withoutKey(const Asked &asked, const QByteArray &pem)
{
    const auto because = [](const QString &why, ErrorKind kind = ErrorKind::Unusable) {
        return Error{.kind = kind, .what = {}, .why = why};
    };
    if (asked.asked && asked.password.isEmpty())
        return because(tr("The key is encrypted and needs its password."),
                       ErrorKind::PasswordNeeded);
    if (asked.asked && needsLegacyProvider())
        return because(
            tr("It is encrypted with a cipher that is no longer supported. Encrypt it "
               "anew with \"openssl pkcs8 -topk8 -provider legacy -provider default\"."));
    if (asked.asked)
        return because(tr("The password is wrong."), ErrorKind::PasswordNeeded);
    if (!pem.contains("-----BEGIN "))
        return because(tr("It is not a PEM file."));
    if (!pem.contains("PRIVATE KEY-----"))
        return because(tr("It holds no private key."));
    return because(tr("The private key is damaged."));
}

core::Result<KeyPtr> keyFromPem(const QByteArray &pem, const QString &file, const QString &password)
{
    const BioPtr bio = reading(pem);
    QByteArray bytes = password.toUtf8();
    const auto wiped = qScopeGuard([&] { OPENSSL_cleanse(bytes.data(), size_t(bytes.size())); });
    Asked asked{.password = bytes};
    ERR_clear_error();
    KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassword, &asked));
    if (!key) {
        Error error = withoutKey(asked, pem);
        error.what = tr("Cannot read the private key in %1.").arg(file);
        ERR_clear_error();
        return error;
    }
    return key;
}

static QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

QByteArray toPem(X509 *certificate)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? contents(bio.get()) : QByteArray();
}

QByteArray toPem(EVP_PKEY *key)
{
    const BioPtr bio(BIO_new(BIO_s_secmem()));
    const int done
        = PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return done == 1 ? contents(bio.get()) : QByteArray();
}

QSslCertificate toQt(X509 *certificate) { return QSslCertificate(toPem(certificate), QSsl::Pem); }

QSslKey toQt(EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return {};
    QByteArray pem = toPem(key);
    QSslKey made(pem, kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec);
    OPENSSL_cleanse(pem.data(), size_t(pem.size()));
    return made;
}

static qint64 microseconds(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return 0;
    return qint64(timegm(&parts)) * 1'000'000;
}

qint64 validFrom(const X509 *certificate) { return microseconds(X509_get0_notBefore(certificate)); }

qint64 validUntil(const X509 *certificate) { return microseconds(X509_get0_notAfter(certificate)); }

} // namespace tls
