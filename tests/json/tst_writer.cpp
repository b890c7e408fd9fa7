// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/index.h"
#include "json/writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using json::Writer;

class TstWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMembersInOrder();
    void writesNestedValues();
    void writesEmptyOnes();
    void writesTheLargestNumbers();
    void escapes_data();
    void escapes();
    void writesEveryCharacterSoThatItComesBack();
    void escapesAtEveryPlace();
    void writesTextsOfUtf16_data();
    void writesTextsOfUtf16();
    void beginsAnewAfterItsTextWasTaken();
    void tellsUtf8_data();
    void tellsUtf8();
};

void TstWriter::writesMembersInOrder()
{
    Writer writer;
    writer.beginObject().name("z").number(1).name("a").string("x").name("m").null();
    writer.name("t").boolean(true).name("f").boolean(false).endObject();
    QCOMPARE(writer.text(), QByteArray(R"({"z":1,"a":"x","m":null,"t":true,"f":false})"));
}

void TstWriter::writesNestedValues()
{
    Writer writer;
    writer.beginArray().beginArray().number(1).number(2).endArray();
    writer.beginObject().name("a").beginArray().endArray().name("b").number(3).endObject();
    writer.string(u"x").endArray();
    QCOMPARE(writer.text(), QByteArray(R"([[1,2],{"a":[],"b":3},"x"])"));
}

void TstWriter::writesEmptyOnes()
{
    Writer writer;
    writer.beginObject().name("a").beginObject().endObject().name("b").string("").endObject();
    QCOMPARE(writer.text(), QByteArray(R"({"a":{},"b":""})"));
}

void TstWriter::writesTheLargestNumbers()
{
    Writer writer;
    writer.beginArray().number(std::numeric_limits<qint64>::max());
    writer.number(std::numeric_limits<qint64>::min()).endArray();
    QCOMPARE(writer.text(), QByteArray("[9223372036854775807,-9223372036854775808]"));
}

void TstWriter::escapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("quote and backslash") << QByteArray("a\"b\\c") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("controls with a letter")
        << QByteArray("\b\f\n\r\t") << QByteArray(R"("\b\f\n\r\t")");
    QTest::newRow("other controls")
        << QByteArray("\0\x01\x1f", 3) << QByteArray(R"("\u0000\u0001\u001f")");
    QTest::newRow("no slash") << QByteArray("a/b") << QByteArray(R"("a/b")");
    QTest::newRow("DEL stays") << QByteArray("\x7f") << QByteArray("\"\x7f\"");
    QTest::newRow("UTF-8 stays") << QByteArray("é😀") << QByteArray("\"é😀\"");
    QTest::newRow("a byte order mark stays")
        << QByteArray("\xef\xbb\xbf{}") << QByteArray("\"\xef\xbb\xbf{}\"");
}

void TstWriter::escapes()
{
    QFETCH(QByteArray, bytes);
    QTEST(Writer().string(bytes).text(), "text");
}

void TstWriter::writesEveryCharacterSoThatItComesBack()
{
    QString text;
    for (char16_t c = 0; c < 0x800; ++c)
        text += QChar(c);
    text += u"\u2028\u2029\uFFFD\uFFFF😀"_s;
    const QByteArray written = Writer().beginArray().string(text).endArray().text();
    QVERIFY(std::holds_alternative<json::Index>(json::indexOf(written)));
    QCOMPARE(QJsonDocument::fromJson(written).array().at(0).toString(), text);
}

// It looks at several bytes at once, and at long texts piece by piece.
void TstWriter::escapesAtEveryPlace()
{
    for (const QByteArrayView escaped : {"\"", "\\", "\x1f", "\x01", "é"}) {
        for (qsizetype at = 0; at < 600; ++at) {
            QByteArray text(600, '!');
            text.replace(at, 1, escaped.toByteArray());
            Writer writer;
            writer.beginArray().string("").string(text).endArray();
            QCOMPARE(QJsonDocument::fromJson(writer.text()).array().at(1).toString().toUtf8(),
                     text);
        }
    }
}

void TstWriter::writesTextsOfUtf16_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("ASCII with an escape") << u"a\"b"_s;
    QTest::newRow("other characters behind ASCII") << u"abc é 😀"_s;
    QTest::newRow("long ASCII") << QString(256, u'a');
    QTest::newRow("longer") << QString(257, u'a');
    QTest::newRow("long, others at the end") << QString(300, u'a') + u'é';
}

void TstWriter::writesTextsOfUtf16()
{
    QFETCH(QString, text);
    Writer writer;
    writer.beginArray().string(text).number(1).endArray();
    const QJsonArray read = QJsonDocument::fromJson(writer.text()).array();
    QCOMPARE(read.size(), 2);
    QCOMPARE(read.at(0).toString(), text);
}

void TstWriter::beginsAnewAfterItsTextWasTaken()
{
    Writer writer(1);
    writer.string(QByteArray(1000, '"'));
    QCOMPARE(writer.take(), '"' + QByteArray("\\\"").repeated(1000) + '"');
    QCOMPARE(writer.number(1).text(), QByteArray("1"));
}

void TstWriter::tellsUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isUtf8");

    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("ASCII") << QByteArray("abc") << true;
    QTest::newRow("a NUL") << QByteArray("\0", 1) << true;
    QTest::newRow("the last code point") << QByteArray("\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("beyond the last") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("an overlong NUL") << QByteArray("\xc0\x80") << false;
    QTest::newRow("Latin-1") << QByteArray("caf\xe9") << false;
    QTest::newRow("cut off") << QByteArray("\xe2\x82") << false;
    QTest::newRow("a lone continuation") << QByteArray("\x80") << false;
}

void TstWriter::tellsUtf8()
{
    QFETCH(QByteArray, bytes);
    QTEST(json::isUtf8(bytes), "isUtf8");
}

QTEST_GUILESS_MAIN(TstWriter)
#include "tst_writer.moc"
