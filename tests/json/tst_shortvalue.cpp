// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/shortvalue.h"

#include <QTest>

using namespace json;

class TstShortValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatStandsThere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("cut");
        const auto row = [](const char *name, const QByteArray &value, Kind kind,
                            const QByteArray &text, bool cut = false) {
            QTest::newRow(name) << "{\"a\":[{\"b/c\":" + value + "}]}" << kind << text << cut;
        };
        row("a number as it is written", "1.50e+02", Kind::Number, "1.50e+02");
        row("more digits than a double has", "12345678901234567890123", Kind::Number,
            "12345678901234567890…", true);
        row("a string without quotes and escapes", "\"caf\\u00e9\"", Kind::String, "caf\xC3\xA9");
        row("an empty string", "\"\"", Kind::String, "");
        row("null", "null", Kind::Null, "null");
        row("a boolean", "true", Kind::True, "true");
        row("an object as it stands", R"({"x": 1})", Kind::Object, R"({"x": 1})");
        row("a long string", "\"abcdefghijklmnopqrstuvwxyz\"", Kind::String, "abcdefghijklmnopqrst",
            true);
        row("a character that would be cut", "\"abcdefghijklmnopqrsé\"", Kind::String,
            "abcdefghijklmnopqrs", true);
    }

    void showsWhatStandsThere()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const bool, cut);
        QFETCH(QByteArray, text);
        text.replace("…", "");
        const ShortValues values = shortValues(body, {"/a/0/b~1c"}, 20);
        QVERIFY(values.first());
        QTEST(values.first()->kind, "kind");
        QCOMPARE(values.first()->text, text);
        QCOMPARE(values.first()->cut, cut);
    }

    void findsNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no such member") << QByteArray(R"({"b":1})");
        QTest::newRow("not JSON") << QByteArray("a=1");
        QTest::newRow("cut JSON") << QByteArray("{\"a\":{\"b\":1}");
        QTest::newRow("nothing at all") << QByteArray();
    }

    void findsNothing()
    {
        QFETCH(const QByteArray, body);
        QCOMPARE(shortValues(body, {"/a/b", "/c"}, 20), ShortValues(2));
    }

    void keepsTheOrderOfThePointers()
    {
        const ShortValues values = shortValues(R"({"a":1,"b":2,"a":3})", {"/b", "/x", "/a", ""}, 9);
        QCOMPARE(values[0]->text, "2");
        QVERIFY(!values[1]);
        QCOMPARE(values[2]->text, "1"); // the first one
        QCOMPARE(values[3]->text, "{\"a\":1,\"b");
    }
};

QTEST_GUILESS_MAIN(TstShortValue)
#include "tst_shortvalue.moc"
