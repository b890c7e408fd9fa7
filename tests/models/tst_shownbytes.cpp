// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/shownbytes.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace models;

class TstShownBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneLine_data();
    void showsOneLine();
    void replacesMaximalSubparts_data();
    void replacesMaximalSubparts();
    void keepsLines_data();
    void keepsLines();
    void marksEveryControlCharacter();
    void marksEveryDirectionCharacter();
    void leavesOrdinaryTextAlone();
};

void TstShownBytes::showsOneLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(name) << bytes << text;
    };
    row("nothing", "", u""_s);
    row("plain text", "customer/updated", u"customer/updated"_s);
    row("a line end", "a\nb", u"a␊b"_s);
    row("a carriage return and a tab", "a\r\tb", u"a␍␉b"_s);
    row("a null byte", QByteArray("a\0b", 3), u"a␀b"_s);
    row("a terminal escape", "\x1B[31mred", u"␛[31mred"_s);
    row("delete", "\x7F", u"␡"_s);
    row("a control character of two bytes", "\xC2\x85", u"⟨U+0085⟩"_s);
    row("an override of the direction", "evil\xE2\x80\xAEnosj.exe", u"evil⟨U+202E⟩nosj.exe"_s);
    row("an isolate", "\xE2\x81\xA6", u"⟨U+2066⟩"_s);
    row("a space without width", "a\xE2\x80\x8B", u"a⟨U+200B⟩"_s);
    row("a byte order mark in front", "\xEF\xBB\xBF{}", u"⟨U+FEFF⟩{}"_s);
    row("a byte order mark after bad bytes", "\xFF\xEF\xBB\xBF", u"�⟨U+FEFF⟩"_s);
    row("mark-up is only text", "<b>&amp;</b>", u"<b>&amp;</b>"_s);
    row("a character beyond the first plane", "\xF0\x9F\x98\x80", u"😀"_s);
}

void TstShownBytes::showsOneLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(shownBytes(bytes), text);
}

void TstShownBytes::replacesMaximalSubparts_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *hex, const QString &text) {
        QTest::newRow(name) << QByteArray(hex) << text;
    };
    row("a byte that never occurs", "61ff62", u"a�b"_s);
    row("two bytes in Latin-1", "c3c4", u"��"_s);
    row("an overlong slash", "e080af", u"���"_s);
    row("a surrogate", "eda080", u"���"_s);
    row("beyond the last character", "f4908080", u"����"_s);
    row("cut off at the end", "c3a4e282", u"ä�"_s);
    row("cut off before good text", "f09f98c3a4", u"�ä"_s);
    row("the example of the Unicode Standard", "61f1808be180c262", u"a���b"_s);
    row("bad bytes one after another", "fefeffff", u"����"_s);
}

void TstShownBytes::replacesMaximalSubparts()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, text);
    QCOMPARE(shownBytes(QByteArray::fromHex(hex)), text);
}

void TstShownBytes::keepsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("line feeds") << QByteArray("a\n\nb\n") << u"a\n\nb\n"_s;
    QTest::newRow("CR LF becomes one line end") << QByteArray("a\r\nb") << u"a\nb"_s;
    QTest::newRow("a carriage return alone is shown") << QByteArray("a\rb\r") << u"a␍b␍"_s;
    QTest::newRow("two carriage returns") << QByteArray("a\r\r\n") << u"a␍\n"_s;
    QTest::newRow("tabs stay") << QByteArray("a\tb") << u"a\tb"_s;
    QTest::newRow("other marks as on one line") << QByteArray("a\x01\n\xFF") << u"a␁\n�"_s;
    QTest::newRow("a line separator is shown") << QByteArray("a\xE2\x80\xA8") << u"a⟨U+2028⟩"_s;
}

void TstShownBytes::keepsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(shownLines(bytes), text);
    QCOMPARE(shownTextLines(QString::fromUtf8(bytes)), text);
}

void TstShownBytes::marksEveryControlCharacter()
{
    for (char16_t c = 0; c < 0xA0; ++c) {
        const bool control = QChar(c).category() == QChar::Other_Control;
        QCOMPARE(shownText(QString(QChar(c))) != QString(QChar(c)), control);
    }
}

void TstShownBytes::marksEveryDirectionCharacter()
{
    const QString directing = u"\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
                              "\u2066\u2067\u2068\u2069"_s;
    for (const QChar c : directing)
        QCOMPARE(shownText(QString(c)),
                 u"⟨U+%1⟩"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0'));
}

// Joiners make letters and emoji; they stay.
void TstShownBytes::leavesOrdinaryTextAlone()
{
    const QString text
        = u"Grüße, 世界, مرحبا, नमस्ते, 👩‍💻, e\u0301, �"_s;
    QCOMPARE(shownBytes(text.toUtf8()), text);
}

QTEST_GUILESS_MAIN(TstShownBytes)
#include "tst_shownbytes.moc"
