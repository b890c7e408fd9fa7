// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/jwk.h"

#include "json/document.h"
#include "json/lookup.h"
#include "json/pointer.h"
#include "signature/digesttext.h"

#include <openssl/core_names.h>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr size_t mostKeys = 32; // of a set

QByteArray number(const QString &text)
{
    return decoded(text.toLatin1(), Encoding::Base64Url).value_or(QByteArray());
}

KeyPtr keyFrom(const char *kind, OSSL_PARAM *parameters)
{
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY *key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        return {};
    return KeyPtr(key);
}

KeyPtr curveKey(const QString &curve, const QByteArray &x, const QByteArray &y)
{
    const qsizetype size = curve == "P-256"_L1 ? 32 : curve == "P-384"_L1 ? 48 : 66;
    if ((size == 66 && curve != "P-521"_L1) || x.size() != size || y.size() != size)
        return {};
    QByteArray group = curve.toLatin1();
    QByteArray point = '\x04' + x + y;
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                          size_t(point.size())),
        OSSL_PARAM_construct_end(),
    };
    return keyFrom("EC", parameters);
}

KeyPtr rsaKey(const QByteArray &modulus, const QByteArray &exponent)
{
    const auto big = [](const QByteArray &bytes) {
        return NumberPtr(
            BN_bin2bn(reinterpret_cast<const uchar *>(bytes.data()), int(bytes.size()), nullptr));
    };
    const NumberPtr n = big(modulus);
    const NumberPtr e = big(exponent);
    const ParameterBuildPtr build(OSSL_PARAM_BLD_new());
    if (!n || !e || !build || modulus.isEmpty() || exponent.isEmpty()
        || OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return {};
    const ParametersPtr parameters(OSSL_PARAM_BLD_to_param(build.get()));
    return parameters ? keyFrom("RSA", parameters.get()) : KeyPtr();
}

KeyPtr octetKey(const QString &curve, const QByteArray &x)
{
    if (curve != "Ed25519"_L1 || x.size() != 32)
        return {};
    return KeyPtr(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                              reinterpret_cast<const uchar *>(x.data()), 32));
}

PublicKey readJwk(QByteArrayView text)
{
    const QList<QString> values
        = json::lookup(text, {"/kty", "/crv", "/x", "/y", "/n", "/e", "/kid"});
    PublicKey key{.id = values[6].toUtf8()};
    if (values[0] == "EC"_L1)
        key.key = curveKey(values[1], number(values[2]), number(values[3]));
    else if (values[0] == "RSA"_L1)
        key.key = rsaKey(number(values[4]), number(values[5]));
    else if (values[0] == "OKP"_L1)
        key.key = octetKey(values[1], number(values[2]));
    return key;
}

} // namespace

std::vector<PublicKey> readJwks(QByteArrayView text)
{
    std::vector<PublicKey> keys;
    const auto take = [&](QByteArrayView one) {
        PublicKey key = readJwk(one);
        if (key.key && keys.size() < mostKeys)
            keys.push_back(std::move(key));
    };
    const auto parsed = json::Document::parse(text.toByteArray());
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document)
        return keys;
    const auto set = json::resolve(*document, "/keys");
    if (!set) {
        take(text);
        return keys;
    }
    for (auto node = *set + 1; node < document->after(*set); node = document->after(node))
        take(document->value(node));
    return keys;
}

} // namespace signature
