// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/redaction.h"
#include "support/builders.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesInBodies_data();
    void hidesInBodies();
    void hidesHeaders();
    void hidesTheSchemesSignature();
    void hidesInTheEventWhatIsHiddenInTheRequest();
    void givesAValueOnePlaceholder();
    void letsTheLengthFollowTheBody();
    void leavesAllElseAsItIs();
    void leavesOutWhatWasSentAgain();
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

void TstRedaction::hidesTheSchemesSignature()
{
    formats::Redaction redaction = by(u"signatures"_s);
    const auto shown = redaction.applied(recordOf("{}", {{"Smile-Signature", "abc="}}));
    QCOMPARE(http::value(shown.delivery->request.fields, "Smile-Signature"),
             QByteArray("redacted-1"));
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
