// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/derivedkey.h"
#include "signature/signer.h"
#include "signature/verifier.h"
#include "support/smile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Scheme;
using signature::Signature;

namespace
{

using Parameters = QHash<QByteArray, QByteArray>;

constexpr qint64 sentAt = 1'795'428'000'250'000; // in microseconds

http::Request requestOf(const QByteArray &body, const QByteArray &type = "application/json")
{
    http::Request request{.method = "POST", .target = "/hook?data.id=7"};
    request.fields = {{"Host", "example.com"},
                      {"Content-Type", type},
                      {"Content-Length", QByteArray::number(body.size())}};
    request.body = body;
    return request;
}

// A body in which every scheme finds what it signs.
http::Request sampleFor(const Scheme &scheme)
{
    if (scheme.jsonFrom)
        return requestOf("json=%7B%22event%22%3A%7B%22event_time%22%3A%221%22%2C"
                         "%22event_type%22%3A%22sent%22%7D%7D",
                         "application/x-www-form-urlencoded");
    using signature::Source;
    const bool form = std::any_of(scheme.message.segments.begin(), scheme.message.segments.end(),
                                  [](const signature::Segment &segment) {
                                      const Source source = segment.place.source;
                                      return source == Source::Form || source == Source::FormJson
                                          || source == Source::FormSorted
                                          || source == Source::UrlWithForm;
                                  });
    if (form)
        return requestOf("b=2&a=1&bt_payload=x%0A&token=t", "application/x-www-form-urlencoded");
    return requestOf(R"({"order_id":"7","status_code":"200","gross_amount":"10.00",)"
                     R"("webhookTimestamp":1795428000250,"signature":{"timestamp":"1795428000",)"
                     R"("token":"t"},"value":[{},{}],"time_ms":1795428000250,)"
                     R"("notificationItems":[{"NotificationRequestItem":{"additionalData":{}}}]})");
}

} // namespace

Q_DECLARE_METATYPE(Scheme)

class TstSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsOthersDo();
    void signsWhatIsVerified_data();
    void signsWhatIsVerified();
    void signsForEveryScheme_data();
    void signsForEveryScheme();
    void replacesAnOlderSignature();
    void replacesASignatureUnderItsOwnName();
    void refusesWhatOnlyTheSenderCanSign();
    void refusesASecretOfAnotherForm();
    void sendsATokenAsItsReceiversTakeIt_data();
    void sendsATokenAsItsReceiversTakeIt();
    void signsTheUsualVariantOfTheUrl();
    void writesTheTimeIntoAForm();
    void refusesAFormInParts();
    void saysWhichValueIsMissing();
    void writesTheTimeAsTheSchemeHasIt_data();
    void writesTheTimeAsTheSchemeHasIt();
};

void TstSigner::signsAsOthersDo()
{
    const http::Fields expected{{"Smile-Timestamp", "1795428000"},
                                {"Smile-Signature", smile::pingSignature}};
    http::Request request;
    request.body = smile::ping;
    const auto done
        = signature::sign(signature::smile(), *smile::secret(u"primary"_s), request, "1795428000");
    QVERIFY(done);
    QCOMPARE(done->fields, expected);
}

void TstSigner::signsWhatIsVerified_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a timestamp that is none") << QByteArray("yesterday") << QByteArray("x");
    QTest::newRow("a body of zeros") << QByteArray("1795428000") << QByteArray(5000, '\0');
}

void TstSigner::signsWhatIsVerified()
{
    QFETCH(QByteArray, timestamp);
    QFETCH(QByteArray, body);
    const auto secret = smile::secret(u"primary"_s);
    http::Request request;
    request.body = body;
    const auto done = signature::sign(signature::smile(), *secret, request, timestamp);
    QVERIFY(done);
    QCOMPARE(signature::verify(*done, signature::smile(), {secret}, 0).signature,
             Signature::Verified);
}

void TstSigner::signsForEveryScheme_data()
{
    QTest::addColumn<Scheme>("scheme");

    for (const Scheme &scheme : signature::allSchemes()) {
        if (signature::canSign(scheme))
            QTest::newRow(qPrintable(scheme.id)) << scheme;
    }
}

void TstSigner::signsForEveryScheme()
{
    QFETCH(Scheme, scheme);
    const auto secret = signature::strangeSecret(scheme);
    QVERIFY(signature::checkSecret(scheme, secret->bytes()));
    const auto time = signature::timestampText(scheme, sentAt);
    const auto done = signature::sign(scheme, *secret, sampleFor(scheme), time);
    QVERIFY2(done, qPrintable(done ? QString() : core::describe(done.error())));
    const auto verdict = signature::verify(*done, scheme, {secret}, sentAt);
    QCOMPARE(verdict.signature, Signature::Verified);
    QVERIFY(verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable);
    QCOMPARE(http::value(done->fields, "Content-Length").value_or(QByteArray()),
             QByteArray::number(done->body.size()));
}

void TstSigner::replacesAnOlderSignature()
{
    const auto secret = smile::secret(u"primary"_s);
    http::Request request = smile::request("altered");
    const auto done = signature::sign(signature::smile(), *secret, request, "1795428001");
    QVERIFY(done);
    QCOMPARE(http::count(done->fields, "Smile-Signature"), qsizetype(1));
    QCOMPARE(http::value(done->fields, "Smile-Timestamp").value_or(QByteArray()),
             QByteArray("1795428001"));
    QCOMPARE(signature::verify(*done, signature::smile(), {secret}, 0).signature,
             Signature::Verified);
}

// The value was computed with Python's hmac.
void TstSigner::replacesASignatureUnderItsOwnName()
{
    const auto scheme = signature::schemeById(u"shopify");
    http::Request request = requestOf("{}");
    request.fields = {{"Shopify-Hmac-Sha256", "old"}};
    const auto done
        = signature::sign(*scheme, *smile::secret(u"x"_s, "test_secret_key"), request, {});
    QVERIFY(done);
    const http::Fields expected{
        {"Shopify-Hmac-Sha256", "XvcIOG8nFWDt7em908qMy3qjutRcuCIanacuUBx1sD8="}};
    QCOMPARE(done->fields, expected);
}

void TstSigner::refusesWhatOnlyTheSenderCanSign()
{
    const auto scheme = signature::schemeById(u"discord");
    QVERIFY(!signature::canSign(*scheme));
    const auto done = signature::sign(*scheme, *smile::secret(u"x"_s), {}, "1");
    QVERIFY(!done);
    QCOMPARE(done.error().why, u"Only the sender has its private key."_s);
}

void TstSigner::refusesASecretOfAnotherForm()
{
    const auto scheme = signature::schemeById(u"svix");
    const auto done = signature::sign(*scheme, *smile::secret(u"x"_s, "whsec_a b"), {}, "1");
    QVERIFY(!done);
    QVERIFY(done.error().why.contains(u"white space"_s));
}

void TstSigner::sendsATokenAsItsReceiversTakeIt_data()
{
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QJsonValue>("issuer");
    QTest::newRow("with the key of the endpoint")
        << Parameters{{"api_key", "APIkey"}} << QJsonValue(u"APIkey"_s);
    QTest::newRow("with no key known") << Parameters() << QJsonValue(QJsonValue::Undefined);
}

// LiveKit's stands in its header alone.
void TstSigner::sendsATokenAsItsReceiversTakeIt()
{
    QFETCH(Parameters, parameters);
    const auto done = signature::sign(*signature::schemeById(u"livekit"), *smile::secret(u"x"_s),
                                      requestOf("{}"), "1795428000", {.parameters = parameters});
    QVERIFY(done);
    const QByteArray token = http::value(done->fields, "Authorization").value_or(QByteArray());
    const QByteArrayList parts = token.split('.');
    QCOMPARE(parts.size(), 3);
    QVERIFY2(token.startsWith("ey"), token.constData());
    const QJsonObject claims
        = QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding))
              .object();
    QTEST(claims[u"iss"], "issuer");
    QCOMPARE(claims[u"exp"].toInteger(), qint64(1'795'428'300));
}

// The value was computed with Python's hmac, of the id in lower case.
void TstSigner::signsTheUsualVariantOfTheUrl()
{
    http::Request request = requestOf("{}");
    request.target = "/mp?data.id=ORD01";
    request.fields.append(http::Field{"x-request-id", "r1"});
    const auto done
        = signature::sign(*signature::schemeById(u"mercado_pago"),
                          *smile::secret(u"x"_s, "s3cr3t-signing-key"), request, "1795428000250");
    QVERIFY(done);
    QCOMPARE(http::value(done->fields, "x-signature").value_or(QByteArray()),
             QByteArray("ts=1795428000250,v1="
                        "a3795d9d15294202ed527424704a0702fa1b57ec30df40c4f45227c7036c1f16"));
}

// The value was computed with Python's hmac.
void TstSigner::writesTheTimeIntoAForm()
{
    const auto scheme = signature::schemeById(u"mailgun_form");
    const http::Request request = requestOf("timestamp=1&token=t&signature=&subject=Hi",
                                            "application/x-www-form-urlencoded");
    const auto done = signature::sign(*scheme, *smile::secret(u"x"_s, "s3cr3t-signing-key"),
                                      request, signature::timestampText(*scheme, sentAt));
    QVERIFY(done);
    QCOMPARE(
        done->body,
        QByteArray("timestamp=1795428000&token=t&signature="
                   "6de922eae431820cb331ab6b4dd24b825385def6c8538f4c365167ded2fb53b4&subject=Hi"));
}

void TstSigner::refusesAFormInParts()
{
    const auto part = [](const QByteArray &name) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n1\r\n";
    };
    const http::Request request
        = requestOf(part("timestamp") + part("token") + part("signature") + "--b--\r\n",
                    "multipart/form-data; boundary=b");
    const auto done = signature::sign(*signature::schemeById(u"mailgun_form"),
                                      *smile::secret(u"x"_s), request, "1795428000");
    QVERIFY(!done);
    QCOMPARE(done.error().why, u"A form in parts (multipart) cannot be written anew."_s);
}

void TstSigner::saysWhichValueIsMissing()
{
    const auto scheme = signature::schemeById(u"midtrans");
    const auto done = signature::sign(*scheme, *smile::secret(u"x"_s), requestOf("{}"), {});
    QVERIFY(!done);
    QCOMPARE(done.error().why, u"Nothing can be computed. The body has no value at /order_id."_s);
}

void TstSigner::writesTheTimeAsTheSchemeHasIt_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("seconds") << u"smile"_s << QByteArray("1795428000");
    QTest::newRow("milliseconds") << u"webflow"_s << QByteArray("1795428000250");
    QTest::newRow("either of both") << u"mercado_pago"_s << QByteArray("1795428000250");
    QTest::newRow("a date and time") << u"orb"_s << QByteArray("2026-11-23T10:00:00.250Z");
    QTest::newRow("a date of HTTP") << u"keygen"_s << QByteArray("Mon, 23 Nov 2026 10:00:00 GMT");
    QTest::newRow("no time at all") << u"github"_s << QByteArray("1795428000");
}

void TstSigner::writesTheTimeAsTheSchemeHasIt()
{
    QFETCH(QString, id);
    QTEST(signature::timestampText(*signature::schemeById(id), sentAt), "text");
}

QTEST_GUILESS_MAIN(TstSigner)
#include "tst_signer.moc"
