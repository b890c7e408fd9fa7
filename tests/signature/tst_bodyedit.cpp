// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/bodyedit.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstBodyEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsTexts_data();
    void setsTexts();
    void setsScalars_data();
    void setsScalars();
    void setsParameters_data();
    void setsParameters();
    void setsParametersOfUrls_data();
    void setsParametersOfUrls();
};

void TstBodyEdit::setsTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result"); // "-": there is no place for it

    const auto row = [](const char *name, const QByteArray &json, const QByteArray &pointer,
                        const QByteArray &text, const QByteArray &result) {
        QTest::newRow(name) << json << pointer << text << result;
    };
    row("a text", R"({ "a" : "b", "c":1.0 })", "/a", "x", R"({ "a" : "x", "c":1.0 })");
    row("a number", R"({"a":1})", "/a", "1", R"({"a":"1"})");
    row("an object", R"({"a":{"b":[]},"c":1})", "/a", "x", R"({"a":"x","c":1})");
    row("an element", "[1, 2]", "/1", "x", R"([1, "x"])");
    row("a new member", R"({"a":1})", "/b", "x", R"({"a":1,"b":"x"})");
    row("the first member", "{}", "/a", "x", R"({"a":"x"})");
    row("a new member further in", R"({"a":{ }})", "/a/b", "x", R"({"a":{ "b":"x"}})");
    row("a key with a slash and a tilde", "{}", "/a~1b~0", "x", R"({"a/b~":"x"})");
    row("a text with quotes", R"({"a":""})", "/a", "\"\\\n", R"({"a":"\"\\\n"})");
    row("no object to hold it", R"({"a":1})", "/b/c", "x", "-");
    row("an element that is not there", "[1]", "/1", "x", "-");
    row("a scalar", "1", "/a", "x", "-");
    row("no JSON", "{", "/a", "x", "-");
    row("nothing", "", "/a", "x", "-");
    row("a million brackets", QByteArray(1'000'000, '['), "/a", "x", "-");
}

void TstBodyEdit::setsTexts()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, text);
    QTEST(signature::withJsonText(json, pointer, text).value_or("-"), "result");
}

void TstBodyEdit::setsScalars_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("result"); // "-": neither a number nor a text stands there

    QTest::newRow("a number stays one") << R"({"a": 1.5 ,"b":2})"_ba
                                        << "17"_ba
                                        << R"({"a": 17 ,"b":2})"_ba;
    QTest::newRow("a text stays one") << R"({"a":"1"})"_ba
                                      << "17"_ba
                                      << R"({"a":"17"})"_ba;
    QTest::newRow("what is no number") << R"({"a":1})"_ba
                                       << "yesterday"_ba
                                       << R"({"a":"yesterday"})"_ba;
    QTest::newRow("nothing for a number") << R"({"a":1})"_ba
                                          << ""_ba
                                          << R"({"a":""})"_ba;
    QTest::newRow("an object") << R"({"a":{}})"_ba
                               << "17"_ba
                               << "-"_ba;
    QTest::newRow("no such member") << R"({"b":1})"_ba
                                    << "17"_ba
                                    << "-"_ba;
    QTest::newRow("no JSON") << "{"_ba
                             << "17"_ba
                             << "-"_ba;
}

void TstBodyEdit::setsScalars()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, value);
    QTEST(signature::withJsonScalar(json, "/a", value).value_or("-"), "result");
}

void TstBodyEdit::setsParameters_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("result");

    const auto row = [](const char *name, const QByteArray &parameters, const QByteArray &result) {
        QTest::newRow(name) << parameters << result;
    };
    row("none", "", "a%20b=x%26%3D");
    row("another one", "c=%zz", "c=%zz&a%20b=x%26%3D");
    row("one in its place", "c=1&a+b=2&d", "c=1&a%20b=x%26%3D&d");
    row("one that is there twice", "a+b=1&c&a%20b=2", "a%20b=x%26%3D&c");
    row("ampersands alone", "&&", "a%20b=x%26%3D");
}

void TstBodyEdit::setsParameters()
{
    QFETCH(QByteArray, parameters);
    QTEST(signature::withParameter(parameters, "a b", "x&="), "result");
}

void TstBodyEdit::setsParametersOfUrls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("result");

    QTest::newRow("no query") << QByteArray("https://h/a") << QByteArray("https://h/a?s=1");
    QTest::newRow("an empty query") << QByteArray("/?") << QByteArray("/?s=1");
    QTest::newRow("a query") << QByteArray("/a?b=c") << QByteArray("/a?b=c&s=1");
    QTest::newRow("the parameter") << QByteArray("/a?s=0&b") << QByteArray("/a?s=1&b");
    QTest::newRow("two questions") << QByteArray("/a?b?c") << QByteArray("/a?b?c&s=1");
}

void TstBodyEdit::setsParametersOfUrls()
{
    QFETCH(QByteArray, url);
    QTEST(signature::withQueryParameter(url, "s", "1"), "result");
}

QTEST_GUILESS_MAIN(TstBodyEdit)
#include "tst_bodyedit.moc"
