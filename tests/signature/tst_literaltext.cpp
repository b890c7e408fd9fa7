// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/literaltext.h"

#include <QTest>

using namespace signature;

class TstLiteralText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsPythonDoes();
    void printsAsRubyDoes();
    void stopsAtTheLimit();
    void printsBytesAsPythonDoes_data();
    void printsBytesAsPythonDoes();
};

namespace
{

// Printed by Python 3.11 (repr of what json.loads gave) and Ruby 3.1 (inspect of JSON.parse).
constexpr char text[]
    = R"({"z":{"a'b":1.50,"n":null,"t":true,"f":false,"e":[],"o":{}},"s":"é'\"x\n\u200b)"
      R"(\ud83d\ude00\u00a0\u0007\u007f#{a} #$x","u":"it's","l":[1,"2"]})";
constexpr char python[]
    = R"({'z': {"a'b": 1.5, 'n': None, 't': True, 'f': False, 'e': [], 'o': {}}, 's': 'é\'"x\n)"
      R"(\u200b😀\xa0\x07\x7f#{a} #$x', 'u': "it's", 'l': [1, '2']})";
constexpr char ruby[]
    = R"({"z"=>{"a'b"=>1.5, "n"=>nil, "t"=>true, "f"=>false, "e"=>[], "o"=>{}}, "s"=>"é'\"x\n)"
      "\xe2\x80\x8b😀\xc2\xa0"
      R"(\a\u007F\#{a} \#$x", "u"=>"it's", "l"=>[1, "2"]})";

json::Document document() { return std::get<json::Document>(json::Document::parse(text)); }

} // namespace

void TstLiteralText::printsAsPythonDoes()
{
    QCOMPARE(literalText(document(), LiteralLanguage::Python, 4096).value(), QByteArray(python));
}

void TstLiteralText::printsAsRubyDoes()
{
    QCOMPARE(literalText(document(), LiteralLanguage::Ruby, 4096).value(), QByteArray(ruby));
    const auto later = literalText(document(), LiteralLanguage::Ruby34, 4096).value();
    QCOMPARE(later, QByteArray(ruby).replace("=>", " => "));
}

void TstLiteralText::stopsAtTheLimit()
{
    QVERIFY(!literalText(document(), LiteralLanguage::Python, qsizetype(qstrlen(python)) - 1));
    QVERIFY(literalText(document(), LiteralLanguage::Python, qsizetype(qstrlen(python))));
}

void TstLiteralText::printsBytesAsPythonDoes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("printed");

    const auto row = [](const char *name, const char *bytes, const char *printed) {
        QTest::newRow(name) << QByteArray(bytes) << QByteArray(printed);
    };
    row("nothing", "", "b''");
    row("JSON", R"({"a":1})", R"(b'{"a":1}')");
    row("an apostrophe", "it's", R"(b"it's")");
    row("both quotes", "both '\"", R"(b'both \'"')");
    row("beyond ASCII and escapes", "\xc3\xa9\"\n\\'x", R"(b'\xc3\xa9"\n\\\'x')");
    row("control characters", "\r\t\x01\x7f", R"(b'\r\t\x01\x7f')");
}

void TstLiteralText::printsBytesAsPythonDoes()
{
    QFETCH(QByteArray, bytes);
    QTEST(pythonBytes(bytes), "printed");
}

QTEST_APPLESS_MAIN(TstLiteralText)
#include "tst_literaltext.moc"
