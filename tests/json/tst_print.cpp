// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/print.h"

#include <QTest>

using namespace json;

namespace
{

std::optional<QByteArray> printed(const QByteArray &text, qsizetype limit = 1024)
{
    return indented(std::get<Document>(Document::parse(text)), limit);
}

} // namespace

class TstPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsEachValueOnItsLine_data();
    void putsEachValueOnItsLine();
    void changesNothingTheSecondTime();
    void stopsAtTheLimit();
};

void TstPrint::putsEachValueOnItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pretty");
    const auto row = [](const char *name, const char *text, const char *pretty) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(pretty);
    };
    row("an object", R"({"z":1,"a":"b"})", "{\n  \"z\": 1,\n  \"a\": \"b\"\n}");
    row("levels", "[[1],{\"a\":[true]}]",
        "[\n  [\n    1\n  ],\n  {\n    \"a\": [\n      true\n    ]\n  }\n]");
    row("what is empty stays on its line", "[ { } , [\n] ]", "[\n  {},\n  []\n]");
    row("old white space goes", "\t{ \"a\" :\r\n1 }\n", "{\n  \"a\": 1\n}");
    row("numbers stay as they are", "[12345678901234567890123,1.10,-0,1E400]",
        "[\n  12345678901234567890123,\n  1.10,\n  -0,\n  1E400\n]");
    row("escapes stay as they are", R"(["\u0041\/","\ud800"])",
        "[\n  \"\\u0041\\/\",\n  \"\\ud800\"\n]");
    row("spaces and brackets in strings stay", R"(["{ a , b : [ }"])", "[\n  \"{ a , b : [ }\"\n]");
    row("repeated keys stay", R"({"a":1,"a":2})", "{\n  \"a\": 1,\n  \"a\": 2\n}");
    row("a value alone", " null ", "null");
    row("a byte order mark goes", "\xEF\xBB\xBF[1]", "[\n  1\n]");
}

void TstPrint::putsEachValueOnItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pretty);
    QCOMPARE(printed(text).value(), pretty);
}

void TstPrint::changesNothingTheSecondTime()
{
    const QByteArray once = printed(R"({"a":[1,{"b":[]}],"c":"\n"})").value();
    QCOMPARE(printed(once).value(), once);
}

void TstPrint::stopsAtTheLimit()
{
    const QByteArray text = "[1,2]";
    const qsizetype size = printed(text).value().size();
    QVERIFY(printed(text, size).has_value());
    QVERIFY(!printed(text, size - 1).has_value());
}

QTEST_GUILESS_MAIN(TstPrint)
#include "tst_print.moc"
