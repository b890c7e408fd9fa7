// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/configuration.h"

#include <QSslCipher>
#include <QSslEllipticCurve>

namespace tls
{

using namespace Qt::Literals::StringLiterals;

static QList<QSslCipher> ciphers()
{
    QList<QSslCipher> known;
    for (const auto &name : {"TLS_AES_256_GCM_SHA384"_L1, "TLS_CHACHA20_POLY1305_SHA256"_L1,
                             "TLS_AES_128_GCM_SHA256"_L1, "ECDHE-ECDSA-AES256-GCM-SHA384"_L1,
                             "ECDHE-RSA-AES256-GCM-SHA384"_L1, "ECDHE-ECDSA-CHACHA20-POLY1305"_L1,
                             "ECDHE-RSA-CHACHA20-POLY1305"_L1, "ECDHE-ECDSA-AES128-GCM-SHA256"_L1,
                             "ECDHE-RSA-AES128-GCM-SHA256"_L1}) {
        const QSslCipher cipher{QString(name)};
        if (!cipher.isNull())
            known.append(cipher);
    }
    return known;
}

static QList<QSslEllipticCurve> curves(const QSslKey &key)
{
    QList<QSslEllipticCurve> list;
    for (const auto &name : {"X25519"_L1, "prime256v1"_L1, "secp384r1"_L1})
        list.append(QSslEllipticCurve::fromShortName(name));
    if (key.algorithm() == QSsl::Ec && key.length() > 384)
        list.append(QSslEllipticCurve::fromShortName("secp521r1"_L1)); // TLS 1.2 asks for it.
    return list;
}

QSslConfiguration serverConfiguration(const Identity &identity)
{
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(identity.chain);
    configuration.setPrivateKey(identity.key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(ciphers());
    configuration.setEllipticCurves(curves(identity.key));
    // Qt answers a client that offers nothing of it with its first one, which ends the handshake;
    // curl --http1.0 offers only that. For who offers neither the listener leaves them out.
    configuration.setAllowedNextProtocols({"http/1.1"_ba, "http/1.0"_ba});
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, false);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    return configuration;
}

} // namespace tls
