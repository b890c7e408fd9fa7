// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/broken.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

// Requests signed by what the senders' own pages say, with Python's hmac: each is verified, and no
// longer once the body has one byte more.
class TstDocumentedSenders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifies_data();
    void verifies();
};

namespace
{

constexpr char body[] = "{\"id\":7,\"note\":\"Gr\xC3\xBC\xC3\x9F"
                        "e \\u2713\",\"list\":[1,2.50]}\r\n";
constexpr char secret[] = "8b7df143d91c716ecfa5fc1730022f6b";

} // namespace

void TstDocumentedSenders::verifies_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("covered");

    const auto add = [](const char *scheme, const http::Fields &fields,
                        const QByteArray &sent = body, const QByteArray &url = {},
                        bool covered = true) {
        QTest::newRow(scheme) << QString::fromLatin1(scheme) << fields << sent << url << covered;
    };
    const QByteArray base64 = "+1vcYLGrCn8aKoYm6p2Dk5eoH7nCfNa8qOGJxM5xMUc=";
    add("shopify", {{"X-Shopify-Hmac-Sha256", base64}});
    add("woocommerce", {{"X-WC-Webhook-Signature", base64}});
    add("typeform", {{"Typeform-Signature", "sha256=" + base64}});
    add("intercom", {{"X-Hub-Signature", "sha1=b52e71e8498bb0417ef6f28364a28db582ada350"}});
    add("razorpay",
        {{"X-Razorpay-Signature",
          "fb5bdc60b1ab0a7f1a2a8626ea9d839397a81fb9c27cd6bca8e189c4ce713147"}});
    add("paystack",
        {{"x-paystack-signature",
          "309291cd2a331f189c37b692dfa1bc35d3872063bd9424bb5486d8096234f386"
          "c12d5b6d10bf0997f8eb5a3e2d0464469fabd25ef4d73d21295ac26ba8ce2f1e"}});
    add("zoom",
        {{"x-zm-request-timestamp", broken::stamp},
         {"x-zm-signature",
          "v0=517e41626a1e6b33de01fe27ed0609fd474448b3ab05f8078c930cd21dadce0f"}});
    add("calendly",
        {{"Calendly-Webhook-Signature",
          "t=1795428000,v1=fdc843b0a9fd80044c5e3a5e31046cd2d3d6d473b0f44950dd84f7a5c840dd32"}});
    add("paddle",
        {{"Paddle-Signature",
          "ts=1795428000;h1=40367366b295d27d587e0f0e6dc6fbb515e130afa2869454d4c6773da1b59037"}});
    add("square",
        {{"x-square-hmacsha256-signature", "ZcFQ/BHpJH7/tgWYVNcGhuMjkshHSEiwiCbCcXIOQ+Y="}}, body,
        "https://hooks.example.com/square");
    add("trello", {{"X-Trello-Webhook", "GZWKLPXJkpdnmmYoMhowSDpm4NQ="}}, body,
        "https://hooks.example.com/trello");
    add("zendesk",
        {{"X-Zendesk-Webhook-Signature-Timestamp", "2026-11-23T10:00:00Z"},
         {"X-Zendesk-Webhook-Signature", "6UBEhduC5eThyhJwd+ApY2ZeOW6U4fHKnJ8ESjskgLM="}});
    add("cashfree",
        {{"x-webhook-timestamp", "1795428000123"},
         {"x-webhook-signature", "C2fRCJwLrAofR5UOzZdNm7/HCU0fM+AriovNwMv3iM8="}});
    add("linear",
        {{"Linear-Signature", "b032effd666ad5d63f247662f2115e3fcb68ee2c29c132dddfffa10e79f60bac"}},
        R"({"action":"create","webhookTimestamp":1795428000123})");
    add("mailgun", {},
        R"({"signature":{"timestamp":"1795428000","token":"50dcec4a2d0ef27036c44ab7ce3d5d6e",)"
        R"("signature":"56062c1cba7e1ce20bf7a4d37aa1c5f3746a13ffd5e808c05246e58bc39e8c88"},)"
        R"("event-data":{}})",
        {}, false);
    const auto part = [](const QByteArray &name, const QByteArray &value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
            + "\r\n";
    };
    add("mailgun_form", {{"Content-Type", "multipart/form-data; boundary=b"}},
        part("timestamp", broken::stamp) + part("token", "50dcec4a2d0ef27036c44ab7ce3d5d6e")
            + part("signature", "56062c1cba7e1ce20bf7a4d37aa1c5f3746a13ffd5e808c05246e58bc39e8c88")
            + "--b--\r\n",
        {}, false);
}

void TstDocumentedSenders::verifies()
{
    QFETCH(QString, scheme);
    QFETCH(http::Fields, fields);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, url);
    const signature::Question asked = broken::ask(scheme, secret, broken::post(sent, fields));
    const auto judge = [&](const http::Request &request) {
        return signature::verify(request, asked.scheme, asked.secrets, asked.receivedAt,
                                 {.url = url});
    };
    const signature::Verdict verdict = judge(asked.request);
    QCOMPARE(verdict.signature, Signature::Verified);
    QVERIFY(verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable);
    http::Request longer = asked.request;
    longer.body += ' ';
    const bool covered = judge(longer).signature != Signature::Verified;
    QTEST(covered, "covered");
    QCOMPARE(asked.scheme.coversBody, covered);
}

QTEST_GUILESS_MAIN(TstDocumentedSenders)
#include "tst_documentedsenders.moc"
