// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/event.h"
#include "signature/catalogue.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using capture::Event;

namespace
{

Event describe(const QByteArray &body, const signature::Scheme &scheme = signature::smile())
{
    http::Request request;
    request.body = body;
    return capture::describeEvent(request, scheme);
}

QByteArray update(const QByteArray &customer)
{
    return R"({"account_id":1234567,"data":{"customer":)" + customer
        + R"(},"topic":"customer/updated"})";
}

} // namespace

class TstEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAPing();
    void describesACustomer();
    void summarises_data();
    void summarises();
    void staysEmpty_data();
    void staysEmpty();
    void keepsNumbersAsTheyStand();
    void cutsLongTexts();
    void takesOtherPlaces();
    void describesNothingWithoutAScheme();
    void readsWhatElseIsAsked_data();
    void readsWhatElseIsAsked();
    void readsThePlacesOfSenders_data();
    void readsThePlacesOfSenders();
    void readsHostilePlaces_data();
    void readsHostilePlaces();
};

void TstEvent::describesAPing()
{
    const Event expected{.topic = u"ping"_s, .account = u"0"_s, .summary = u"Endpoint test"_s};
    QVERIFY(describe(R"({"account_id":0,"data":{},"topic":"ping"})") == expected);
}

void TstEvent::describesACustomer()
{
    const Event expected{.topic = u"customer/updated"_s,
                         .account = u"1234567"_s,
                         .summary = u"rui.costa@example.pt · 240 pts"_s};
    QVERIFY(describe(update(R"({"id":1,"email":"rui.costa@example.pt","points_balance":240})"))
            == expected);
}

void TstEvent::summarises_data()
{
    QTest::addColumn<QByteArray>("customer");
    QTest::addColumn<QString>("summary");

    const auto add = [](const char *name, const QByteArray &customer, const QString &summary) {
        QTest::newRow(name) << customer << summary;
    };
    add("a name without an e-mail address",
        R"({"first_name":"Maya","last_name":"Ortiz","points_balance":5})", u"Maya Ortiz · 5 pts"_s);
    add("an e-mail address that is null",
        R"({"email":null,"first_name":"Maya","last_name":null,"points_balance":5})",
        u"Maya · 5 pts"_s);
    add("a last name alone", R"({"last_name":"Ortiz"})", u"Ortiz"_s);
    add("no points", R"({"email":"a@b"})", u"a@b"_s);
    add("one point", R"({"email":"a@b","points_balance":1})", u"a@b · 1 pt"_s);
    add("points alone", R"({"points_balance":-3})", u"-3 pts"_s);
    add("nothing", "{}", QString());
    add("no object", "7", QString());
    add("an e-mail address that is an object", R"({"email":{"x":1}})", QString());
    add("a name of white space", R"({"first_name":" \n ","last_name":"\t"})", QString());
}

void TstEvent::summarises()
{
    QFETCH(QByteArray, customer);
    QTEST(describe(update(customer)).summary, "summary");
}

void TstEvent::staysEmpty_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("no body") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("topic=ping");
    QTest::newRow("a cut-off body") << QByteArray(R"({"topic":"ping","account_id":0)");
    QTest::newRow("another shape") << QByteArray(R"([{"topic":"ping"}])");
    QTest::newRow("a scalar") << QByteArray(R"("ping")");
    QTest::newRow("a topic that is an object") << QByteArray(R"({"topic":{"x":"ping"}})");
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
}

void TstEvent::staysEmpty()
{
    QFETCH(QByteArray, body);
    QVERIFY(describe(body) == Event());
}

void TstEvent::keepsNumbersAsTheyStand()
{
    QCOMPARE(describe(R"({"account_id":123456789012345678901})").account,
             u"123456789012345678901"_s);
    QCOMPARE(describe(R"({"account_id":1.0})").account, u"1.0"_s);
}

void TstEvent::cutsLongTexts()
{
    const auto topic = [](int size) { return R"({"topic":")" + QByteArray(size, 't') + "\"}"; };
    QCOMPARE(describe(topic(120)).topic, QString(120, u't'));
    QCOMPARE(describe(topic(121)).topic, QString(119, u't') + u'…');
    // A cut never leaves half a surrogate pair.
    const QByteArray pairs = R"({"topic":"t)" + QByteArray("😀").repeated(100) + "\"}";
    QCOMPARE(describe(pairs).topic, u't' + u"😀"_s.repeated(59) + u'…');
    const Event event = describe(update(R"({"email":")" + QByteArray(5000, 'e')
                                        + R"(","points_balance":)" + QByteArray(5000, '1') + '}'));
    QVERIFY(event.summary.size() < 300);
}

void TstEvent::takesOtherPlaces()
{
    signature::Scheme scheme;
    scheme.id = u"other"_s;
    scheme.eventType = {{signature::Source::Json, "/event/type"}};
    scheme.deliveryId = {{signature::Source::Json, "/id"}};
    const Event expected{.topic = u"paid"_s, .id = u"evt_1"_s};
    QVERIFY(describe(R"({"id":"evt_1","event":{"type":"paid"},"account_id":5})", scheme)
            == expected);
    QVERIFY(describe(R"("paid")", scheme) == Event());
}

void TstEvent::describesNothingWithoutAScheme()
{
    QVERIFY(describe(R"({"topic":"ping"})", {}) == Event());
}

void TstEvent::readsWhatElseIsAsked_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("along with the places of the scheme") << u"smile"_s;
    QTest::newRow("of a scheme without places in the body") << u"github"_s;
    QTest::newRow("where the scheme's JSON is another text") << u"mandrill"_s;
    QTest::newRow("without a scheme") << QString();
}

void TstEvent::readsWhatElseIsAsked()
{
    QFETCH(QString, scheme);
    http::Request request;
    request.body = R"({"data":{"customer":{"id":7}},"topic":"ping","mandrill_events":"{}"})";
    const auto known = signature::schemeById(scheme).value_or(signature::Scheme());
    capture::Further further{.pointers = {"/data/customer/id", "/none", "/topic"}, .texts = {}};
    const Event event = capture::describeEvent(request, known, further);
    QCOMPARE(further.texts, QList<QString>({u"7"_s, {}, u"ping"_s}));
    QVERIFY(event == capture::describeEvent(request, known));
}

void TstEvent::readsThePlacesOfSenders_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Event>("event");

    const http::Field form{"Content-Type", "application/x-www-form-urlencoded"};
    const auto row = [](const char *name, const QString &scheme, const http::Fields &fields,
                        const QByteArray &body, const Event &event) {
        QTest::newRow(name) << scheme << fields << body << event;
    };
    row("Shopify: three headers", u"shopify"_s,
        {{"X-Shopify-Topic", "orders/paid"},
         {"X-Shopify-Shop-Domain", "a.myshopify.com"},
         {"X-Shopify-Webhook-Id", "b54557e4"}},
        R"({"id":1})",
        {.topic = u"orders/paid"_s, .account = u"a.myshopify.com"_s, .id = u"b54557e4"_s});
    row("Shopify: the headers of its Events", u"shopify"_s,
        {{"Shopify-Topic", "Product"},
         {"Shopify-Shop-Domain", "a.myshopify.com"},
         {"Shopify-Webhook-Id", "b54557e4"}},
        R"({"id":1})",
        {.topic = u"Product"_s, .account = u"a.myshopify.com"_s, .id = u"b54557e4"_s});
    row("GitHub: headers in another case", u"github"_s,
        {{"x-github-event", "push"}, {"x-github-delivery", "72d3162e"}}, "{}",
        {.topic = u"push"_s, .id = u"72d3162e"_s});
    row("GitLab: a header with spaces", u"gitlab"_s,
        {{"X-Gitlab-Event", "Merge Request Hook"}, {"X-Gitlab-Event-UUID", "13792a34"}}, "{}",
        {.topic = u"Merge Request Hook"_s, .id = u"13792a34"_s});
    row("Slack: all in the body", u"slack"_s, {},
        R"({"team_id":"T1","event_id":"Ev1","event":{"type":"app_mention"}})",
        {.topic = u"app_mention"_s, .account = u"T1"_s, .id = u"Ev1"_s});
    row("Stripe: all in the body", u"stripe"_s, {},
        R"({"id":"evt_1","type":"invoice.paid","account":"acct_1"})",
        {.topic = u"invoice.paid"_s, .account = u"acct_1"_s, .id = u"evt_1"_s});
    row("Svix: a header and the body", u"svix"_s, {{"svix-id", "msg_1"}},
        R"({"type":"user.created"})", {.topic = u"user.created"_s, .id = u"msg_1"_s});
    row("Twilio: the first of two form fields", u"twilio"_s,
        {form, {"I-Twilio-Idempotency-Token", "IT1"}}, "MessageSid=SM1&MessageStatus=delivered",
        {.topic = u"delivered"_s, .id = u"IT1"_s});
    row("Twilio: the second of two form fields", u"twilio"_s, {form}, "CallStatus=in%2Dprogress",
        {.topic = u"in-progress"_s});
    row("Chargify: a form field", u"chargify"_s, {form, {"X-Chargify-Webhook-Id", "7"}},
        "event=renewal_success&id=3", {.topic = u"renewal_success"_s, .id = u"7"_s});
    row("Mailgun: fields of a form", u"mailgun_form"_s, {form},
        "event=opened&Message-Id=%3C1%40a.example%3E",
        {.topic = u"opened"_s, .id = u"<1@a.example>"_s});
    row("Mandrill: JSON in a form field", u"mandrill"_s, {form},
        "mandrill_events=%5B%7B%22event%22%3A%22hard_bounce%22%7D%5D", {.topic = u"hard_bounce"_s});
    row("Dropbox Sign: JSON in a part of a form", u"dropbox_sign"_s,
        {{"Content-Type", "multipart/form-data; boundary=b"}},
        "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n"
        R"({"event":{"event_type":"callback_test"}})"
        "\r\n--b--\r\n",
        {.topic = u"callback_test"_s});
    row("MessageBird: a claim of a token", u"messagebird"_s,
        {{"MessageBird-Signature-JWT",
          "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiI5YTM2In0."
          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}},
        {}, {.id = u"9a36"_s});
    row("Amazon SNS: headers", u"aws_sns"_s,
        {{"x-amz-sns-message-type", "Notification"}, {"x-amz-sns-message-id", "22b8"}}, "{}",
        {.topic = u"Notification"_s, .id = u"22b8"_s});
    row("Adyen: the first element of a batch", u"adyen_payments"_s, {},
        R"({"notificationItems":[{"NotificationRequestItem":{"eventCode":"REFUND",)"
        R"("pspReference":"8835"}}]})",
        {.topic = u"REFUND"_s, .id = u"8835"_s});
    row("Bitbucket: a header that is there twice", u"bitbucket"_s,
        {{"X-Event-Key", "repo:push"}, {"X-Event-Key", "repo:fork"}}, "{}",
        {.topic = u"repo:push"_s});
    row("GitHub without its headers", u"github"_s, {}, R"({"action":"opened"})", {});
}

void TstEvent::readsThePlacesOfSenders()
{
    QFETCH(QString, scheme);
    http::Request request;
    QFETCH(http::Fields, fields);
    QFETCH(QByteArray, body);
    QFETCH(Event, event);
    request.method = "POST";
    request.target = "/";
    request.fields = fields;
    request.body = body;
    const Event read = capture::describeEvent(
        request, signature::schemeById(scheme).value_or(signature::Scheme()));
    QCOMPARE(read.topic, event.topic);
    QCOMPARE(read.account, event.account);
    QCOMPARE(read.id, event.id);
    QCOMPARE(read.summary, QString());
}

void TstEvent::readsHostilePlaces_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("topic");

    const http::Field form{"Content-Type", "application/x-www-form-urlencoded"};
    QTest::newRow("a long header")
        << u"github"_s << http::Fields{{"X-GitHub-Event", QByteArray(60'000, 'e')}} << QByteArray()
        << QString(119, u'e') + u'…';
    QTest::newRow("a long header of long characters")
        << u"github"_s << http::Fields{{"X-GitHub-Event", QByteArray("😀").repeated(10'000)}}
        << QByteArray() << u"😀"_s.repeated(59) + u'…';
    QTest::newRow("bytes that are no text")
        << u"github"_s << http::Fields{{"X-GitHub-Event", "\xFFpush"}} << QByteArray()
        << u"\uFFFDpush"_s;
    QTest::newRow("an empty header")
        << u"github"_s << http::Fields{{"X-GitHub-Event", ""}} << QByteArray() << QString();
    QTest::newRow("a form larger than is looked into")
        << u"chargify"_s << http::Fields{form}
        << QByteArray("event=renewal_success&x=") + QByteArray(1024 * 1024, 'x') << QString();
    QTest::newRow("more form fields than anybody sends")
        << u"chargify"_s << http::Fields{form}
        << "event=renewal_success" + QByteArray("&a=b").repeated(20'000) << QString();
    QTest::newRow("JSON where a form should be")
        << u"chargify"_s << http::Fields{{"Content-Type", "application/json"}}
        << QByteArray(R"({"event":"renewal_success"})") << QString();
}

void TstEvent::readsHostilePlaces()
{
    QFETCH(QString, scheme);
    http::Request request;
    QFETCH(http::Fields, fields);
    QFETCH(QByteArray, body);
    request.fields = fields;
    request.body = body;
    QTEST(capture::describeEvent(request, signature::schemeById(scheme).value()).topic, "topic");
}

QTEST_GUILESS_MAIN(TstEvent)
#include "tst_event.moc"
