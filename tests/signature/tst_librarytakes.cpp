// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"
#include "support/broken.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

// Where senders' own libraries take more than one form, or judge a time in their own way, they are
// followed. Signed with Python's hmac and with OpenSSL.
class TstLibraryTakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void signsAsContentfulDoes();
};

namespace
{

constexpr char secret[] = "e2e-secret-of-this-test-only-0123456789";
constexpr qint64 onTime = smile::sentAt; // of every timestamp here

void addHubSpot()
{
    const auto row = [](const char *name, const char *signature, Signature judged) {
        QTest::newRow(name) << u"hubspot_v3"_s << QByteArray(secret)
                            << broken::post("[{\"eventId\":1}]",
                                            {{"X-HubSpot-Request-Timestamp", "1795428000000"},
                                             {"X-HubSpot-Signature-v3", signature}},
                                            "/in?u=a%40b.c&t=10%3A30%2F2&n=a%20b")
                            << onTime << judged << Freshness::Fresh;
    };
    row("HubSpot, the URL's marks decoded",
        "A7+zDbOdSE509PCWqKognfQl979RjFs6t8mkGhtuwsc=", Signature::Verified);
    row("HubSpot, the URL as received",
        "AyJRmYwXbaiu/eKG3suHbrpGaUW0xss9tf7J1E7tw3U=", Signature::Verified);
    row("HubSpot, the URL decoded wholly",
        "hJprdBV+xpifMSbwydRoUBuNk9WYNjBm/9HTxLgvWNU=", Signature::Invalid);
}

constexpr char trueLayerKey[] = "-----BEGIN PUBLIC KEY-----\n"
                                "MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAEKTmqLeaIZWuWqcUi4/3iTZavgEN\n"
                                "to7uyGgpNhAmI86t9ZY2i53M+RLBO8hJ8nP1Fka9zif0RIa8PSNd0Gf04zcBGM5M\n"
                                "AMCvBPVR/BPVYNOk4+OfmAXDif8CCL5BPYOMu59frlrlIrUaxOFMzNa544pdgZKe\n"
                                "PHaTC4eCeiLtwxjJTHQ=\n"
                                "-----END PUBLIC KEY-----\n";

void addTrueLayer()
{
    const auto row = [](const char *name, const QByteArray &target, const QByteArray &signature,
                        Signature judged) {
        const QByteArray header
            = "eyJhbGciOiJFUzUxMiIsImtpZCI6ImsiLCJ0bF92ZXJzaW9uIjoiMiIsInRsX2hlYWRlcnMiOiIifQ..";
        QTest::newRow(name) << u"truelayer"_s << QByteArray(trueLayerKey)
                            << broken::post("{}", {{"Tl-Signature", header + signature}}, target)
                            << onTime << judged << Freshness::NotApplicable;
    };
    const QByteArray plain
        = "ATPpIeFJvUIk-utN6Jz3N1K9Nubh9yK2nm_Yau25ARPkLz-NdkZDCRK1aOYEWhaT2TNO39CN"
          "SXSjc3m6RtFwcF-BAGoaKjLDSLPXkvovlSsY1op-ssdy7dnZbBLjcJAJPxq_MZ2RXC3AbTmg"
          "v1maFL11vHj5-L73QRZjvVWQdw1jqYPJ";
    const QByteArray slashed
        = "AYcABb6YoKfg0g6NyrxtsIhEaVmnydzxBWzx0vcHOjJhxwkyq-JD8Tn2Z0kBcxSqYZzoa_Om"
          "gjHHhu4xhvPosYUjAQmOZTugKMZs_V7_UhiRJYqMRqi4fmN_dYlYK2zxiNfYJb_bi7FQ3gX4"
          "td8THxAmsHEtaq3BEtrpSQm38AsbHw14";
    const QByteArray twoSlashes
        = "AdpBAcEHTvZVo2JOiSiRse6nVoyhjyLkPZvFYdusOxSeelbpHqxhtWWg7JWJanZ7uwEUzG9P"
          "aqTj54KEhOunM5RHAPeUzsFMcWmopru_5xrnrywyuQnP47Kgd6YeqB69W89J-_sRT6AY7pPn"
          "7SrIYk2SztPT4wJc5rc2CKlO2PWzBNeV";
    row("TrueLayer, the path as signed", "/in", plain, Signature::Verified);
    row("TrueLayer, signed with a slash at the path's end", "/in", slashed, Signature::Verified);
    row("TrueLayer, signed without the slash at the path's end", "/in/?a=b", plain,
        Signature::Verified);
    row("TrueLayer, signed with two slashes more", "/in", twoSlashes, Signature::Invalid);
    row("TrueLayer, another path", "/on", plain, Signature::Invalid);
}

http::Request contentful(const QByteArray &target, const QByteArray &signature)
{
    return broken::post("{}",
                        {{"Content-Type", "application/json"},
                         {"x-contentful-timestamp", "1795428000000"},
                         {"x-contentful-signed-headers",
                          "content-type,x-contentful-signed-headers,x-contentful-timestamp"},
                         {"x-contentful-signature", signature}},
                        target);
}

const QByteArray contentfulKey = QByteArray("0123456789abcdef").repeated(4);

void addContentful()
{
    const auto row = [](const char *name, const char *target, const char *signature,
                        Signature judged = Signature::Verified) {
        QTest::newRow(name) << u"contentful"_s << contentfulKey << contentful(target, signature)
                            << onTime << judged << Freshness::Fresh;
    };
    const char bare[] = "0486828b93ad7567748ab18a4fc41fdfbacab840a3edc49b6beea9539ee9f503";
    row("Contentful, no query", "/in", bare);
    row("Contentful, an empty query", "/in?", bare);
    row("Contentful, a query encoded twice", "/in?a=1&b=2",
        "1fe69b881c55b84ea1f0a19881b785395fd4db41c6b1e6e558c667f50a848415");
    row("Contentful, marks in the path and in the query", "/a%20b/(c)?q=%C3%BC+'x'&r=/;,",
        "3461f23298527418b0e8c063a14b9990abaf672fe64f2cd64aa8b37129de9b99");
    row("Contentful, a second question mark", "/in?a=1?b=2",
        "eeb6191b5810a9973f710976c24a8a5803df91d67f4b9ef421c2b4f65d4a5db5");
    row("Contentful, a query that is not encoded", "/in?a=1&b=2",
        "6c6aac82ae6607fe605951c55586ac2b6edced09530d4c2a252c3ff8d419ac66", Signature::Invalid);

    const auto timed = [&](const char *name, qint64 receivedAt, Freshness judged) {
        QTest::newRow(name) << u"contentful"_s << contentfulKey << contentful("/in", bare)
                            << receivedAt << Signature::Verified << judged;
    };
    timed("Contentful, nearly too old", onTime + 29, Freshness::Fresh);
    timed("Contentful, as old as the limit", onTime + 30, Freshness::Stale);
    timed("Contentful, signed in the future", onTime - 3600, Freshness::Fresh);
}

void addOpenAi()
{
    const auto row = [](const char *name, const char *key, const char *signature,
                        Signature judged = Signature::Verified) {
        QTest::newRow(name) << u"openai"_s << QByteArray(key)
                            << broken::post(R"({"a":1})",
                                            {{"webhook-id", "msg_1"},
                                             {"webhook-timestamp", "1795428000"},
                                             {"webhook-signature", signature}})
                            << onTime << judged << Freshness::Fresh;
    };
    const char asText[] = "v1,I1B9z7o8vi4UztAh9OYjOvIzfn7n5DPFt8z72ZUbWN4=";
    const char decoded[] = "v1,w2nNqjA2m6jZuL0YPxu6QcA8Npoa7/uzVp2r0C3YbbY=";
    row("OpenAI, Base64 without a prefix is text",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", asText);
    row("OpenAI, Base64 behind the prefix is decoded",
        "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", decoded);
    row("OpenAI, a text without a prefix", secret,
        "v1,e0TOjWKqBdoJ1flxGJzheGvv35+OhdOWwFnmWGHJ7UU=");
    row("OpenAI, Base64 without a prefix is not decoded",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", decoded, Signature::Invalid);
    row("OpenAI, Base64 behind the prefix is no text",
        "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", asText, Signature::Invalid);
    row("OpenAI, no Base64 behind the prefix", "whsec_a b", asText, Signature::NoSecret);
}

void addDocuSign()
{
    const auto row = [](const char *name, const http::Fields &fields, Signature judged) {
        QTest::newRow(name) << u"docusign"_s << QByteArray(secret) << broken::post("{}", fields)
                            << onTime << judged << Freshness::NotApplicable;
    };
    const QByteArray good = "qLJne3yq+Gn6UA2qaehfzJvS0o4L/AX1PqA/T3EXCac=";
    const QByteArray ofAnother = "Y3b0S01ExFH3gEkIZKsMqH1Vt2QKgd9SdZ+DWvjUQCE=";
    row("DocuSign, the second key's alone", {{"X-DocuSign-Signature-2", good}},
        Signature::Verified);
    row("DocuSign, a number missing between",
        {{"X-DocuSign-Signature-1", ofAnother}, {"X-DocuSign-Signature-3", good}},
        Signature::Verified);
    row("DocuSign, the last number", {{"X-DocuSign-Signature-100", good}}, Signature::Verified);
    row("DocuSign, a number behind the last", {{"X-DocuSign-Signature-101", good}},
        Signature::Unsigned);
    row("DocuSign, another key's", {{"X-DocuSign-Signature-2", ofAnother}}, Signature::Invalid);
}

void addBraintree()
{
    const auto row = [](const char *name, const char *body,
                        Signature judged = Signature::Verified) {
        QTest::newRow(name) << u"braintree"_s << QByteArray(secret)
                            << broken::post(body,
                                            {{"Content-Type", "application/x-www-form-urlencoded"}})
                            << onTime << judged << Freshness::NotApplicable;
    };
    row("Braintree, the payload as sent",
        "bt_signature=pubkey1%7C38fbb01c2fe3e7cfca8b7153cbd847408da4d9c0&bt_payload=PHg%2B");
    row("Braintree, the payload with a line feed more",
        "bt_signature=pubkey1%7Ce9a997d3e105667e5b94c83675b16fc6052f7907&bt_payload=PHg%2B");
    row("Braintree, the payload with two line feeds more",
        "bt_signature=pubkey1%7Cb74501b65b25192beedeec3520ff28c51d940271&bt_payload=PHg%2B",
        Signature::Invalid);
}

} // namespace

void TstLibraryTakes::judges_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<qint64>("receivedAt"); // in seconds
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<Freshness>("freshness");

    addHubSpot();
    addTrueLayer();
    addContentful();
    addOpenAi();
    addDocuSign();
    addBraintree();
}

void TstLibraryTakes::judges()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, key);
    QFETCH(http::Request, request);
    QFETCH(qint64, receivedAt);
    request.fields[0].value = "hooks.example.com"; // its Host
    const signature::Question asked = broken::ask(scheme, key, request);
    // The URL as it is set, and as the request tells.
    for (const QByteArray &url : {"https://hooks.example.com" + request.target, QByteArray()}) {
        const signature::Verdict verdict = signature::verify(
            asked.request, asked.scheme, asked.secrets, receivedAt * 1'000'000, {.url = url});
        QTEST(verdict.signature, "signature");
        QTEST(verdict.freshness, "freshness");
    }
}

void TstLibraryTakes::signsAsContentfulDoes()
{
    const http::Request request
        = broken::post("{}", {{"Content-Type", "application/json"}}, "/in?a=1&b=2");
    const auto made
        = signature::sign(signature::schemeById(u"contentful").value(),
                          *smile::secret(u"one"_s, contentfulKey), request, "1795428000000");
    QVERIFY(made);
    QCOMPARE(http::value(made->fields, "x-contentful-signature").value_or(QByteArray()),
             QByteArray("1fe69b881c55b84ea1f0a19881b785395fd4db41c6b1e6e558c667f50a848415"));
}

QTEST_GUILESS_MAIN(TstLibraryTakes)
#include "tst_librarytakes.moc"
