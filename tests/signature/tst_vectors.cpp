// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/derivedkey.h"
#include "signature/verifier.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Scheme;
using signature::Signature;
using signature::Verdict;

namespace
{

QByteArray bytes(const QJsonObject &vector, const QString &name)
{
    const QJsonValue value = vector[name];
    if (value.isObject())
        return QByteArray::fromBase64(value[u"base64"].toString().toLatin1());
    return value.toString().toUtf8();
}

http::Request requestOf(const QJsonObject &vector)
{
    http::Request request{.method = vector[u"method"].toString(u"POST"_s).toLatin1()};
    const QByteArray url = bytes(vector, u"url"_s);
    const qsizetype path = url.indexOf('/', url.indexOf("://") + 3);
    request.target = url.isEmpty() || path < 0 ? QByteArray("/") : url.sliced(path);
    const QJsonObject headers = vector[u"headers"].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.fields.append(
            http::Field{header.key().toUtf8(), header.value().toString().toUtf8().trimmed()});
    request.body = bytes(vector, u"body"_s);
    return request;
}

QByteArrayList secretTexts(const QJsonObject &vector)
{
    QByteArrayList texts;
    for (const QJsonValue &text : vector[u"secrets"].toArray())
        texts.append(text.toString().toUtf8());
    return texts;
}

signature::Secrets secretsOf(const QJsonObject &vector)
{
    signature::Secrets secrets;
    for (QByteArray text : secretTexts(vector))
        secrets.push_back(signature::Secret::take(QString::number(secrets.size()), text));
    return secrets;
}

signature::Context contextOf(const QJsonObject &vector)
{
    signature::Context context{.url = bytes(vector, u"url"_s)};
    const QJsonObject parameters = vector[u"parameters"].toObject();
    for (auto one = parameters.begin(); one != parameters.end(); ++one)
        context.parameters.insert(one.key().toUtf8(), one.value().toString().toUtf8());
    return context;
}

bool isInTime(const Verdict &verdict)
{
    return verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable;
}

// What a vector's code says of a verdict; without a code: that it is not good.
bool saysSo(const Verdict &verdict, const QString &code, bool timed)
{
    if (code == "MISSING_SIGNATURE"_L1)
        return verdict.signature == Signature::Unsigned;
    if (code == "MALFORMED_SIGNATURE"_L1)
        return verdict.signature == Signature::Malformed;
    if (code == "TIMESTAMP_TOO_OLD"_L1)
        return verdict.freshness == Freshness::Stale;
    if (code == "TIMESTAMP_IN_FUTURE"_L1)
        return verdict.freshness == Freshness::Future;
    if (code == "MISSING_TIMESTAMP"_L1)
        return verdict.freshness == Freshness::Missing;
    if (code == "MALFORMED_TIMESTAMP"_L1)
        return verdict.freshness == Freshness::Malformed;
    if (!code.isEmpty())
        return verdict.signature == Signature::Invalid;
    return verdict.signature != Signature::Verified || (timed && !isInTime(verdict));
}

} // namespace

class TstVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();
};

void TstVectors::agrees_data()
{
    QTest::addColumn<QJsonObject>("vector");

    QFile file(u"" TEST_DATA "/vectors.ndjson"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        const QJsonObject vector = QJsonDocument::fromJson(file.readLine()).object();
        QTest::newRow(qPrintable(vector[u"id"].toString())) << vector;
    }
}

void TstVectors::agrees()
{
    QFETCH(QJsonObject, vector);
    const auto scheme = signature::schemeById(vector[u"scheme"].toString());
    QVERIFY(scheme);
    const QString code = vector[u"code"].toString();
    if (code == "MALFORMED_SECRET"_L1) {
        QVERIFY(!signature::checkSecret(*scheme, secretTexts(vector).constFirst()));
        return;
    }
    const bool timed = vector.contains(u"now");
    const auto receivedAt = qint64(vector[u"now"].toDouble() * 1'000'000);
    const Verdict verdict = signature::verify(requestOf(vector), *scheme, secretsOf(vector),
                                              receivedAt, contextOf(vector));
    const QString got = u"%1, %2"_s.arg(word(verdict.signature), word(verdict.freshness));
    if (!vector[u"valid"].toBool()) {
        QVERIFY2(saysSo(verdict, code, timed), qPrintable(got));
        return;
    }
    QVERIFY2(verdict.signature == Signature::Verified, qPrintable(got));
    QVERIFY2(!timed || isInTime(verdict), qPrintable(got));
}

QTEST_GUILESS_MAIN(TstVectors)
#include "tst_vectors.moc"
