// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/requestvalues.h"
#include "signature/secret.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// The vectors of data/vectors.ndjson: signed requests and what is to be said of them.
namespace vectors
{

inline QList<QJsonObject> all()
{
    QList<QJsonObject> vectors;
    QFile file(QStringLiteral(TEST_DATA "/vectors.ndjson"));
    if (!file.open(QIODevice::ReadOnly))
        return vectors;
    while (!file.atEnd())
        vectors.append(QJsonDocument::fromJson(file.readLine()).object());
    return vectors;
}

inline QJsonObject byId(const QString &id)
{
    for (const QJsonObject &vector : all()) {
        if (vector[u"id"].toString() == id)
            return vector;
    }
    qFatal("There is no vector %s.", qPrintable(id));
}

inline QByteArray bytes(const QJsonObject &vector, const QString &name)
{
    const QJsonValue value = vector[name];
    if (value.isObject())
        return QByteArray::fromBase64(value[u"base64"].toString().toLatin1());
    return value.toString().toUtf8();
}

inline http::Request requestOf(const QJsonObject &vector)
{
    http::Request request{.method = vector[u"method"].toString(QStringLiteral("POST")).toLatin1()};
    const QByteArray url = bytes(vector, QStringLiteral("url"));
    const qsizetype path = url.indexOf('/', url.indexOf("://") + 3);
    request.target = url.isEmpty() || path < 0 ? QByteArray("/") : url.sliced(path);
    const QJsonObject headers = vector[u"headers"].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.fields.append(
            http::Field{header.key().toUtf8(), header.value().toString().toUtf8().trimmed()});
    request.body = bytes(vector, QStringLiteral("body"));
    return request;
}

inline QByteArrayList secretTexts(const QJsonObject &vector)
{
    QByteArrayList texts;
    for (const QJsonValue &text : vector[u"secrets"].toArray())
        texts.append(text.toString().toUtf8());
    return texts;
}

inline signature::Secrets secretsOf(const QJsonObject &vector)
{
    signature::Secrets secrets;
    for (QByteArray text : secretTexts(vector))
        secrets.push_back(signature::Secret::take(QString::number(secrets.size()), text));
    return secrets;
}

inline signature::Context contextOf(const QJsonObject &vector)
{
    signature::Context context{.url = bytes(vector, QStringLiteral("url"))};
    const QJsonObject parameters = vector[u"parameters"].toObject();
    for (auto one = parameters.begin(); one != parameters.end(); ++one)
        context.parameters.insert(one.key().toUtf8(), one.value().toString().toUtf8());
    return context;
}

} // namespace vectors
