// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/redaction.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesInBodies_data();
    void hidesInBodies();
    void hidesInForms_data();
    void hidesInForms();
    void hidesInTheFieldsOfAMultipartBody();
    void hidesHeaders();
    void knowsCredentials_data();
    void knowsCredentials();
    void hidesTheSchemesSignature();
    void hidesNumberedSignatures();
    void hidesTheSignatureWhereverItStands_data();
    void hidesTheSignatureWhereverItStands();
    void hidesTheSignatureOfEachElement();
    void hidesInTheEventWhatIsHiddenInTheRequest();
    void givesAValueOnePlaceholder();
    void letsTheLengthFollowTheBody();
    void leavesAllElseAsItIs();
    void leavesOutWhatWasSentAgain();
    void leavesOutWhichRuleAnswered_data();
    void leavesOutWhichRuleAnswered();
    void refuses_data();
    void refuses();
};

static formats::Redaction by(const QString &rules)
{
    const auto redaction = formats::Redaction::read(rules, {});
    return redaction ? *redaction : formats::Redaction();
}

static capture::Record recordOf(const QByteArray &body, const http::Fields &fields = {})
{
    capture::Delivery delivery = builders::delivery(body);
    delivery.request.fields += fields;
    capture::Record record;
    record.delivery = builders::stored(delivery);
    return record;
}

void TstRedaction::hidesInBodies_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("shown");

    const auto row = [](const char *name, const QString &rules, const QByteArray &body,
                        const QByteArray &shown) { QTest::newRow(name) << rules << body << shown; };
    row("an address", u"emails"_s, R"({ "to" : "a.b+c@x.example" , "n":1.0 })",
        R"({ "to" : "person1@redacted.invalid" , "n":1.0 })");
    row("an escaped address", u"emails"_s, R"(["a\u0040x.example"])",
        R"(["person1@redacted.invalid"])");
    row("addresses in a sentence", u"emails"_s, R"(["<a@x.example>, b@x.example."])",
        R"(["<person1@redacted.invalid>, person2@redacted.invalid."])");
    row("an address in a form", u"emails"_s, "to=a%40x.example&b=1",
        "to=person1%40redacted.invalid&b=1");
    row("no address", u"emails"_s, R"(["@x", "a@b", "@"])", R"(["@x", "a@b", "@"])");
    row("names, and texts that have none", u"names"_s, R"({"tags":["vip",{"first_name":"A"}]})",
        R"({"tags":["vip",{"first_name":"name-1"}]})");
    row("names", u"names"_s, R"({"first_name":"Maya","lastName":"Ortiz","title":"Maya"})",
        R"({"first_name":"name-1","lastName":"name-2","title":"Maya"})");
    row("a pointer", u"json:/a/0"_s, R"({"a":[12345678901234567890,2]})",
        R"({"a":["redacted-1",2]})");
    row("a whole object", u"json:/a"_s, R"({"a":{"b":[1]},"c":2})", R"({"a":"redacted-1","c":2})");
    row("nothing there", u"json:/x"_s, R"({"a":1})", R"({"a":1})");
    row("bytes that nobody can look into", u"emails"_s, "\x1f\x8b\xff", "");
    row("JSON that is cut off, for names", u"names"_s, R"({"name":"Zed","ssn":"123")", "");
    row("JSON that is cut off, for a pointer", u"json:/ssn"_s, R"({"name":"Zed","ssn":"123")", "");
    row("JSON that is cut off, for addresses", u"emails"_s, R"({"to":"a@x.example")",
        R"({"to":"person1@redacted.invalid")");
    row("JSON that is cut off, with an escaped address", u"emails"_s, R"({"to":"a\u0040x.example")",
        "");
    row("JSON behind JSON", u"names"_s, "{\"name\":\"Zed\"}\n{\"name\":\"Ann\"}\n", "");
    row("JSON behind a byte order mark", u"names"_s, "\xEF\xBB\xBF{\"name\":\"Zed\"", "");
    row("XML", u"names"_s, "<a><name>Zed</name></a>", "");
    row("a text", u"names"_s, "name: Zed", "");
    row("XML, for addresses", u"emails"_s, "<to>a@x.example</to>",
        "<to>person1@redacted.invalid</to>");
    row("XML with an escaped address", u"emails"_s, "<to>a&#x40;x.example</to>", "");
    row("JSON in a text of JSON", u"names,json:/ssn"_s,
        R"({"p" : "{\"name\":\"Zed\",\"ssn\":1,\"n\":1.0}"})",
        R"({"p" : "{\"name\":\"name-1\",\"ssn\":\"redacted-1\",\"n\":1.0}"})");
    row("JSON in JSON in JSON", u"names"_s, R"(["[\"{\\\"name\\\":\\\"Zed\\\"}\"]"])",
        R"(["[\"{\\\"name\\\":\\\"name-1\\\"}\"]"])");
    row("JSON in a text with nothing to hide", u"names"_s, R"({"p":"\u007b\"a\":1}"})",
        R"({"p":"\u007b\"a\":1}"})");
    row("JSON that is cut off in a text", u"names"_s, R"({"p":"{\"name\":\"Zed","q":1})",
        R"({"p":"redacted-1","q":1})");
    row("XML in a text", u"names"_s, R"({"p":" <name>Zed</name>","q":"a < b"})",
        R"({"p":"redacted-1","q":"a < b"})");
    row("a pointer into JSON in a text", u"json:/p/ssn/0"_s, R"({"p":"{\"ssn\":[1]}","q":1})",
        R"({"p":"redacted-1","q":1})");
    row("a pointer into a text that is no JSON", u"json:/p/ssn"_s, R"({"p":"cus_1"})",
        R"({"p":"cus_1"})");
    row("a text that begins with a bracket", u"names"_s, R"(["[1] a"])", R"(["[1] a"])");
    row("members with one name", u"json:/a/b"_s, R"({"a":{"b":1,"c":2,"b":3},"a":{"b":4},"b":5})",
        R"({"a":{"b":"redacted-1","c":2,"b":"redacted-2"},"a":{"b":"redacted-3"},"b":5})");
    row("bytes, with nothing of bodies to hide", u"signatures"_s, "\x1f\x8b\xff", "\x1f\x8b\xff");
}

void TstRedaction::hidesInBodies()
{
    QFETCH(QString, rules);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, shown);
    formats::Redaction redaction = by(rules);
    QCOMPARE(redaction.applied(recordOf(body)).delivery->request.body, shown);
}

void TstRedaction::hidesInForms_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("shown");

    const auto row = [](const char *name, const QString &rules, const QByteArray &body,
                        const QByteArray &shown) { QTest::newRow(name) << rules << body << shown; };
    row("JSON in a field", u"json:/user/id,names,emails"_s,
        "a=%31&payload=%7B%22user%22%3A%7B%22id%22%3A7%2C%22name%22%3A%22Maya%22%2C"
        "%22to%22%3A%22m%40x.example%22%7D%7D&b=+",
        "a=%31&payload=%7B%22user%22%3A%7B%22id%22%3A%22redacted-1%22%2C%22name%22%3A%22name-1%22"
        "%2C%22to%22%3A%22person1%40redacted.invalid%22%7D%7D&b=+");
    row("JSON with nothing to hide stays as it is written", u"names"_s, "p=%7b%22a%22:+1}",
        "p=%7b%22a%22:+1}");
    row("JSON in a field that is cut off", u"names"_s, "p=%7B%22name%22%3A%22Zed&b=1",
        "p=redacted-1&b=1");
    row("XML in a field", u"json:/ssn"_s, "p=%3Cssn%3E1%3C/ssn%3E&b=1", "p=redacted-1&b=1");
    row("JSON that is cut off", u"names"_s, R"({"name":"Z=d&a=b")", "");
    row("names of people", u"names"_s, "customer[first_name]=Maya&LastName=O&topic=Maya",
        "customer[first_name]=name-1&LastName=name-2&topic=Maya");
    row("a field by its pointer", u"json:/phone"_s, "phone=%2B1&b=2", "phone=redacted-1&b=2");
    row("an address", u"emails"_s, "to=a%40x.example&b=1", "to=person1%40redacted.invalid&b=1");
    row("a telltale name", u"signatures"_s, "token=abc&b=1", "token=redacted-1&b=1");
    row("JSON that says it is a form", u"signatures"_s, R"({"a":"&token=x"})",
        R"({"a":"&token=x"})");
    row("bytes that nobody can look into", u"emails"_s, "a=%FF&b=1", "a=&b=1");
}

void TstRedaction::hidesInForms()
{
    QFETCH(QString, rules);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, shown);
    capture::Delivery delivery = builders::delivery(body);
    delivery.request.fields = {{"Content-Type", "application/x-www-form-urlencoded"}};
    capture::Record record;
    record.delivery = builders::stored(delivery);
    QCOMPARE(by(rules).applied(record).delivery->request.body, shown);
}

void TstRedaction::hidesInTheFieldsOfAMultipartBody()
{
    const QByteArray body = "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n"
                            R"({"name":"Maya","n":1.0})"
                            "\r\n--b\r\nContent-Disposition: form-data; name=\"last_name\"\r\n\r\n"
                            "Ortiz\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; "
                            "filename=\"m@x.example.bin\"\r\n\r\n\xff\x00\r\n--b--\r\n"_ba;
    capture::Delivery delivery = builders::delivery(body);
    delivery.request.fields = {{"Content-Type", "multipart/form-data; boundary=\"b\""}};
    capture::Record record;
    record.delivery = builders::stored(delivery);
    const QByteArray shown = by(u"names,emails"_s).applied(record).delivery->request.body;
    QCOMPARE(shown,
             QByteArray("--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n"
                        R"({"name":"name-1","n":1.0})"
                        "\r\n--b\r\nContent-Disposition: form-data; name=\"last_name\"\r\n\r\n"
                        "name-2\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; "
                        "filename=\"person1@redacted.invalid\"\r\n\r\n\r\n--b--\r\n"));
    // One that is cut off is looked through as a text.
    delivery.request.body = "--b\r\n\r\nm@x.example";
    record.delivery = builders::stored(delivery);
    QCOMPARE(by(u"emails"_s).applied(record).delivery->request.body,
             "--b\r\n\r\nperson1@redacted.invalid");
}

void TstRedaction::hidesHeaders()
{
    formats::Redaction redaction = by(u"header:x-secret,emails,signatures"_s);
    const auto shown = redaction.applied(
        recordOf("{}", {{"X-Secret", "a"}, {"From", "a@x.example"}, {"Authorization", "Basic b"}}));
    const http::Fields &fields = shown.delivery->request.fields;
    QCOMPARE(http::value(fields, "X-Secret"), QByteArray("redacted-1"));
    QCOMPARE(http::value(fields, "From"), QByteArray("person1@redacted.invalid"));
    QCOMPARE(http::value(fields, "Authorization"), QByteArray("redacted-2"));
    QVERIFY(shown.delivery->request.head.isEmpty());
}

void TstRedaction::knowsCredentials_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("credential");
    QTest::newRow("of a user") << QByteArray("authorization") << true;
    QTest::newRow("of a proxy's user") << QByteArray("Proxy-Authorization") << true;
    QTest::newRow("of a session") << QByteArray("Cookie") << true;
    QTest::newRow("that begins a session") << QByteArray("Set-Cookie") << true;
    QTest::newRow("a key") << QByteArray("X-Api-Key") << true;
    QTest::newRow("a token") << QByteArray("X-Gitlab-Token") << true;
    QTest::newRow("a signature") << QByteArray("Smile-Signature") << false;
    QTest::newRow("anything else") << QByteArray("Content-Type") << false;
}

void TstRedaction::knowsCredentials()
{
    QFETCH(const QByteArray, name);
    QTEST(formats::isCredential(name), "credential");
}

void TstRedaction::hidesTheSchemesSignature()
{
    formats::Redaction redaction = by(u"signatures"_s);
    const auto shown = redaction.applied(recordOf("{}", {{"Smile-Signature", "abc="}}));
    QCOMPARE(http::value(shown.delivery->request.fields, "Smile-Signature"),
             QByteArray("redacted-1"));
}

// A scheme of the store's own, by which the delivery was judged.
static formats::Redaction ofSignaturesAt(const QByteArray &place)
{
    signature::Scheme scheme = signature::smile();
    scheme.id = u"own"_s;
    scheme.signature = {signature::placeFromText(place).value()};
    scheme.each = "/e";
    const auto redaction
        = formats::Redaction::read(u"signatures"_s, signature::SchemeBook({scheme}));
    return redaction ? *redaction : formats::Redaction();
}

void TstRedaction::hidesNumberedSignatures()
{
    capture::Delivery delivery = builders::delivery("{}");
    delivery.verdict.scheme = u"own"_s;
    delivery.request.fields
        = {{"X-Sum-1", "a"}, {"x-sum-20", "b"}, {"X-Sum-", "c"}, {"X-Sum-x", "d"}};
    formats::Redaction redaction = ofSignaturesAt("header_n:X-Sum-{n}");
    const auto shown = redaction.applied({.delivery = builders::stored(delivery)});
    QCOMPARE(shown.delivery->request.fields,
             (http::Fields{{"X-Sum-1", "redacted-1"},
                           {"x-sum-20", "redacted-2"},
                           {"X-Sum-", "c"},
                           {"X-Sum-x", "d"}}));
}

void TstRedaction::hidesTheSignatureWhereverItStands_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("shownTarget");
    QTest::addColumn<QByteArray>("shownBody");

    const auto row
        = [](const char *name, const QByteArray &place, const QByteArray &target,
             const QByteArray &body, const QByteArray &shownTarget, const QByteArray &shownBody) {
              QTest::newRow(name) << place << target << body << shownTarget << shownBody;
          };
    row("in the query", "query:s", "/?a=%41&s=c2ln%3D&S=1", "{}", "/?a=%41&s=redacted-1&S=1", "{}");
    row("in the query, its name escaped", "query:s", "/?%73=1", "{}", "/?%73=redacted-1", "{}");
    row("in the query, twice", "query:s", "/?s=1&s=2&s=1", "{}",
        "/?s=redacted-1&s=redacted-2&s=redacted-1", "{}");
    row("in the query, without a value", "query:s", "/?s&a=1", "{}", "/?s&a=1", "{}");
    row("in the query, by a telltale name", "header:X", "/?api_key=1&X-Hmac=2&b=3", "{}",
        "/?api_key=redacted-1&X-Hmac=redacted-2&b=3", "{}");
    row("in a form", "form:s", "/", "a=1&s=x%2By&b=", "/", "a=1&s=redacted-1&b=");
    row("in JSON", "json:/s", "/", R"({"s":"x","t":1})", "/", R"({"s":"redacted-1","t":1})");
    row("in JSON, beside what is none", "json:/s", "/", R"({"s":"x","t":"<p>"})", "/",
        R"({"s":"redacted-1","t":"<p>"})");
    row("in the elements of an array", "item:/s", "/", R"({"e":[{"s":"x"},{"s":"y"},{}]})", "/",
        R"({"e":[{"s":"redacted-1"},{"s":"redacted-2"},{}]})");
}

void TstRedaction::hidesTheSignatureOfEachElement()
{
    QByteArray body = "{\"e\":[";
    QByteArray wanted = body;
    for (int i = 1; i <= 300; ++i) {
        const QByteArray comma = i == 300 ? "" : ",";
        body += R"({"s":")" + QByteArray::number(i) + R"("})" + comma;
        wanted += R"({"s":"redacted-)" + QByteArray::number(i) + R"("})" + comma;
    }
    capture::Delivery delivery = builders::delivery(body + "]}");
    delivery.verdict.scheme = u"own"_s;
    const auto shown = ofSignaturesAt("item:/s").applied({.delivery = builders::stored(delivery)});
    QCOMPARE(shown.delivery->request.body, wanted + "]}");
}

void TstRedaction::hidesTheSignatureWhereverItStands()
{
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    capture::Delivery delivery = builders::delivery(body);
    delivery.verdict.scheme = u"own"_s;
    delivery.request.target = target;
    delivery.request.fields = {{"Content-Type", "application/x-www-form-urlencoded"}};
    formats::Redaction redaction = ofSignaturesAt(place);
    const auto shown = redaction.applied({.delivery = builders::stored(delivery)});
    QTEST(shown.delivery->request.target, "shownTarget");
    QTEST(shown.delivery->request.body, "shownBody");
}

void TstRedaction::hidesInTheEventWhatIsHiddenInTheRequest()
{
    capture::Delivery delivery = builders::delivery(R"({"topic":"ping","account_id":48213})");
    delivery.request.fields += http::Fields{{"X-Delivery", "d-1"}};
    delivery.event = {.topic = u"ping"_s, .account = u"48213"_s, .id = u"d-1"_s};
    formats::Redaction redaction = by(u"json:/account_id,header:X-Delivery"_s);
    const auto shown = redaction.applied({.delivery = builders::stored(delivery)});
    QCOMPARE(shown.delivery->event.topic, u"ping"_s);
    QVERIFY(shown.delivery->event.account.startsWith(u"redacted-"_s));
    QVERIFY(shown.delivery->event.id.startsWith(u"redacted-"_s));
}

void TstRedaction::givesAValueOnePlaceholder()
{
    formats::Redaction redaction = by(u"emails"_s);
    redaction.applied(recordOf(R"(["a@x.example"])"));
    const auto second = redaction.applied(recordOf(R"(["b@x.example","A@x.example"])"));
    QCOMPARE(second.delivery->request.body,
             R"(["person2@redacted.invalid","person1@redacted.invalid"])");
}

void TstRedaction::letsTheLengthFollowTheBody()
{
    formats::Redaction redaction = by(u"emails"_s);
    const auto shown = redaction.applied(recordOf(R"(["a@x.example"])"));
    const http::Request &request = shown.delivery->request;
    QCOMPARE(http::value(request.fields, "Content-Length"),
             QByteArray::number(request.body.size()));
}

void TstRedaction::leavesAllElseAsItIs()
{
    const capture::Record record = recordOf(R"(["a@x.example"])");
    formats::Redaction redaction = by(QString());
    QVERIFY(redaction.isEmpty());
    QCOMPARE(redaction.applied(record).delivery, record.delivery);
}

void TstRedaction::leavesOutWhatWasSentAgain()
{
    capture::Record record = recordOf("{}");
    record.attempts.append({.target = u"https://a@x.example/"_s});
    QVERIFY(by(u"emails"_s).applied(record).attempts.isEmpty());
    QCOMPARE(formats::Redaction().applied(record).attempts.size(), 1);
}

void TstRedaction::leavesOutWhichRuleAnswered_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a slow body that was not sent to its end")
        << u"rule: a: 503 with a slow body (19 of 30 bytes, then the connection ended)"_s
        << u"rule"_s;
    QTest::newRow("a rule by account") << u"rule: account a@x.example: 503"_s << u"rule"_s;
    QTest::newRow("one that closes") << u"close: /a: closed without an answer"_s << u"close"_s;
    QTest::newRow("the profile") << u"profile"_s << u"profile"_s;
    QTest::newRow("a handshake") << u"handshake: no secret"_s << u"handshake: no secret"_s;
}

void TstRedaction::leavesOutWhichRuleAnswered()
{
    QFETCH(QString, source);
    capture::Record record = recordOf("{}");
    record.answer = capture::Answer{.source = source};
    QTEST(by(u"emails"_s).applied(record).answer->source, "shown");
    QCOMPARE(formats::Redaction().applied(record).answer->source, source);
}

void TstRedaction::refuses_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("an unknown word") << u"phones"_s;
    QTest::newRow("a header without a name") << u"header:"_s;
    QTest::newRow("no pointer") << u"json:a"_s;
}

void TstRedaction::refuses()
{
    QFETCH(QString, rules);
    const auto redaction = formats::Redaction::read(rules, {});
    QVERIFY(!redaction);
    QVERIFY(redaction.error().what.contains(rules));
}

QTEST_GUILESS_MAIN(TstRedaction)
#include "tst_redaction.moc"
