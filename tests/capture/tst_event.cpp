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

QTEST_GUILESS_MAIN(TstEvent)
#include "tst_event.moc"
