// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"

#include <QTest>

using namespace json;
using namespace Qt::Literals::StringLiterals;
using Node = Document::Node;

namespace
{

// A text that is not JSON ends the test that wanted its document.
Document documentOf(const QByteArray &text)
{
    auto parsed = Document::parse(text);
    if (const auto *error = std::get_if<SyntaxError>(&parsed))
        qFatal("%s", qPrintable(describe(*error)));
    return std::get<Document>(std::move(parsed));
}

QByteArray nested(int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); }

QByteArrayList keysBelow(const Document &document, Node parent)
{
    QByteArrayList keys;
    for (Node child = parent + 1; child < document.after(parent); child = document.after(child))
        keys += document.key(child).toByteArray();
    return keys;
}

QByteArrayList repeatedKeys(const Document &document)
{
    QByteArrayList keys;
    for (Node node = 0; node < document.nodes(); ++node) {
        if (document.repeated(node))
            keys += document.key(node).toByteArray();
    }
    return keys;
}

} // namespace

class TstDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsValuesAsTheyStand_data();
    void keepsValuesAsTheyStand();
    void keepsTheOrderOfKeys();
    void walksAnArray();
    void countsChildren();
    void flagsRepeatedKeys_data();
    void flagsRepeatedKeys();
    void findsTheValueAtAnOffset();
    void passesOverAByteOrderMark();
    void takesTheDeepestAllowed();
    void refusesOneLevelMore();
    void survivesAHundredThousandOpenArrays();
    void isCopiedWithoutItsSource();
};

void TstDocument::keepsValuesAsTheyStand_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const char *value, Kind kind) {
        QTest::newRow(name) << QByteArray(value) << kind;
    };
    row("an integer beyond 64 bits", "12345678901234567890123", Kind::Number);
    row("a number with an idle zero", "1.10", Kind::Number);
    row("an exponent beyond doubles", "-1E+400", Kind::Number);
    row("minus nought", "-0", Kind::Number);
    row("escapes", R"("\u0041\/")", Kind::String);
    row("a string with brackets", R"("{[\"")", Kind::String);
    row("true", "true", Kind::True);
    row("false", "false", Kind::False);
    row("null", "null", Kind::Null);
    row("an object with its spaces", R"({ "a" : [ ] })", Kind::Object);
    row("an array", "[1,[2]]", Kind::Array);
}

void TstDocument::keepsValuesAsTheyStand()
{
    QFETCH(QByteArray, value);
    QFETCH(Kind, kind);
    const Document alone = documentOf(" " + value + "\n");
    QCOMPARE(alone.value(0), value);
    QCOMPARE(alone.kind(0), kind);
    const Document member = documentOf("{\"k\" \t:\n " + value + " }");
    QCOMPARE(member.value(1), value);
    QCOMPARE(member.kind(1), kind);
    QCOMPARE(member.key(1), QByteArray("\"k\""));
}

void TstDocument::keepsTheOrderOfKeys()
{
    const Document document = documentOf(R"({"z":1,"a":{"y":0,"b":0},"m\u0041":3})");
    QCOMPARE(keysBelow(document, 0), (QByteArrayList{"\"z\"", "\"a\"", R"("m\u0041")"}));
    QCOMPARE(keysBelow(document, 2), (QByteArrayList{"\"y\"", "\"b\""}));
}

void TstDocument::walksAnArray()
{
    const Document document = documentOf(R"([1,[2,3],"x:y"])");
    QCOMPARE(document.nodes(), 6);
    QCOMPARE(keysBelow(document, 0), (QByteArrayList{"", "", ""}));
    QCOMPARE(document.after(0), Node(6));
    QCOMPARE(document.after(2), Node(5));
    QCOMPARE(document.value(5), QByteArray(R"("x:y")"));
}

void TstDocument::countsChildren()
{
    const Document document = documentOf(R"([{},[[1,2],3],{"a":[1]}])");
    QCOMPARE(document.children(0), 3);
    QCOMPARE(document.children(1), 0);
    QCOMPARE(document.children(2), 2);
    QVERIFY(document.holdsValues(1));
    QVERIFY(!document.holdsValues(4));
}

void TstDocument::flagsRepeatedKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("repeated");
    const auto row = [](const char *name, const char *text, const QByteArrayList &repeated) {
        QTest::newRow(name) << QByteArray(text) << repeated;
    };
    row("no key twice", R"({"a":1,"b":{"a":1}})", {});
    row("one key twice", R"({"a":1,"b":2,"a":3})", {"\"a\"", "\"a\""});
    row("one key three times", R"({"a":1,"a":2,"a":3})", {"\"a\"", "\"a\"", "\"a\""});
    row("the same key by an escape", R"({"a":1,"\u0061":2})", {"\"a\"", R"("\u0061")"});
    row("in an object inside", R"([{"a":{"x":1,"x":2}}])", {"\"x\"", "\"x\""});
    row("the empty key", R"({"":1,"":2})", {"\"\"", "\"\""});
    row("the same in two objects", R"([{"a":1},{"a":2}])", {});
    row("other case", R"({"a":1,"A":2})", {});
}

void TstDocument::flagsRepeatedKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, repeated);
    const Document document = documentOf(text);
    QCOMPARE(repeatedKeys(document), repeated);
    QCOMPARE(document.repeatsKeys(), !repeated.isEmpty());
}

void TstDocument::findsTheValueAtAnOffset()
{
    const QByteArray text = R"({"a":1,"b":[true,"x"]})";
    const Document document = documentOf(text);
    QCOMPARE(document.nodeAt(0), Node(0));
    QCOMPARE(document.nodeAt(text.indexOf("\"a\"")), Node(1));
    QCOMPARE(document.nodeAt(text.indexOf('1')), Node(1));
    QCOMPARE(document.nodeAt(text.indexOf("\"b\"")), Node(2));
    QCOMPARE(document.nodeAt(text.indexOf("true")), Node(3));
    QCOMPARE(document.nodeAt(text.size() - 1), Node(4));
    QCOMPARE(document.offset(3), text.indexOf("true"));
}

void TstDocument::passesOverAByteOrderMark()
{
    const Document document = documentOf("\xEF\xBB\xBF{\"a\":1}");
    QCOMPARE(document.offset(0), 3);
    QCOMPARE(document.value(1), QByteArray("1"));
}

void TstDocument::takesTheDeepestAllowed()
{
    QCOMPARE(documentOf(nested(maximumDepth)).nodes(), qsizetype(maximumDepth));
}

void TstDocument::refusesOneLevelMore()
{
    const auto parsed = Document::parse(nested(maximumDepth + 1));
    QCOMPARE(std::get<SyntaxError>(parsed).fault, Fault::TooDeep);
    QCOMPARE(std::get<SyntaxError>(parsed).offset, qsizetype(maximumDepth));
}

void TstDocument::survivesAHundredThousandOpenArrays()
{
    const auto parsed = Document::parse(QByteArray(100'000, '['));
    QCOMPARE(describe(std::get<SyntaxError>(parsed)),
             u"line 1, column 1,025: there are more than 1,024 levels"_s);
}

void TstDocument::isCopiedWithoutItsSource()
{
    QByteArray text = R"({"a":"first"})";
    const Document document = documentOf(text);
    text.replace("first", "other");
    const Document copy = document;
    QCOMPARE(copy.value(1), QByteArray(R"("first")"));
}

QTEST_GUILESS_MAIN(TstDocument)
#include "tst_document.moc"
