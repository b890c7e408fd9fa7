// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "json/syntaxerror.h"

#include <QTest>

using namespace json;
using namespace Qt::Literals::StringLiterals;

class TstSyntaxError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrongAndWhere_data();
    void namesWhatIsWrongAndWhere();
    void countsLinesAndCharacters_data();
    void countsLinesAndCharacters();
    void describesItself();
};

void TstSyntaxError::namesWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<qsizetype>("offset");
    const auto row = [](const char *name, const QByteArray &text, Fault fault, qsizetype offset) {
        QTest::newRow(name) << text << fault << offset;
    };
    row("no text", "", Fault::Empty, 0);
    row("only spaces", " \n", Fault::Empty, 2);
    row("only a byte order mark", "\xEF\xBB\xBF", Fault::Empty, 3);
    row("two byte order marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", Fault::ValueExpected, 3);
    row("an open array", "[1", Fault::EndsEarly, 2);
    row("an open object", "{\"a\"", Fault::EndsEarly, 4);
    row("a key without a value", "{\"a\":", Fault::EndsEarly, 5);
    row("a comma before the end of an array", "[1,]", Fault::ValueExpected, 3);
    row("a comma before the end of an object", "{\"a\":1,}", Fault::KeyExpected, 7);
    row("two commas", "[1,,2]", Fault::ValueExpected, 3);
    row("a missing value", "{\"a\":}", Fault::ValueExpected, 5);
    row("a bare key", "{a:1}", Fault::KeyExpected, 1);
    row("a key in single quotes", "{'a':1}", Fault::KeyExpected, 1);
    row("a missing colon", "{\"a\" 1}", Fault::ColonExpected, 5);
    row("a missing comma", "{\"a\":1 \"b\":2}", Fault::CommaExpected, 7);
    row("the wrong bracket", "[1}", Fault::CommaExpected, 2);
    row("two values", "{}{}", Fault::GoesOn, 2);
    row("a closing bracket too many", "[]]", Fault::GoesOn, 2);
    row("a trailing null byte", QByteArray("{}\0", 3), Fault::GoesOn, 2);
    row("nulx", "[nulx]", Fault::UnknownWord, 1);
    row("True", "[True]", Fault::UnknownWord, 1);
    row("NaN", "NaN", Fault::UnknownWord, 0);
    row("a comment", "// x", Fault::ValueExpected, 0);
    row("nothing after the point", "[1.]", Fault::DigitExpected, 3);
    row("nothing after the minus", "-", Fault::DigitExpected, 1);
    row("nothing after the exponent", "[1e+]", Fault::DigitExpected, 4);
    row("a plus sign", "+1", Fault::ValueExpected, 0);
    row("a leading point", ".5", Fault::ValueExpected, 0);
    row("a leading zero", "[01]", Fault::LeadingZero, 1);
    row("a leading zero after a minus", "-012", Fault::LeadingZero, 1);
    row("a hexadecimal number", "[0x1F]", Fault::CommaExpected, 2);
    row("an open string", "[\"abc", Fault::UnclosedString, 1);
    row("a string that ends in a backslash", "\"abc\\", Fault::UnclosedString, 0);
    row("a string over two lines", "\"a\nb\"", Fault::ControlCharacter, 2);
    row("a raw null byte", QByteArray("\"a\0b\"", 5), Fault::ControlCharacter, 2);
    row("the last control character", "\"\x1F\"", Fault::ControlCharacter, 1);
    row("an unknown escape", R"("\x41")", Fault::UnknownEscape, 1);
    row("too few digits", R"("\u12")", Fault::HexExpected, 1);
    row("no hexadecimal digit", R"("\u12G4")", Fault::HexExpected, 1);
    row("a bad byte in a string", "\"a\xFF\"", Fault::BadUtf8, 2);
    row("a surrogate as UTF-8", "\"\xED\xA0\x80\"", Fault::BadUtf8, 1);
    row("a bad byte outside of strings", "[\xFF]", Fault::BadUtf8, 1);
    row("a form feed", "[\f]", Fault::ValueExpected, 1);
    row("a no-break space", "[\xC2\xA0]", Fault::ValueExpected, 1);
}

void TstSyntaxError::namesWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(Fault, fault);
    QFETCH(qsizetype, offset);
    const auto parsed = Document::parse(text);
    QVERIFY(std::holds_alternative<SyntaxError>(parsed));
    QCOMPARE(std::get<SyntaxError>(parsed).fault, fault);
    QCOMPARE(std::get<SyntaxError>(parsed).offset, offset);
}

void TstSyntaxError::countsLinesAndCharacters_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<qsizetype>("column");
    const auto row = [](const char *name, const char *before, qsizetype line, qsizetype column) {
        QTest::newRow(name) << QByteArray(before) << line << column;
    };
    row("at the very start", "", 1, 1);
    row("on the first line", "[1, ", 1, 5);
    row("after a line feed", "[\n1", 2, 2);
    row("CR LF is one line end", "[\r\n\r\n 1", 3, 3);
    row("CR alone is one, too", "[\r1", 2, 2);
    row("a character of four bytes is one column", "\"\xF0\x9F\x98\x80\" ", 1, 5);
    row("each bad byte is one column", "\xFF\xFF", 1, 3);
}

void TstSyntaxError::countsLinesAndCharacters()
{
    QFETCH(QByteArray, before);
    QFETCH(qsizetype, line);
    QFETCH(qsizetype, column);
    const SyntaxError error = errorAt(before + "?", before.size(), Fault::CommaExpected);
    QCOMPARE(error.line, line);
    QCOMPARE(error.column, column);
    QCOMPARE(error.offset, before.size());
}

void TstSyntaxError::describesItself()
{
    const auto parsed = Document::parse("{\"topic\":\"p\" \"data\":{}}");
    QCOMPARE(describe(std::get<SyntaxError>(parsed)), u"line 1, column 14: a comma is expected"_s);
}

QTEST_GUILESS_MAIN(TstSyntaxError)
#include "tst_syntaxerror.moc"
