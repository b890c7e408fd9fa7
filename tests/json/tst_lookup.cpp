// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/index.h"
#include "json/lookup.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

// The one value, or "–" where there is none.
QString found(const QByteArray &text, const QByteArray &pointer)
{
    const QString value = json::lookup(text, {pointer}).constFirst();
    return value.isNull() ? u"–"_s : value;
}

QByteArray nested(int depth, const QByteArray &inside)
{
    return QByteArray(depth, '[') + inside + QByteArray(depth, ']');
}

} // namespace

class TstLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsScalars_data();
    void findsScalars();
    void findsAllInTheirOrder();
    void givesLiteralsAsTheyStand();
    void findsNothingInWhatIsNotJson_data();
    void findsNothingInWhatIsNotJson();
    void findsNothingInAnyTruncation();
    void survivesEveryByteInEveryPlace();
    void goesAsDeepAsTheLimit();
    void takesSixtyFourPointers();
};

void TstLookup::findsScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("value");

    const auto add = [](const char *name, const QByteArray &text, const QByteArray &pointer,
                        const QString &value) { QTest::newRow(name) << text << pointer << value; };
    const QString none = u"–"_s;
    add("a string", R"({"topic":"ping"})", "/topic", u"ping"_s);
    add("an empty string", R"({"topic":""})", "/topic", u""_s);
    add("escapes", R"({"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})", "/a", u"\"\\/\b\f\n\r\té😀"_s);
    add("half a surrogate pair", R"({"a":"x\ud83dy"})", "/a", u"x\uFFFDy"_s);
    add("UTF-8", "{\"a\":\"Zo\xc3\xab\"}", "/a", u"Zoë"_s);
    add("an escaped NUL", R"({"a":"x\u0000y"})", "/a", u"x\0y"_s);
    add("a number beyond a double", R"({"a":123456789012345678901234567890.10})", "/a",
        u"123456789012345678901234567890.10"_s);
    add("minus zero", R"({"a":-0.0e+00})", "/a", u"-0.0e+00"_s);
    add("true", R"({"a":true})", "/a", u"true"_s);
    add("null", R"({"a":null})", "/a", none);
    add("an object", R"({"a":{}})", "/a", none);
    add("an array", R"({"a":[1]})", "/a", none);
    add("inside objects", R"({"a":{"b":{"c":1}}})", "/a/b/c", u"1"_s);
    add("in an array", R"({"a":[10,[20,30]]})", "/a/1/0", u"20"_s);
    add("beyond an array", R"({"a":[10]})", "/a/1", none);
    add("with a leading zero", R"({"a":[10]})", "/a/00", none);
    add("an index into an object", R"({"0":"x"})", "/0", u"x"_s);
    add("below a scalar", R"({"a":1})", "/a/b", none);
    add("a missing key", R"({"a":1})", "/b", none);
    add("a longer key", R"({"ab":1})", "/a", none);
    add("an empty key", R"({"":1})", "/", u"1"_s);
    add("an escaped key", R"({"t\u006fpic":"x"})", "/topic", u"x"_s);
    add("a slash in the key", R"({"a/b":1})", "/a~1b", u"1"_s);
    add("a tilde in the key", R"({"a~b":1})", "/a~0b", u"1"_s);
    add("a tilde and a one", R"({"~1":1})", "/~01", u"1"_s);
    add("the last of repeated keys", R"({"a":1,"a":2})", "/a", u"2"_s);
    add("a repeated key that hides the first", R"({"a":{"b":1},"a":{}})", "/a/b", none);
    add("a repeated key that became null", R"({"a":1,"a":null})", "/a", none);
    add("the whole text", R"( "x" )", "", u"x"_s);
    add("a number as the whole text", "42", "", u"42"_s);
    add("behind a byte order mark", "\xef\xbb\xbf{\"a\":1}", "/a", u"1"_s);
    add("white space everywhere", " \t\r\n{ \"a\" \n:\t 1 , \"b\" : [ ] } \n", "/a", u"1"_s);
    add("a pointer that is none", R"({"a":1})", "a", none);
}

void TstLookup::findsScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QTEST(found(text, pointer), "value");
}

void TstLookup::findsAllInTheirOrder()
{
    const QByteArray text
        = R"({"account_id":7,"data":{"customer":{"email":"a@b","id":3}},"topic":"x"})";
    const QList<QString> expected{u"x"_s, {}, u"3"_s, u"7"_s, u"a@b"_s, u"x"_s};
    QCOMPARE(json::lookup(text,
                          {"/topic", "/none", "/data/customer/id", "/account_id",
                           "/data/customer/email", "/topic"}),
             expected);
    QVERIFY(json::lookup(text, {}).isEmpty());
}

void TstLookup::givesLiteralsAsTheyStand()
{
    const QByteArray text
        = R"({"a/b":"x\u0041","n":1.50,"o":{},"none":null,"a":{"b":true},"e":""})";
    const std::array paths{json::memberPath("a/b"),  json::pathOf("/a/b"),
                           json::memberPath("n"),    json::memberPath("o"),
                           json::memberPath("none"), json::memberPath("e"),
                           json::pathOf("a"),        json::memberPath("nowhere")};
    const std::array<QByteArrayView, 8> expected{R"("x\u0041")", "true", "1.50", "", "",
                                                 R"("")",        "",     ""};
    const auto literals = json::literals(text, paths);
    QVERIFY(std::equal(literals.begin(), literals.end(), expected.begin(), expected.end()));
    for (const QByteArrayView literal : json::literals(text + '}', paths))
        QVERIFY(literal.isEmpty());
}

void TstLookup::findsNothingInWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n");
    QTest::newRow("a form") << QByteArray("a=1&b=2");
    QTest::newRow("bad behind the place") << QByteArray(R"({"a":1,"b":01})");
    QTest::newRow("a bad word") << QByteArray(R"({"a":1,"b":nulx})");
    QTest::newRow("a trailing comma") << QByteArray(R"({"a":1,})");
    QTest::newRow("a trailing comma in an array") << QByteArray(R"({"a":1,"b":[1,]})");
    QTest::newRow("a leading comma") << QByteArray(R"({,"a":1})");
    QTest::newRow("two commas") << QByteArray(R"({"a":1,,"b":2})");
    QTest::newRow("no comma") << QByteArray(R"({"a":1 "b":2})");
    QTest::newRow("no colon") << QByteArray(R"({"a" 1})");
    QTest::newRow("no value") << QByteArray(R"({"a":})");
    QTest::newRow("a key without quotes") << QByteArray(R"({a:1})");
    QTest::newRow("single quotes") << QByteArray("{'a':1}");
    QTest::newRow("brackets that do not match") << QByteArray(R"({"a":1,"b":[}])");
    QTest::newRow("not closed") << QByteArray(R"({"a":1)");
    QTest::newRow("an open string") << QByteArray(R"({"a":1,"b":"x)");
    QTest::newRow("more behind it") << QByteArray(R"({"a":1} x)");
    QTest::newRow("a second text") << QByteArray(R"({"a":1}{"a":2})");
    QTest::newRow("a raw line feed in a string") << QByteArray("{\"a\":1,\"b\":\"x\ny\"}");
    QTest::newRow("bad UTF-8") << QByteArray("{\"a\":1,\"b\":\"\xff\"}");
    QTest::newRow("bad UTF-8 in a key") << QByteArray("{\"a\":1,\"\xc0\x80\":2}");
    QTest::newRow("an unknown escape") << QByteArray(R"({"a":1,"b":"\x41"})");
    QTest::newRow("a NUL behind it") << QByteArray("{\"a\":1}\0", 8);
    QTest::newRow("a comment") << QByteArray(R"({"a":1 /* x */})");
}

void TstLookup::findsNothingInWhatIsNotJson()
{
    QFETCH(QByteArray, text);
    QCOMPARE(found(text, "/a"), u"–"_s);
}

void TstLookup::findsNothingInAnyTruncation()
{
    const QByteArray text = R"({"a":"x\u00e9","b":[1,{"c":-1.5e3,"d":[true,null]}]})";
    QCOMPARE(found(text, "/a"), u"xé"_s);
    for (qsizetype i = 0; i < text.size(); ++i)
        QCOMPARE(found(text.first(i), "/a"), u"–"_s);
}

// Nothing to compare with but that it agrees with the strict reader and comes back.
void TstLookup::survivesEveryByteInEveryPlace()
{
    const QByteArray text = R"({"a":"x\u00e9","b":[1,{"c":-1.5e3}]})";
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray changed = text;
            changed[i] = char(byte);
            const auto index = json::indexOf(changed);
            const auto *isJson = std::get_if<json::Index>(&index);
            const auto values = json::lookup(changed, {"/a", "/b/0", "/b/1/c"});
            const bool anyFound = !values[0].isNull() || !values[1].isNull() || !values[2].isNull();
            const bool anyThere = isJson && !isJson->repeatsKeys;
            QVERIFY2(isJson || !anyFound, changed.constData());
            QVERIFY2(!anyThere || anyFound, changed.constData());
        }
    }
}

void TstLookup::goesAsDeepAsTheLimit()
{
    const auto text = [](int depth) { return R"({"a":1,"b":)" + nested(depth, "0") + '}'; };
    QCOMPARE(found(text(json::maximumDepth - 1), "/a"), u"1"_s);
    QCOMPARE(found(text(json::maximumDepth), "/a"), u"–"_s);
    QCOMPARE(found(QByteArray(1'000'000, '['), "/a"), u"–"_s);
    QCOMPARE(found(QByteArray(R"({"a":)").repeated(100'000), "/a"), u"–"_s);
}

void TstLookup::takesSixtyFourPointers()
{
    QList<QByteArray> pointers;
    QByteArray text = "[";
    for (int i = 0; i < 64; ++i) {
        pointers.append('/' + QByteArray::number(i));
        text += QByteArray::number(i * i) + (i < 63 ? "," : "]");
    }
    const QList<QString> values = json::lookup(text, pointers);
    for (int i = 0; i < 64; ++i)
        QCOMPARE(values[i], QString::number(i * i));
}

QTEST_GUILESS_MAIN(TstLookup)
#include "tst_lookup.moc"
