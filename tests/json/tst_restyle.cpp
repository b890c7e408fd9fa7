// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/restyle.h"

#include <QTest>

using namespace json;

namespace
{

Document read(const QByteArray &text) { return std::get<Document>(Document::parse(text)); }

std::optional<QByteArray> styled(const QByteArray &text, const Style &style,
                                 qsizetype limit = 64 * 1024)
{
    return restyled(read(text), style, limit);
}

} // namespace

class TstRestyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spaces_data();
    void spaces();
    void orders_data();
    void orders();
    void keepsWhatHasNoRule();
    void mergesRepeatedKeys();
    void takesEmptyForEmpty();
    void leavesNullsOut();
    void stopsAtTheLimit();
    void goesAsDeepAsReadingDoes();
    void respellsInPlace();
};

void TstRestyle::spaces_data()
{
    QTest::addColumn<Spacing>("spacing");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("compact") << compact << QByteArray(R"({"a":[1,{"b":null}],"c":{},"d":[]})");
    QTest::newRow("as Python does")
        << pythonSpaced << QByteArray(R"({"a": [1, {"b": null}], "c": {}, "d": []})");
    QTest::newRow("two spaces")
        << twoSpaces
        << QByteArray("{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ],\n  \"c\": {},\n"
                      "  \"d\": []\n}");
    QTest::newRow("tabs")
        << tabs
        << QByteArray("{\n\t\"a\": [\n\t\t1,\n\t\t{\n\t\t\t\"b\": null\n\t\t}\n\t],\n\t\"c\": {},\n"
                      "\t\"d\": []\n}");
    QTest::newRow("arrays on one line, as Jackson does")
        << Spacing{.colon = " : ",
                   .lineBreak = "\n",
                   .indent = "  ",
                   .insideEmpty = " ",
                   .insideList = " ",
                   .listsOnOneLine = true}
        << QByteArray("{\n  \"a\" : [ 1, {\n    \"b\" : null\n  } ],\n  \"c\" : { },\n"
                      "  \"d\" : [ ]\n}");
}

void TstRestyle::spaces()
{
    QFETCH(Spacing, spacing);
    const QByteArray text
        = "\xef\xbb\xbf { \"a\" : [ 1 , {\"b\" :\tnull}],\"c\":{ },\"d\":[\n]}\r\n";
    const auto out = styled(text, {.spacing = spacing});
    QVERIFY(out);
    QTEST(*out, "expected");
}

void TstRestyle::orders_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("kept") << Order::Kept
                          << QByteArray(R"({"b":{"d":1,"c":2},"10":0,"9":0,"aa":0})");
    QTest::newRow("sorted") << Order::Sorted
                            << QByteArray(R"({"10":0,"9":0,"aa":0,"b":{"c":2,"d":1}})");
    QTest::newRow("by length") << Order::ByLength
                               << QByteArray(R"({"9":0,"b":{"c":2,"d":1},"10":0,"aa":0})");
    QTest::newRow("integers first")
        << Order::IntegersFirst << QByteArray(R"({"9":0,"10":0,"b":{"d":1,"c":2},"aa":0})");
}

void TstRestyle::orders()
{
    QFETCH(Order, order);
    const auto out = styled(R"({"b":{"d":1,"c":2},"10":0,"9":0,"aa":0})", {.order = order});
    QVERIFY(out);
    QTEST(*out, "expected");
}

void TstRestyle::keepsWhatHasNoRule()
{
    const QByteArray text = R"({"z":1.50,"a":"\u00E9\/","z":-0,"n":1E400,"t":[true,false,null]})";
    QCOMPARE(styled(text, {}).value(), text);
}

void TstRestyle::mergesRepeatedKeys()
{
    const Style style{.lastOfRepeated = true};
    QCOMPARE(styled(R"({"a":1,"b":{"a":2,"\u0061":3},"a":4})", style).value(),
             QByteArray(R"({"a":4,"b":{"a":3}})"));
}

void TstRestyle::takesEmptyForEmpty()
{
    QCOMPARE(styled(R"({"a":{},"b":[]})", {.empty = Empty::AsList}).value(),
             QByteArray(R"({"a":[],"b":[]})"));
    QCOMPARE(styled(R"({"a":{},"b":[]})", {.empty = Empty::AsObject}).value(),
             QByteArray(R"({"a":{},"b":{}})"));
}

void TstRestyle::leavesNullsOut()
{
    QCOMPARE(styled(R"({"a":null,"b":[null,{"c":null}]})", {.withoutNulls = true}).value(),
             QByteArray(R"({"b":[null,{}]})"));
}

void TstRestyle::stopsAtTheLimit()
{
    const QByteArray text = R"({"a":[1,2]})";
    QCOMPARE(styled(text, {}, text.size()).value(), text);
    QVERIFY(!styled(text, {}, text.size() - 1));
    const QByteArray deep = QByteArray(1000, '[') + QByteArray(1000, ']');
    QVERIFY(!styled(deep, {.spacing = fourSpaces}, 100'000));
}

void TstRestyle::goesAsDeepAsReadingDoes()
{
    const QByteArray deep = QByteArray(maximumDepth, '[') + QByteArray(maximumDepth, ']');
    QCOMPARE(styled(deep, {}).value(), deep);
}

void TstRestyle::respellsInPlace()
{
    const auto slashes = Spelling().with(Letter::Slash, Spelled::Short);
    QCOMPARE(respelled(read(" {\"a/b\" : [ \"/\\\"/\" ,1 ]}\n"), slashes),
             QByteArray(" {\"a\\/b\" : [ \"\\/\\\"\\/\" ,1 ]}\n"));
    QCOMPARE(respelled(read("[1]"), slashes), QByteArray("[1]"));
}

QTEST_APPLESS_MAIN(TstRestyle)
#include "tst_restyle.moc"
