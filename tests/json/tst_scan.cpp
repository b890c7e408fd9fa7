// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/scan.h"

#include <QTest>

using namespace json;

class TstScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEscapes_data();
    void decodesEscapes();
    void findsTheEndOfAValue_data();
    void findsTheEndOfAValue();
    void stopsInAStringAtEveryPlace_data();
    void stopsInAStringAtEveryPlace();
    void takesOnlyTheFourSpaces();
};

void TstScan::decodesEscapes_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *literal, const char *text) {
        QTest::newRow(name) << QByteArray(literal) << QByteArray(text);
    };
    row("an empty string", R"("")", "");
    row("no string at all, as elements have for a key", "", "");
    row("plain text", R"("Maya")", "Maya");
    row("bytes beyond ASCII", "\"Chlo\xC3\xA9\"", "Chlo\xC3\xA9");
    row("each short escape", R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t");
    row("one byte", R"("\u0041")", "A");
    row("two bytes, upper-case digits", R"("\u00E9")", "\xC3\xA9");
    row("three bytes", R"("\u20ac")", "\xE2\x82\xAC");
    row("a surrogate pair", R"("\ud83d\ude00")", "\xF0\x9F\x98\x80");
    row("half a pair at the end", R"("\ud83d")", "\xEF\xBF\xBD");
    row("half a pair before text", R"("\ud83dx")", "\xEF\xBF\xBDx");
    row("the second half alone", R"("\ude00")", "\xEF\xBF\xBD");
    row("two first halves", R"("\ud83d\ud83d")", "\xEF\xBF\xBD\xEF\xBF\xBD");
    row("a first half before another letter", R"("\ud83d\u0041")", "\xEF\xBF\xBD\x41");
    row("a backslash before a u", R"("\\u0041")", "\\u0041");
}

void TstScan::decodesEscapes()
{
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, text);
    QCOMPARE(unescaped(literal), text);
}

void TstScan::findsTheEndOfAValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a number") << QByteArray("-1.5e+3");
    QTest::newRow("a word") << QByteArray("null");
    QTest::newRow("a string with a quote in it") << QByteArray(R"("a\"b")");
    QTest::newRow("a string that ends in a backslash") << QByteArray(R"("a\\")");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("brackets inside of strings") << QByteArray(R"({"]}":["[{",{}]})");
}

void TstScan::findsTheEndOfAValue()
{
    QFETCH(QByteArray, value);
    const QByteArray text = "[" + value + ", {\"next\": 1}]";
    QCOMPARE(valueEnd(text, 1), 1 + value.size());
    QCOMPARE(valueEnd(value, 0), value.size());
}

void TstScan::stopsInAStringAtEveryPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("end"); // behind where the bytes begin; -1: at the string's own end
    QTest::addColumn<std::optional<Fault>>("fault");
    const std::optional<Fault> none;
    QTest::newRow("a quote") << QByteArray("\"") << qsizetype(1) << none;
    QTest::newRow("the last control character")
        << QByteArray("\x1f") << qsizetype(0) << std::optional(Fault::ControlCharacter);
    QTest::newRow("a null") << QByteArray("\0", 1) << qsizetype(0)
                            << std::optional(Fault::ControlCharacter);
    QTest::newRow("a byte that begins nothing")
        << QByteArray("\xff") << qsizetype(0) << std::optional(Fault::BadUtf8);
    QTest::newRow("an escaped quote") << QByteArray("\\\"") << qsizetype(-1) << none;
    QTest::newRow("a character of two bytes") << QByteArray("é") << qsizetype(-1) << none;
    QTest::newRow("a character of four bytes") << QByteArray("😀") << qsizetype(-1) << none;
    QTest::newRow("space and DEL") << QByteArray(" \x7f!") << qsizetype(-1) << none;
}

// It looks at eight bytes at once.
void TstScan::stopsInAStringAtEveryPlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, end);
    for (int before = 0; before < 20; ++before) {
        for (int behind = 0; behind < 20; ++behind) {
            const QByteArray text
                = '"' + QByteArray(before, 'a') + bytes + QByteArray(behind, 'a') + '"';
            const Scan scan = scanString(text, 0);
            QCOMPARE(scan.at, end < 0 ? text.size() : 1 + before + end);
            QTEST(scan.fault, "fault");
        }
    }
}

void TstScan::takesOnlyTheFourSpaces()
{
    int spaces = 0;
    for (int byte = 0; byte < 256; ++byte)
        spaces += isSpace(char(byte));
    QCOMPARE(spaces, 4);
    QCOMPARE(skipSpace(" \t\r\n\vx", 0), 4);
    QCOMPARE(skipSpace("  ", 0), 2);
}

QTEST_GUILESS_MAIN(TstScan)
#include "tst_scan.moc"
