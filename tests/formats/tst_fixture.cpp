// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/fixture.h"
#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/builders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsARequestThatVerifies_data();
    void holdsARequestThatVerifies();
    void leavesOtherCredentialsOut();
    void keepsBytesThatAreNoText();
    void isAnotherEachTime();
    void saysWhatCannotBeSigned_data();
    void saysWhatCannotBeSigned();
};

static QJsonObject made(const capture::Delivery &delivery, const signature::Scheme &scheme)
{
    const auto text = formats::fixture(delivery, scheme, {});
    return text ? QJsonDocument::fromJson(*text).object() : QJsonObject();
}

static http::Request requestOf(const QJsonObject &fixture)
{
    http::Request request;
    request.method = fixture["method"_L1].toString().toUtf8();
    request.target = fixture["target"_L1].toString().toUtf8();
    request.body = fixture["body"_L1].toString().toUtf8();
    const QJsonArray headers = fixture["headers"_L1].toArray();
    for (const QJsonValue &header : headers)
        request.fields.append({header[0].toString().toUtf8(), header[1].toString().toUtf8()});
    return request;
}

void TstFixture::holdsARequestThatVerifies_data()
{
    QTest::addColumn<QString>("scheme");
    for (const char *id : {"smile", "stripe", "github", "slack", "shopify", "standard_webhooks"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TstFixture::holdsARequestThatVerifies()
{
    QFETCH(QString, scheme);
    const auto rule = signature::schemeById(scheme);
    QVERIFY2(rule, "no such scheme");
    const capture::Delivery delivery = builders::delivery(R"({"topic":"ping","a":"é\n"})");
    const QJsonObject fixture = made(delivery, *rule);
    QVERIFY(!fixture.isEmpty());
    QByteArray secret = fixture["secret"_L1].toString().toUtf8();
    const http::Request request = requestOf(fixture);
    const qint64 at = fixture["valid_at"_L1].toInteger() * 1'000'000;
    const signature::Secrets secrets{signature::Secret::take(u"fixture"_s, secret)};
    const signature::Verdict verdict = signature::verify(request, *rule, secrets, at);
    QCOMPARE(verdict.signature, signature::Signature::Verified);
    if (rule->time)
        QCOMPARE(verdict.freshness, signature::Freshness::Fresh);
    const QByteArray expected = fixture["expected_signature"_L1].toString().toUtf8();
    QVERIFY(!expected.isEmpty());
    QVERIFY(http::value(request.fields, signature::signatureHeader(*rule)) == expected);
}

void TstFixture::leavesOtherCredentialsOut()
{
    capture::Delivery delivery = builders::delivery();
    delivery.request.fields += http::Fields{{"Authorization", "Bearer topsecret"},
                                            {"Cookie", "session=topsecret"},
                                            {"Smile-Signature", "topsecret"}};
    const auto text = formats::fixture(delivery, signature::smile(), {});
    QVERIFY(text);
    QVERIFY(!text->contains("topsecret"));
}

void TstFixture::keepsBytesThatAreNoText()
{
    const QJsonObject fixture = made(builders::delivery("a\xff"), signature::smile());
    QCOMPARE(fixture["body"_L1]["base64"_L1].toString(), u"Yf8="_s);
}

void TstFixture::isAnotherEachTime()
{
    const capture::Delivery delivery = builders::delivery();
    QVERIFY(made(delivery, signature::smile())["secret"_L1]
            != made(delivery, signature::smile())["secret"_L1]);
}

void TstFixture::saysWhatCannotBeSigned_data()
{
    QTest::addColumn<signature::Scheme>("scheme");
    QTest::newRow("no scheme") << signature::Scheme();
    signature::Scheme asymmetric = signature::smile();
    asymmetric.keyFormat = signature::KeyFormat{};
    QTest::newRow("a key of the sender's") << asymmetric;
}

void TstFixture::saysWhatCannotBeSigned()
{
    QFETCH(signature::Scheme, scheme);
    const auto text = formats::fixture(builders::delivery(), scheme, {});
    QVERIFY(!text);
    QVERIFY(!text.error().why.isEmpty());
}

QTEST_GUILESS_MAIN(TstFixture)
#include "tst_fixture.moc"
