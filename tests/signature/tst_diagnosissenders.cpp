// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/proofs.h"
#include "support/vectors.h"

using namespace signature;
using proofs::row;
using namespace Qt::Literals::StringLiterals;

// The same mistakes with other senders, one sender taken for another, and the address as it was
// signed.
class TstDiagnosisSenders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesItForOthers_data();
    void provesItForOthers();
    void namesTheOtherScheme_data();
    void namesTheOtherScheme();
    void provesTheAddress_data();
    void provesTheAddress();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";
const QByteArray secret = smile::key;
const QByteArray stamp = broken::stamp;
const QByteArray usual = stamp + '.' + body;

Question github(const QByteArray &value, const QByteArray &sent = body)
{
    return broken::ask(u"github"_s, secret, broken::post(sent, {{"X-Hub-Signature-256", value}}));
}

Question slack(const QByteArray &text)
{
    return broken::ask(
        u"slack"_s, secret,
        broken::post(body,
                     {{"X-Slack-Request-Timestamp", stamp},
                      {"X-Slack-Signature", "v0=" + broken::hmacHex(secret, text)}}));
}

Question shopify(const QByteArray &value)
{
    return broken::ask(u"shopify"_s, secret,
                       broken::post(body, {{"X-Shopify-Hmac-Sha256", value}}));
}

Question stripe(const QByteArray &value)
{
    return broken::ask(u"stripe"_s, secret, broken::post(body, {{"Stripe-Signature", value}}));
}

Question standard(const QByteArray &value)
{
    return broken::ask(
        u"standard_webhooks"_s, "whsec_" + secret.toBase64(),
        broken::post(
            body,
            {{"webhook-id", "msg_1"}, {"webhook-timestamp", stamp}, {"webhook-signature", value}}));
}

} // namespace

void TstDiagnosisSenders::provesItForOthers_data()
{
    proofs::addColumns();
    const QByteArray hex = broken::hmacHex(secret, body);
    const QByteArray base64 = broken::hmac64(secret, body);
    row("GitHub: no prefix", github(hex), {u"signature-format"_s});
    row("GitHub: another prefix", github("sha1=" + hex), {u"signature-format"_s});
    row("GitHub: Base64", github("sha256=" + base64), {u"digest"_s});
    row("GitHub: SHA-1",
        github("sha256=" + broken::hmacHex(secret, body, QCryptographicHash::Sha1)), {u"digest"_s});
    row("GitHub: cut off", github("sha256=" + hex.first(32)), {u"signature-format"_s});
    row("GitHub: printed for people",
        github("sha256=" + hex,
               "{\n  \"account_id\": 0,\n  \"data\": {},\n  \"topic\": \"ping\"\n}"),
        {u"json-reserialised"_s});
    row("GitHub: a form",
        github("sha256=" + broken::hmacHex(secret, R"({"a":1})"), "payload=%7B%22a%22%3A1%7D"),
        {u"wrapped-body"_s});
    Question form
        = github("sha256=" + broken::hmacHex(secret, R"({"a":1})"), "payload=%7B%22a%22%3A1%7D");
    form.request.fields.append(
        http::Field{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"});
    row("GitHub: a form that says so", form, {u"form-encoding"_s});
    row("Slack: the body alone", slack(body), {u"layout"_s});
    row("Slack: no version", slack(stamp + ':' + body), {u"layout"_s});
    row("Slack: Stripe's layout", slack(usual), {u"layout"_s});
    row("Slack: milliseconds", slack("v0:" + stamp + "000:" + body), {u"timestamp-text"_s});
    row("Shopify: hex", shopify(hex), {u"digest"_s});
    row("Shopify: a line feed", shopify(broken::hmac64(secret, QByteArray(body) + '\n')),
        {u"newline"_s});
    row("Stripe: the body alone", stripe("t=" + stamp + ",v1=" + hex), {u"layout"_s});
    row("Stripe: Base64", stripe("t=" + stamp + ",v1=" + broken::hmac64(secret, usual)),
        {u"digest"_s});
    row("Stripe: a line feed",
        stripe("t=" + stamp + ",v1=" + broken::hmacHex(secret, usual + '\n')), {u"newline"_s});
    row("Stripe: another scheme version",
        stripe("t=" + stamp + ",v0=" + broken::hmacHex(secret, usual)), {u"signature-format"_s});
    row("Standard Webhooks: no id", standard("v1," + broken::hmac64(secret, usual)), {u"layout"_s});
    row("Standard Webhooks: hex", standard("v1," + broken::hmacHex(secret, "msg_1." + usual)),
        {u"digest"_s});
    row("Standard Webhooks: no version", standard(broken::hmac64(secret, "msg_1." + usual)),
        {u"signature-format"_s});
}

void TstDiagnosisSenders::provesItForOthers() { proofs::check(); }

void TstDiagnosisSenders::namesTheOtherScheme_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("scheme");

    const auto with = [](const http::Fields &fields) {
        Question question = broken::ask(u"smile"_s, secret, broken::post(body, fields));
        question.otherSchemes = signature::allSchemes();
        return question;
    };
    QTest::newRow("the other Smile")
        << with({{"Smile-Signature", broken::hmacHex(secret, body, QCryptographicHash::Sha512)}})
        << u"smile_getsmileapi"_s;
    QTest::newRow("GitHub") << with(
        {{"X-GitHub-Event", "ping"},
         {"X-Hub-Signature-256", "sha256=" + broken::hmacHex(secret, body)}})
                            << u"github"_s;
    QTest::newRow("Shopify") << with({{"X-Shopify-Hmac-Sha256", broken::hmac64(secret, body)}})
                             << u"shopify"_s;
    QTest::newRow("Stripe") << with(
        {{"Stripe-Signature", "t=" + stamp + ",v1=" + broken::hmacHex(secret, usual)}})
                            << u"stripe"_s;
    const auto sent = [](const QString &id, const QString &scheme) {
        const QJsonObject vector = vectors::byId(id);
        return Question{.request = vectors::requestOf(vector),
                        .scheme = *signature::schemeById(scheme),
                        .secrets = vectors::secretsOf(vector),
                        .context = vectors::contextOf(vector),
                        .otherSchemes = signature::allSchemes()};
    };
    QTest::newRow("Amazon SNS, whose version stands in the body")
        << sent(u"aws_sns_v1-01"_s, u"aws_sns"_s) << u"aws_sns_v1"_s;
    QTest::newRow("Twilio, whose shared key signed a form")
        << sent(u"twilio_sha256-01"_s, u"twilio"_s) << u"twilio_sha256"_s;
    QTest::newRow("Twilio, whose shared key signed JSON")
        << sent(u"twilio_sha256_json-01"_s, u"twilio_json"_s) << u"twilio_sha256_json"_s;
    QTest::newRow("Mailgun, which sends a form here")
        << sent(u"mailgun_form-01"_s, u"mailgun"_s) << u"mailgun_form"_s;
}

void TstDiagnosisSenders::namesTheOtherScheme()
{
    QFETCH(Question, question);
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), QStringList(u"other-scheme"_s));
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QTEST(diagnosis.scheme, "scheme");
    QVERIFY(!diagnosis.remedy.isEmpty());
}

void TstDiagnosisSenders::provesTheAddress_data()
{
    proofs::addColumns();
    const auto twilio = [](const QByteArray &signedUrl, const QByteArray &url,
                           const http::Fields &more = {}, const QByteArray &target = "/sms") {
        const QByteArray form = "Body=hi&From=%2B15551234567";
        const QByteArray text = signedUrl + "BodyhiFrom+15551234567";
        http::Request request
            = broken::post(form,
                           http::Fields{{"Content-Type", "application/x-www-form-urlencoded"},
                                        {"X-Twilio-Signature",
                                         broken::hmac64(secret, text, QCryptographicHash::Sha1)}}
                               + more,
                           target);
        Question question = broken::ask(u"twilio"_s, secret, request);
        question.context.url = url;
        return question;
    };
    row("http behind a proxy", twilio("https://shop.example/sms", "http://shop.example/sms"),
        {u"url"_s});
    row("another host",
        twilio("https://shop.example/sms", "https://localhost:8443/sms",
               {{"X-Forwarded-Host", "shop.example"}}),
        {u"url"_s});
    row("another host, by RFC 7239",
        twilio("https://shop.example/sms", "https://localhost:8443/sms",
               {{"Forwarded", "for=1.2.3.4;proto=https;host=shop.example"}}),
        {u"url"_s});
    row("a slash at the end", twilio("https://shop.example/sms/", "https://shop.example/sms"),
        {u"url"_s});
    row("no slash at the end", twilio("https://shop.example/sms", "https://shop.example/sms/"),
        {u"url"_s});
    row("another path",
        twilio("https://shop.example/hooks/sms", "https://shop.example/sms",
               {{"X-Original-URI", "/hooks/sms"}}),
        {u"url"_s});
    row("another port", twilio("https://shop.example:8443/sms", "https://shop.example/sms"),
        {u"url"_s});
    row("the query decoded",
        twilio("https://shop.example/sms?a=b c", "https://shop.example/sms?a=b%20c"), {u"query"_s});
    row("the query sorted",
        twilio("https://shop.example/sms?a=1&b=2", "https://shop.example/sms?b=2&a=1"),
        {u"query"_s});
    row("the query lost", twilio("https://shop.example/sms", "https://shop.example/sms?x=1"),
        {u"query"_s});
    row("the query encoded otherwise",
        twilio("https://shop.example/sms?a=b+c", "https://shop.example/sms?a=b%20c"), {u"query"_s});
}

void TstDiagnosisSenders::provesTheAddress() { proofs::check(); }

QTEST_GUILESS_MAIN(TstDiagnosisSenders)
#include "tst_diagnosissenders.moc"
