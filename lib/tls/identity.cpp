// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/identity.h"

#include "tls/pem.h"
#include "tls/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>

#include <openssl/err.h>

#include <algorithm>

namespace tls
{

using core::Error;
using core::ErrorKind;
using core::Result;
using core::Status;

static QString tr(const char *text) { return QCoreApplication::translate("tls", text); }

static Error refusal(const QString &file, const QString &why, ErrorKind kind = ErrorKind::Unusable)
{
    return {kind, tr("Cannot use the certificate in %1.").arg(file), why};
}

static QString nameOf(X509 *certificate)
{
    const QSslCertificate shown = toQt(certificate);
    const QString common = shown.subjectInfo(QSslCertificate::CommonName).value(0);
    const QStringList names = shown.subjectAlternativeNames().values(QSsl::DnsEntry);
    return common.isEmpty() ? names.value(0, shown.subjectDisplayName()) : common;
}

static QString shownDate(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC).toString(Qt::ISODate);
}

static Status checkDates(const Certificates &chain, const QString &file)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    for (const CertificatePtr &certificate : chain) {
        const qint64 from = validFrom(certificate.get());
        const qint64 until = validUntil(certificate.get());
        if (now > until)
            return refusal(file,
                           tr("The certificate of “%1” expired on %2.")
                               .arg(nameOf(certificate.get()), shownDate(until)),
                           ErrorKind::Expired);
        if (now < from)
            return refusal(file,
                           tr("The certificate of “%1” is not valid before %2. Is this "
                              "machine's clock right?")
                               .arg(nameOf(certificate.get()), shownDate(from)));
    }
    return core::Done{};
}

// Why no sender could use such a key; nothing where one can.
static QString objection(EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return tr("Its key is neither RSA nor ECDSA, and senders cannot be relied on to take it.");
    if (kind == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 2048)
        return tr("Its RSA key has %1 bits; senders refuse fewer than 2048.")
            .arg(EVP_PKEY_get_bits(key));
    char group[64] = {};
    if (kind == EVP_PKEY_EC)
        EVP_PKEY_get_group_name(key, group, sizeof group, nullptr);
    const QByteArrayView curve(group);
    if (kind == EVP_PKEY_EC && curve != "prime256v1" && curve != "secp384r1"
        && curve != "secp521r1")
        return tr("Its key is on the curve %1, which TLS does not take. Use P-256.")
            .arg(QLatin1StringView(curve));
    return {};
}

// Asks OpenSSL itself, at the level that today's clients hold a server to.
static QString objection(X509 *leaf, EVP_PKEY *key)
{
    const SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_set_security_level(context.get(), 2);
    ERR_clear_error();
    if (SSL_CTX_use_certificate(context.get(), leaf) == 1
        && SSL_CTX_use_PrivateKey(context.get(), key) == 1)
        return {};
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return tr("OpenSSL refuses it: %1.").arg(QLatin1StringView(reason));
}

static void moveToFront(Certificates &chain, size_t from, size_t to)
{
    std::rotate(chain.begin() + qsizetype(to), chain.begin() + qsizetype(from),
                chain.begin() + qsizetype(from) + 1);
}

// Puts the key's certificate first and each one's issuer behind it, and leaves out what does not
// belong; senders follow the order. False when no certificate is the key's.
static bool sortChain(Certificates &chain, EVP_PKEY *key)
{
    const auto own = std::ranges::find_if(chain, [key](const CertificatePtr &one) {
        return X509_check_private_key(one.get(), key) == 1;
    });
    ERR_clear_error();
    if (own == chain.end())
        return false;
    moveToFront(chain, size_t(own - chain.begin()), 0);
    size_t sorted = 1;
    for (size_t next = sorted; next < chain.size(); ++next) {
        if (X509_check_issued(chain[next].get(), chain[sorted - 1].get()) != X509_V_OK)
            continue;
        moveToFront(chain, next, sorted);
        next = sorted++;
    }
    chain.resize(sorted);
    return true;
}

static Result<Identity> assemble(Certificates chain, EVP_PKEY *key, const QString &file)
{
    if (!sortChain(chain, key))
        return refusal(file, tr("The private key belongs to another certificate."));
    if (const Status dates = checkDates(chain, file); !dates)
        return dates.error();
    QString why = objection(key);
    if (why.isEmpty())
        why = objection(chain.front().get(), key);
    if (!why.isEmpty())
        return refusal(file, why);
    Identity identity{.key = toQt(key), .chain = {}};
    for (const CertificatePtr &certificate : chain)
        identity.chain.append(toQt(certificate.get()));
    return identity;
}

static QString reasonWithoutCertificate(const QByteArray &bytes)
{
    if (bytes.contains("-----BEGIN "))
        return tr("It holds no certificate.");
    const auto *start = reinterpret_cast<const unsigned char *>(bytes.data());
    if (Pkcs12Ptr(d2i_PKCS12(nullptr, &start, long(bytes.size()))))
        return tr("It is a PKCS#12 file, not PEM.");
    return tr("It is not a PEM file.");
}

Result<Identity> identityFromPem(const QString &chainFile, const QString &keyFile,
                                 const QString &password)
{
    const Result<QByteArray> chainPem = readSmallFile(chainFile);
    if (!chainPem)
        return chainPem.error();
    Result<QByteArray> keyPem = readSmallFile(keyFile);
    if (!keyPem)
        return keyPem.error();
    Result<Certificates> chain = certificatesFromPem(*chainPem, chainFile);
    if (!chain)
        return chain.error();
    if (chain->empty())
        return refusal(chainFile, reasonWithoutCertificate(*chainPem));
    const Result<KeyPtr> key = keyFromPem(*keyPem, keyFile, password);
    OPENSSL_cleanse(keyPem->data(), size_t(keyPem->size()));
    if (!key)
        return key.error();
    return assemble(std::move(*chain), key->get(), chainFile);
}

static Error withoutContents(PKCS12 *bundle, const QString &file, const QByteArray &password)
{
    if (needsLegacyProvider())
        return refusal(
            file,
            tr("It is encrypted with an old cipher (such as RC2) that OpenSSL keeps in its legacy "
               "provider. Rewrite it: openssl pkcs12 -legacy -in OLD -nodes -out all.pem, then "
               "openssl pkcs12 -export -in all.pem -out NEW."));
    const bool checked = PKCS12_mac_present(bundle) == 1;
    if (checked && PKCS12_verify_mac(bundle, password.data(), -1) == 1)
        return refusal(file, tr("It is damaged."));
    return refusal(file,
                   password.isEmpty() ? tr("It needs its password.") : tr("The password is wrong."),
                   ErrorKind::PasswordNeeded);
}

Result<Identity> identityFromPkcs12(const QString &file, const QString &password)
{
    const Result<QByteArray> bytes = readSmallFile(file);
    if (!bytes)
        return bytes.error();
    const auto *start = reinterpret_cast<const unsigned char *>(bytes->data());
    const Pkcs12Ptr bundle(d2i_PKCS12(nullptr, &start, long(bytes->size())));
    if (!bundle) {
        ERR_clear_error();
        return refusal(file, tr("It is not a PKCS#12 file."));
    }
    QByteArray passwordBytes = password.toUtf8();
    EVP_PKEY *key = nullptr;
    X509 *leaf = nullptr;
    STACK_OF(X509) *others = nullptr;
    ERR_clear_error();
    const int parsed = PKCS12_parse(bundle.get(), passwordBytes.data(), &key, &leaf, &others);
    const KeyPtr ownedKey(key);
    CertificatePtr ownedLeaf(leaf);
    const CertificatesPtr ownedOthers(others);
    const Error unopened
        = parsed == 1 ? Error() : withoutContents(bundle.get(), file, passwordBytes);
    OPENSSL_cleanse(passwordBytes.data(), size_t(passwordBytes.size()));
    ERR_clear_error();
    if (parsed != 1)
        return unopened;
    if (!key || !leaf)
        return refusal(file,
                       key ? tr("It holds no certificate for its private key.")
                           : tr("It holds no private key."));
    Certificates chain;
    chain.push_back(std::move(ownedLeaf));
    while (sk_X509_num(others) > 0)
        chain.emplace_back(sk_X509_shift(others));
    return assemble(std::move(chain), key, file);
}

QString fingerprint(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex(':')).toUpper();
}

} // namespace tls
