// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/sortedjson.h"

#include <QtTest>

class TstSortedJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAnew_data();
    void writesAnew();
    void writesNumbers_data();
    void writesNumbers();
    void refuses_data();
    void refuses();
};

void TstSortedJson::writesAnew_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sorted");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &sorted) {
        QTest::newRow(name) << text << sorted;
    };
    row("keys in order", R"({"b":1,"a":2})", R"({"a":2,"b":1})");
    row("keys of inner objects", R"([{"b":{"d":1,"c":[]},"a":{}}])",
        R"([{"a":{},"b":{"c":[],"d":1}}])");
    row("elements as they are", "[3, 1 ,2]", "[3,1,2]");
    row("white space", " {\r\n\t\"a\" : null }\n", R"({"a":null})");
    row("the last of repeated keys", R"({"a":1,"a":2})", R"({"a":2})");
    row("repeated keys spelled otherwise", R"({"a":1,"\u0061":2})", R"({"a":2})");
    row("a byte order mark", "\xef\xbb\xbf{}", "{}");
    row("a scalar", " true ", "true");
    row("escapes that need not be", R"("\u0041\/\u00e9")", "\"A/\xc3\xa9\"");
    row("escapes that must be", R"("\u0000\n\u001F\"\\")", R"("\u0000\n\u001f\"\\")");
    row("a pair of surrogates", R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"");
    row("the last of many repeated keys", R"({"b":1,"a":2,"b":3,"a":4,"b":{}})",
        R"({"a":4,"b":{}})");
    row("keys that begin alike", R"({"ab":1,"":2,"a":3,"b":4})", R"({"":2,"a":3,"ab":1,"b":4})");
    row("keys with escapes", R"({"\u0062":1,"a\"":2,"a":3})", R"({"a":3,"a\"":2,"b":1})");
    row("keys beyond ASCII",
        "{\"\xc3\xa9\":1,\"z\":2,\"\xed\x9f\xbf\":3,\"\xee\x80\x80\":4,"
        "\"\xf0\x9f\x98\x80\":5}",
        "{\"z\":2,\"\xc3\xa9\":1,\"\xed\x9f\xbf\":3,\"\xf0\x9f\x98\x80\":5,\"\xee\x80\x80\":4}");
    row("keys by UTF-16 units", "{\"\xef\xbf\xbd\":1,\"\xf0\x9f\x98\x80\":2}",
        "{\"\xf0\x9f\x98\x80\":2,\"\xef\xbf\xbd\":1}");
}

void TstSortedJson::writesAnew()
{
    QFETCH(QByteArray, text);
    QTEST(signature::sortedJson(text).value_or("-"), "sorted");
}

void TstSortedJson::writesNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &written) {
        QTest::newRow(name) << text << written;
    };
    row("a whole one", "42", "42");
    row("minus nought", "-0", "0");
    row("a fraction of noughts", "10.50", "10.5");
    row("a whole one with a fraction", "1.0", "1");
    row("small", "0.000001", "0.000001");
    row("smaller", "0.0000001", "1e-7");
    row("large", "1E20", "100000000000000000000");
    row("larger", "1e21", "1e+21");
    row("with digits", "-1.25e-9", "-1.25e-9");
    row("beyond what a double holds exactly", "9007199254740993", "9007199254740992");
    row("beyond a double", "1e400", "null");
    row("beyond a double and below nought", "-1.5E+309", "null");
    row("beyond a double, digit by digit", '1' + QByteArray(400, '0'), "null");
    row("beyond any exponent", "1e99999999999999999999", "null");
    row("nearly nothing", "1e-400", "0");
    row("nearly nothing, digit by digit", "-0." + QByteArray(400, '0') + '1', "0");
    row("nearly nothing beyond any exponent", "1e-99999999999999999999", "0");
}

void TstSortedJson::writesNumbers()
{
    QFETCH(QByteArray, text);
    QTEST(signature::sortedJson(text).value_or("-"), "written");
}

void TstSortedJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{a:1}");
    QTest::newRow("a cut-off text") << QByteArray(R"({"a":[1)");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("\"\xff\"");
    QTest::newRow("two values") << QByteArray("{}{}");
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
}

void TstSortedJson::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!signature::sortedJson(text));
}

QTEST_GUILESS_MAIN(TstSortedJson)
#include "tst_sortedjson.moc"
