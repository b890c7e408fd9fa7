// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/catalogue.h"
#include "signature/diagnosis.h"
#include "support/smile.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

// Deliveries whose signature does not fit, made with Qt's own HMAC.
namespace broken
{

using Algorithm = QCryptographicHash::Algorithm;

inline QByteArray hmac(const QByteArray &key, const QByteArray &text,
                       Algorithm algorithm = QCryptographicHash::Sha256)
{
    return QMessageAuthenticationCode::hash(text, key, algorithm);
}

inline QByteArray hmac64(const QByteArray &key, const QByteArray &text,
                         Algorithm algorithm = QCryptographicHash::Sha256)
{
    return hmac(key, text, algorithm).toBase64();
}

inline QByteArray hmacHex(const QByteArray &key, const QByteArray &text,
                          Algorithm algorithm = QCryptographicHash::Sha256)
{
    return hmac(key, text, algorithm).toHex();
}

constexpr char stamp[] = "1795428000";

inline http::Request post(const QByteArray &body, const http::Fields &fields,
                          const QByteArray &target = "/")
{
    http::Request made;
    made.method = "POST";
    made.target = target;
    made.framing = http::Framing::ContentLength;
    made.fields = http::Fields{{"Host", "localhost:8443"}} + fields
        + http::Fields{{"Content-Length", QByteArray::number(body.size())}};
    made.body = body;
    return made;
}

inline signature::Question ask(const QString &scheme, const QByteArray &secret,
                               const http::Request &request)
{
    signature::Question question;
    question.request = request;
    question.scheme = signature::schemeById(scheme).value();
    question.secrets = {smile::secret(QStringLiteral("primary"), secret)};
    question.receivedAt = smile::sentAt * 1'000'000;
    return question;
}

// Smile signed `text` with `key`, and `body` is here.
inline signature::Question smiles(const QByteArray &text, const QByteArray &body,
                                  const QByteArray &key = smile::key)
{
    return ask(QStringLiteral("smile"), smile::key, smile::request(body, hmac64(key, text), stamp));
}

// Its body was `sent` and is `body` here.
inline signature::Question smileBody(const QByteArray &sent, const QByteArray &body)
{
    return smiles(QByteArray(stamp) + '.' + sent, body);
}

inline QStringList words(const QList<signature::Cause> &causes)
{
    QStringList all;
    for (const auto cause : causes)
        all.append(signature::word(cause));
    return all;
}

} // namespace broken
