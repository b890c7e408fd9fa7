// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/pointer.h"

#include <QTest>

using namespace json;
using Node = Document::Node;

namespace
{

Document documentOf(const QByteArray &text) { return std::get<Document>(Document::parse(text)); }

} // namespace

class TstPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAPlace_data();
    void namesAPlace();
    void findsNothing_data();
    void findsNothing();
    void findsTheFirstOfRepeatedKeys();
    void followsTheExamplesOfTheRfc();
    void findsFromANode();
    void namesTheLastKey();
    void knowsPointers_data();
    void knowsPointers();
};

void TstPointer::namesAPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Node>("node");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const char *text, Node node, const char *pointer,
                        const char *path) {
        QTest::newRow(name) << QByteArray(text) << node << QByteArray(pointer) << QByteArray(path);
    };
    const char *customer = R"({"topic":"x","data":{"customer":{"id":1,"points_balance":2}}})";
    row("the root", customer, 0, "", "$");
    row("a member", customer, 1, "/topic", "$.topic");
    row("a member far inside", customer, 5, "/data/customer/points_balance",
        "$.data.customer.points_balance");
    row("an element", "[10,[20,30]]", 4, "/1/1", "$[1][1]");
    row("a member of an element", R"({"items":[{"a":1},{"a":2}]})", 5, "/items/1/a",
        "$.items[1].a");
    row("a key with a space", R"({"a b":1})", 1, "/a b", R"($["a b"])");
    row("a key with a slash and a tilde", R"({"a/b~c":1})", 1, "/a~1b~0c", R"($["a/b~c"])");
    row("an escaped key", R"({"\u0061":1})", 1, "/a", R"($["\u0061"])");
    row("the empty key", R"({"":1})", 1, "/", R"($[""])");
    row("a key that begins with a digit", R"({"1a":1})", 1, "/1a", R"($["1a"])");
    row("a key that is a number", R"({"0":1})", 1, "/0", R"($["0"])");
}

void TstPointer::namesAPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(Node, node);
    const Document document = documentOf(text);
    QTEST(pointer(document, node), "pointer");
    QTEST(displayPath(document, node), "path");
    QCOMPARE(resolve(document, pointer(document, node)), node);
}

void TstPointer::findsNothing_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("an unknown key") << QByteArray("/b");
    QTest::newRow("no slash in front") << QByteArray("a");
    QTest::newRow("behind the last element") << QByteArray("/a/2");
    QTest::newRow("a leading zero") << QByteArray("/a/00");
    QTest::newRow("a sign") << QByteArray("/a/-1");
    QTest::newRow("the element after the last") << QByteArray("/a/-");
    QTest::newRow("an index beyond 64 bits") << QByteArray("/a/99999999999999999999");
    QTest::newRow("no index") << QByteArray("/a/");
    QTest::newRow("below a number") << QByteArray("/a/0/x");
}

void TstPointer::findsNothing()
{
    QFETCH(QByteArray, pointer);
    const Document document = documentOf(R"({"a":[1,2]})");
    QVERIFY(!resolve(document, pointer).has_value());
}

void TstPointer::findsTheFirstOfRepeatedKeys()
{
    const Document document = documentOf(R"({"a":1,"a":2})");
    QCOMPARE(resolve(document, "/a"), Node(1));
}

// RFC 6901, 5.
void TstPointer::followsTheExamplesOfTheRfc()
{
    const Document document = documentOf(
        R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8})");
    const auto value = [&](const char *pointer) {
        return document.value(resolve(document, pointer).value()).toByteArray();
    };
    QCOMPARE(value("/foo"), QByteArray(R"(["bar","baz"])"));
    QCOMPARE(value("/foo/0"), QByteArray("\"bar\""));
    QCOMPARE(value("/"), QByteArray("0"));
    QCOMPARE(value("/a~1b"), QByteArray("1"));
    QCOMPARE(value("/c%d"), QByteArray("2"));
    QCOMPARE(value("/e^f"), QByteArray("3"));
    QCOMPARE(value("/g|h"), QByteArray("4"));
    QCOMPARE(value("/i\\j"), QByteArray("5"));
    QCOMPARE(value("/k\"l"), QByteArray("6"));
    QCOMPARE(value("/ "), QByteArray("7"));
    QCOMPARE(value("/m~0n"), QByteArray("8"));
}

void TstPointer::findsFromANode()
{
    const Document document = documentOf(R"({"e":[{"s":1},{"s":2}]})");
    const auto second = resolve(document, "/e/1");
    QVERIFY(second);
    QCOMPARE(resolve(document, "/s", *second), resolve(document, "/e/1/s"));
    QCOMPARE(resolve(document, "", *second), second);
    QVERIFY(!resolve(document, "/e", *second));
}

void TstPointer::namesTheLastKey()
{
    QCOMPARE(lastKey("/a/b~1c~0"), "b/c~");
    QCOMPARE(lastKey("/a/~01"), "~1");
    QCOMPARE(lastKey("/"), "");
    QCOMPARE(lastKey(""), "");
}

void TstPointer::knowsPointers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("pointer");
    QTest::newRow("the root") << QByteArray("") << true;
    QTest::newRow("the empty key") << QByteArray("/") << true;
    QTest::newRow("keys") << QByteArray("/data/customer/0") << true;
    QTest::newRow("escapes") << QByteArray("/a~0b~1c") << true;
    QTest::newRow("no slash in front") << QByteArray("data/id") << false;
    QTest::newRow("a path") << QByteArray("$.data.id") << false;
    QTest::newRow("a tilde alone") << QByteArray("/a~b") << false;
    QTest::newRow("a tilde at the end") << QByteArray("/a~") << false;
}

void TstPointer::knowsPointers()
{
    QFETCH(QByteArray, text);
    QTEST(isPointer(text), "pointer");
}

QTEST_GUILESS_MAIN(TstPointer)
#include "tst_pointer.moc"
