// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"

#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(signature::Question)

// Signed texts that are put together in another way, and values that are written in another way,
// than the scheme says.
class TstDiagnosisValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesTheLayout_data();
    void provesTheLayout();
    void provesTheTimestamp_data();
    void provesTheTimestamp();
    void provesDigestAndFormat_data();
    void provesDigestAndFormat();
    void provesItForOthers_data();
    void provesItForOthers();
    void provesTwoThingsAtOnce_data();
    void provesTwoThingsAtOnce();
    void findsTheEntryThatFits();
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

void addColumns()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QStringList>("causes");
}

void row(const char *name, const Question &question, const QStringList &causes)
{
    QTest::newRow(name) << question << causes;
}

// Smile's delivery with a value of whatever kind.
Question smileValue(const QByteArray &value)
{
    return broken::ask(u"smile"_s, secret, ::smile::request(body, value));
}

// Smile's delivery whose value signs that text.
Question smileText(const QByteArray &text) { return broken::smiles(text, body); }

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

void check()
{
    QFETCH(Question, question);
    QFETCH(QStringList, causes);
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), causes);
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QVERIFY(!diagnosis.detail.isEmpty());
    QVERIFY(!diagnosis.remedy.isEmpty());
    QVERIFY(diagnosis.tried <= 2000);
}

} // namespace

void TstDiagnosisValue::provesTheLayout_data()
{
    addColumns();
    const QStringList layout{u"layout"_s};
    const QByteArray bytes = QByteArray("b'") + body + '\'';
    row("the body alone", smileText(body), layout);
    row("nothing between", smileText(stamp + body), layout);
    row("a colon", smileText(stamp + ':' + body), layout);
    row("a line feed", smileText(stamp + '\n' + body), layout);
    row("a bar", smileText(stamp + '|' + body), layout);
    row("a dash", smileText(stamp + '-' + body), layout);
    row("a space", smileText(stamp + ' ' + body), layout);
    row("swapped", smileText(body + ('.' + stamp)), layout);
    row("swapped, nothing between", smileText(body + stamp), layout);
    row("Slack's", smileText("v0:" + stamp + ':' + body), layout);
    row("Python's bytes for the body", smileText(stamp + '.' + bytes), layout);
    row("Python's bytes for both", smileText("b'" + stamp + "'." + bytes), layout);
    row("Python's bytes for the text", smileText("b'" + usual + '\''), layout);
    row("Python's bytes alone", smileText(bytes), layout);
    row("the timestamp alone", smileText(stamp), layout);
    row("the text's digest in hex",
        smileText(QCryptographicHash::hash(usual, QCryptographicHash::Sha256).toHex()), layout);
    row("with method and path", smileText(stamp + "POST/" + body), layout);
}

void TstDiagnosisValue::provesTheLayout() { check(); }

void TstDiagnosisValue::provesTheTimestamp_data()
{
    addColumns();
    const QStringList text{u"timestamp-text"_s};
    row("milliseconds", smileText(stamp + "000." + body), text);
    row("a float", smileText(stamp + ".0." + body), text);
    row("ISO 8601", smileText("2026-11-23T10:00:00Z." + QByteArray(body)), text);
    row("ISO 8601 with milliseconds", smileText("2026-11-23T10:00:00.000Z." + QByteArray(body)),
        text);
    row("undefined", smileText("undefined." + QByteArray(body)), text);
    row("None", smileText("None." + QByteArray(body)), text);
    row("nothing", smileText('.' + QByteArray(body)), text);
    const auto here = [](const QByteArray &header, const QByteArray &signedTime,
                         const QByteArray &sent = body) {
        return broken::ask(
            u"smile"_s, secret,
            ::smile::request(sent, broken::hmac64(secret, signedTime + '.' + sent), header));
    };
    row("seconds where milliseconds are here", here(stamp + "000", stamp), text);
    row("seconds where a float is here", here(stamp + ".0", stamp), text);
    row("the time of arrival", here("1795427000", stamp), text);
    const QByteArray timed = R"({"created":1795427999,"topic":"ping"})";
    row("the body's time", here(stamp, "1795427999", timed), text);
    Question other = here("1795427111", "1795427222");
    other.request.fields.append(http::Field{"X-Smile-Sent-At", "1795427222"});
    row("another header's time", other, text);
}

void TstDiagnosisValue::provesTheTimestamp() { check(); }

void TstDiagnosisValue::provesDigestAndFormat_data()
{
    addColumns();
    const QStringList digest{u"digest"_s};
    const QStringList format{u"signature-format"_s};
    const QByteArray mac = broken::hmac(secret, usual);
    const QByteArray base64 = mac.toBase64();
    const QByteArray urls = mac.toBase64(QByteArray::Base64UrlEncoding);
    const auto plain = [](const QByteArray &text, broken::Algorithm algorithm) {
        return smileValue(QCryptographicHash::hash(text, algorithm).toBase64());
    };

    row("hex", smileValue(mac.toHex()), digest);
    row("hex in capitals", smileValue(mac.toHex().toUpper()), digest);
    row("hex with dashes, as .NET prints it", smileValue(mac.toHex('-').toUpper()), digest);
    row("Base64 of the hex text", smileValue(mac.toHex().toBase64()), digest);
    row("Base64 for URLs", smileValue(urls), digest);
    row("without its padding", smileValue(base64.chopped(1)), digest);
    row("SHA-1", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha1)), digest);
    row("SHA-512", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha512)), digest);
    row("SHA-384", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha384)), digest);
    row("MD5", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Md5)), digest);
    row("SHA-512 in hex", smileValue(broken::hmacHex(secret, usual, QCryptographicHash::Sha512)),
        digest);
    row("SHA-1 in hex", smileValue(broken::hmacHex(secret, usual, QCryptographicHash::Sha1)),
        digest);
    row("a digest of secret and text", plain(secret + usual, QCryptographicHash::Sha256), digest);
    row("a digest of text and secret", plain(usual + secret, QCryptographicHash::Sha256), digest);
    row("a digest of the text alone", plain(usual, QCryptographicHash::Sha256), digest);
    row("a SHA-1 digest of secret and text", plain(secret + usual, QCryptographicHash::Sha1),
        digest);
    row("secret and text swapped", smileValue(broken::hmac64(usual, secret)), digest);

    row("a prefix", smileValue("sha256=" + base64), format);
    row("a version in front", smileValue("v1=" + base64), format);
    row("Standard Webhooks' tag", smileValue("v1," + base64), format);
    row("quotes", smileValue('"' + base64 + '"'), format);
    row("Python's bytes", smileValue("b'" + base64 + '\''), format);
    row("cut off", smileValue(base64.first(30)), format);
    row("half of it", smileValue(base64.first(22)), format);
    row("no capitals", smileValue(base64.toLower()), format);
    row("percent-encoded", smileValue(base64.toPercentEncoding()), format);
    row("spaces for plus signs", smileValue(QByteArray(base64).replace('+', ' ')), format);
    row("white space inside", smileValue(base64.first(20) + ' ' + base64.sliced(20)), format);
    QByteArray loose = base64;
    loose[42] = loose[42] == 'A' ? 'B' : char(loose[42] + 1);
    row("bits beyond the digest", smileValue(loose), format);
}

void TstDiagnosisValue::provesDigestAndFormat() { check(); }

void TstDiagnosisValue::provesItForOthers_data()
{
    addColumns();
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

void TstDiagnosisValue::provesItForOthers() { check(); }

void TstDiagnosisValue::provesTwoThingsAtOnce_data()
{
    addColumns();
    const auto hex = [](const QByteArray &text, const QByteArray &key = secret) {
        return smileValue(broken::hmacHex(key, text));
    };
    row("the body alone, in hex", hex(body), {u"layout"_s, u"digest"_s});
    row("milliseconds, in hex", hex(stamp + "000." + body), {u"timestamp-text"_s, u"digest"_s});
    row("a line feed, in hex", hex(usual + '\n'), {u"newline"_s, u"digest"_s});
    row("a secret with a line feed, in hex", hex(usual, secret + '\n'),
        {u"secret-whitespace"_s, u"digest"_s});
    row("the body alone, with a prefix", smileValue("sha256=" + broken::hmac64(secret, body)),
        {u"layout"_s, u"signature-format"_s});
    row("hex with a prefix", smileValue("sha256=" + broken::hmacHex(secret, usual)),
        {u"digest"_s, u"signature-format"_s});
    row("the body alone, with a line feed", smileText(QByteArray(body) + '\n'),
        {u"newline"_s, u"layout"_s});
    row("milliseconds and a secret in quotes",
        smileValue(broken::hmac64('"' + secret + '"', stamp + "000." + body)),
        {u"secret-whitespace"_s, u"timestamp-text"_s});
    row("spaced JSON and a secret with a line feed",
        smileValue(broken::hmac64(secret + '\n',
                                  stamp + R"(.{"account_id": 0, "data": {}, "topic": "ping"})")),
        {u"json-reserialised"_s, u"secret-whitespace"_s});
    row("spaced JSON, the body alone",
        smileText(R"({"account_id": 0, "data": {}, "topic": "ping"})"),
        {u"json-reserialised"_s, u"layout"_s});
    row("spaced JSON, milliseconds",
        smileText(stamp + R"(000.{"account_id": 0, "data": {}, "topic": "ping"})"),
        {u"json-reserialised"_s, u"timestamp-text"_s});
    row("a plain digest of secret and body",
        smileValue(QCryptographicHash::hash(secret + body, QCryptographicHash::Sha256).toBase64()),
        {u"layout"_s, u"digest"_s});
}

void TstDiagnosisValue::provesTwoThingsAtOnce() { check(); }

void TstDiagnosisValue::findsTheEntryThatFits()
{
    const QByteArray good = broken::hmac64(secret, usual);
    const QByteArray other = broken::hmac64("another-secret-000", usual);
    Question twice = smileValue(other);
    twice.request.fields.append(http::Field{"Smile-Signature", good});
    for (const Question &question :
         {twice, smileValue(other + ", " + good), smileValue(other + ' ' + good)}) {
        const Diagnosis diagnosis = diagnose(question);
        QCOMPARE(broken::words(diagnosis.causes), QStringList(u"rotated-key"_s));
        QCOMPARE(diagnosis.certainty, Certainty::Proof);
    }
}

void TstDiagnosisValue::namesTheOtherScheme_data()
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
}

void TstDiagnosisValue::namesTheOtherScheme()
{
    QFETCH(Question, question);
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), QStringList(u"other-scheme"_s));
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QTEST(diagnosis.scheme, "scheme");
    QVERIFY(!diagnosis.remedy.isEmpty());
}

void TstDiagnosisValue::provesTheAddress_data()
{
    addColumns();
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

void TstDiagnosisValue::provesTheAddress() { check(); }

QTEST_GUILESS_MAIN(TstDiagnosisValue)
#include "tst_diagnosisvalue.moc"
