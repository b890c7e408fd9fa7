// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/utf8.h"

#include <QTest>

class TstUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresASequence_data();
    void measuresASequence();
    void countsMaximalSubparts_data();
    void countsMaximalSubparts();
    void cutsBetweenCharacters_data();
    void cutsBetweenCharacters();
};

void TstUtf8::measuresASequence_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("length");
    const auto row = [](const char *name, const char *hex, int length) {
        QTest::newRow(name) << QByteArray(hex) << length;
    };
    row("a null byte is a character", "00", 1);
    row("the last of one byte", "7f", 1);
    row("the first of two bytes", "c280", 2);
    row("the last of two bytes", "dfbf", 2);
    row("the first of three bytes", "e0a080", 3);
    row("the last before the surrogates", "ed9fbf", 3);
    row("the first after the surrogates", "ee8080", 3);
    row("the last of three bytes", "efbfbf", 3);
    row("the first of four bytes", "f0908080", 4);
    row("the last of all", "f48fbfbf", 4);
    row("only what it begins with counts", "41ff", 1);
    row("a lone continuation byte", "80", -1);
    row("an overlong slash in two bytes", "c0af", -1);
    row("an overlong slash in three bytes", "e080af", -1);
    row("one below the first of three bytes", "e09fbf", -1);
    row("a high surrogate", "eda080", -1);
    row("a low surrogate", "edbfbf", -1);
    row("one below the first of four bytes", "f08fbfbf", -1);
    row("one above the last of all", "f4908080", -1);
    row("a lead byte that never was", "f5808080", -1);
    row("a byte that never occurs", "ff", -1);
    row("a cut-off sequence of two", "c3", -1);
    row("a cut-off sequence of three", "e282", -2);
    row("a cut-off sequence of four", "f09f98", -3);
    row("a sequence that a letter interrupts", "f09f41", -2);
}

void TstUtf8::measuresASequence()
{
    QFETCH(QByteArray, hex);
    QFETCH(int, length);
    QCOMPARE(json::utf8Length(QByteArray::fromHex(hex)), length);
}

void TstUtf8::countsMaximalSubparts_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<qsizetype>("count");
    const auto row = [](const char *name, const char *hex, qsizetype count) {
        QTest::newRow(name) << QByteArray(hex) << count;
    };
    row("nothing at all", "", 0);
    row("plain text", "68c3b6e282acf09f9880", 0);
    row("three lone continuation bytes", "808080", 3);
    row("a surrogate is three", "eda080", 3);
    row("an overlong sequence of six bytes is six", "fc80808080af", 6);
    row("a cut-off sequence is one", "e282", 1);
    row("two cut-off sequences", "e282f09f98", 2);
    row("good text between bad bytes", "ff41c3a4ff", 2);
    row("the example of the Unicode Standard", "61f1808be180c262", 3);
}

void TstUtf8::countsMaximalSubparts()
{
    QFETCH(QByteArray, hex);
    QFETCH(qsizetype, count);
    QCOMPARE(json::countBadUtf8(QByteArray::fromHex(hex)), count);
}

void TstUtf8::cutsBetweenCharacters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("shorter than the limit")
        << QByteArray("abc") << qsizetype(9) << QByteArray("abc");
    QTest::newRow("exactly the limit") << QByteArray("abc") << qsizetype(3) << QByteArray("abc");
    QTest::newRow("one over") << QByteArray("abcd") << qsizetype(3) << QByteArray("abc");
    QTest::newRow("inside of two bytes") << QByteArray("aé") << qsizetype(2) << QByteArray("a");
    QTest::newRow("inside of four bytes") << QByteArray("a😀") << qsizetype(4) << QByteArray("a");
    QTest::newRow("behind four bytes") << QByteArray("😀a") << qsizetype(4) << QByteArray("😀");
    QTest::newRow("nothing but continuation bytes")
        << QByteArray(9, '\x80') << qsizetype(8) << QByteArray(8, '\x80');
}

void TstUtf8::cutsBetweenCharacters()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, limit);
    QFETCH(QByteArray, beginning);
    QCOMPARE(json::wholeBeginning(text, limit), beginning);
}

QTEST_GUILESS_MAIN(TstUtf8)
#include "tst_utf8.moc"
