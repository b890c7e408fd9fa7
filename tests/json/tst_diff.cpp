// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/diff.h"
#include "json/pointer.h"

#include <QTest>

using namespace json;

namespace
{

Document documentOf(const QByteArray &text) { return std::get<Document>(Document::parse(text)); }

// "~/a 1 2; -/b 1; +/c 2; !/d 1 null": changed, removed, added, of another kind.
QByteArray described(const Document &left, const Document &right,
                     const QList<Difference> &differences)
{
    QByteArrayList words;
    for (const Difference &difference : differences) {
        QByteArray word(1, "+-~!"[int(difference.change)]);
        word += difference.left ? pointer(left, *difference.left)
                                : pointer(right, *difference.right);
        if (difference.left)
            word += ' ' + left.value(*difference.left).toByteArray();
        if (difference.right)
            word += ' ' + right.value(*difference.right).toByteArray();
        words.append(word);
    }
    return words.join("; ");
}

} // namespace

class TstDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void stopsAtTheMost();
    void comparesDeepTexts();
};

void TstDiff::finds_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *name, const char *left, const char *right, const char *found) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(found);
    };
    row("nothing between equal texts", R"({"a":[1,{"b":null}]})", R"({"a":[1,{"b":null}]})", "");
    row("no change in white space", "{ \"a\" : 1 }", R"({"a":1})", "");
    row("no change in the order of members", R"({"a":1,"b":2})", R"({"b":2,"a":1})", "");
    row("no change in how a string is escaped", R"(["é/"])", R"(["\u00e9\/"])", "");
    row("no change in how a key is escaped", R"({"\u0061":1})", R"({"a":1})", "");
    row("a changed value", R"({"a":1,"b":2})", R"({"a":1,"b":3})", "~/b 2 3");
    row("a number written otherwise", "[1]", "[1.0]", "~/0 1 1.0");
    row("big numbers that are equal as doubles", "[9007199254740993]", "[9007199254740992]",
        "~/0 9007199254740993 9007199254740992");
    row("true that became false", R"({"a":true})", R"({"a":false})", "~/a true false");
    row("a value of another kind", R"({"a":1})", R"({"a":"1"})", "!/a 1 \"1\"");
    row("a value that became null", R"({"a":{"b":1}})", R"({"a":null})", "!/a {\"b\":1} null");
    row("a member that is gone", R"({"a":1,"b":2})", R"({"a":1})", "-/b 2");
    row("a new member", R"({"a":1})", R"({"b":2,"a":1})", "+/b 2");
    row("a member far inside", R"({"a":{"b":{"c":1}}})", R"({"a":{"b":{"c":2}}})", "~/a/b/c 1 2");
    row("an element put in front", "[1,2,3]", "[0,1,2,3]", "+/0 0");
    row("an element put between", "[1,2,3]", "[1,9,2,3]", "+/1 9");
    row("an element taken out", "[1,2,3]", "[1,3]", "-/1 2");
    row("an element changed", R"([{"id":1},{"id":2}])", R"([{"id":1},{"id":3}])", "~/1/id 2 3");
    row("an array that repeats one value", "[1,1]", "[1,1,1]", "+/2 1");
    row("one of repeated keys", R"({"a":1,"a":2})", R"({"a":1,"a":3})", "~/a 2 3");
    row("a repeated key more", R"({"a":1})", R"({"a":1,"a":1})", "+/a 1");
    row("scalars as whole texts", "1", "\"x\"", "! 1 \"x\"");
    row("an empty object and an empty array", "{}", "[]", "! {} []");
}

void TstDiff::finds()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, found);
    const Document a = documentOf(left);
    const Document b = documentOf(right);
    QCOMPARE(described(a, b, differences(a, b, 100)), found);
    QCOMPARE(equal(a, 0, b, 0), found.isEmpty());
    QCOMPARE(differences(b, a, 100).size(), differences(a, b, 100).size());
}

void TstDiff::stopsAtTheMost()
{
    const Document a = documentOf("[1,2,3,4,5]");
    const Document b = documentOf("[6,7,8,9,10]");
    QCOMPARE(differences(a, b, 2).size(), 2);
}

void TstDiff::comparesDeepTexts()
{
    const QByteArray open(1000, '[');
    const QByteArray close(1000, ']');
    const Document a = documentOf(open + '1' + close);
    const Document b = documentOf(open + '2' + close);
    QCOMPARE(differences(a, b, 10).size(), 1);
}

QTEST_APPLESS_MAIN(TstDiff)
#include "tst_diff.moc"
